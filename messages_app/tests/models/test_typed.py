"""Names as they are typed: half syllables, initials, the wrong layout."""

import pytest

from messages_app.models import CompanyAlias, Executive, Keyword, keystrokes, may_be_initials
from messages_app.models.typed import KEYS_LENGTH, initials
from messages_app.tests.factories import make_company, make_executive

TYPED = [
    ("고객", "rhror"),
    ("rhror", "rhror"),
    ("가람 텔", "rkfkaxpf"),
    ("가ㄹ", "rkf"),
    ("값", "rkqt"),
    ("ㄳ", "rt"),
    ("ㅘ", "hk"),
    ("AI", "ai"),
    ("ㅁㅑ", "ai"),
    ("5G", "5g"),
    ("２차전지", "2ckwjswl"),
    ("R&D", "rd"),
    ("꽃", "rhc"),
    ("", ""),
    ("%_\\ '\"", ""),
    ("漢字", "漢字"),
    ("가", "rk"),
]


@pytest.mark.parametrize(("text", "keys"), TYPED)
def test_keys_are_those_of_the_two_set_keyboard(text: str, keys: str) -> None:
    assert keystrokes(text) == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [("가람텔레콤", "rfxfz"), ("ㄱㄹㅌㄹㅋ", "rfxfz"), ("SK텔레콤", "skxfz"), ("2차전지", "2cww"), ("", "")],
)
def test_initials_are_those_of_the_syllables(text: str, keys: str) -> None:
    assert initials(text) == keys


@pytest.mark.parametrize(
    ("text", "expected"), [("ㄱㄹ", True), ("skㅌ", True), ("가ㄹ", False), ("ㅏ", False), ("", True)]
)
def test_a_vowel_is_no_initial(text: str, expected: bool) -> None:
    assert may_be_initials(text) == expected


def test_keys_of_a_long_name_are_cut() -> None:
    assert len(keystrokes("가" * 100)) == KEYS_LENGTH


@pytest.mark.django_db
def test_keys_follow_the_name_however_it_is_written() -> None:
    company, person = make_company("㈜ 가람텔레콤"), make_executive("김가온")
    assert CompanyAlias.objects.get(company=company).initials == "rfxfz"
    person.name = "나래원"
    person.save()
    assert Executive.objects.get().typed == "skfodnjs"
    Keyword.objects.bulk_create([Keyword(form="초격차")])
    assert Keyword.objects.get(form="초격차").initials == "crc"
