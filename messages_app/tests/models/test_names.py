"""Spellings of one name meet under one key."""

import pytest

from messages_app.models import name_key, plain_name


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("가람텔레콤", "가람텔레콤"),
        ("㈜가람텔레콤", "가람텔레콤"),
        ("(주) 가람 텔레콤", "가람텔레콤"),
        ("주식회사 가람텔레콤", "가람텔레콤"),
        ("가람텔레콤（주）", "가람텔레콤"),
        ("GaRam\tTel", "garamtel"),
        ("ＧＡＲＡＭ", "garam"),
        ("\u1100\u1161\u1105\u1161\u11b7", "가람"),
        ("가람\u200b텔레콤\ufeff", "가람텔레콤"),
    ],
)
def test_spellings_meet(printed: str, key: str) -> None:
    assert name_key(printed) == key


@pytest.mark.parametrize("printed", ["", "  ", "㈜", "주식회사", "\u3000"])
def test_a_name_of_nothing_has_no_key(printed: str) -> None:
    assert name_key(printed) == ""


def test_different_names_stay_apart() -> None:
    assert name_key("가람텔레콤") != name_key("가람텔")


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("한\u200b도윤", "한도윤"),
        ("\u202e한도윤\u202c", "한도윤"),
        ("\u1112\u1161\u11ab도윤", "한도윤"),
        (" 마크\u00a0 윌슨\u3000", "마크 윌슨"),
        ("한\x00도\ud800윤", "한도윤"),
        ("㈜가람 텔레콤", "㈜가람 텔레콤"),
        ("\u200b", ""),
    ],
)
def test_a_name_is_what_it_looks_like(typed: str, seen: str) -> None:
    assert plain_name(typed) == seen
