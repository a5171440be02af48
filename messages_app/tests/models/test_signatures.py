"""The bits of a text hold those of all that stands in it."""

import numpy as np
import pytest

from messages_app.models import BITS, SLICES, signature_of

TEXT = "고객의 관점에서 AI·데이터를 다시 보고, 2030년까지 100배로 키우겠습니다."


@pytest.mark.parametrize(
    "run",
    [
        "고객",
        "관점에서",
        "AI",
        "ai데이터",
        "데이터를다시",
        "2030년",
        "다시 보고",
        "100배로 키우겠",
        "데이터",
        "AI·데이터",
    ],
)
def test_whatever_stands_in_a_text_sets_no_bit_that_it_has_not(run: str) -> None:
    assert np.isin(signature_of(run), signature_of(TEXT)).all()


@pytest.mark.parametrize("run", ["메타버스", "고객님", "챗봇", "BI", "2031년", "객고"])
def test_most_that_stands_nowhere_does(run: str) -> None:
    assert not np.isin(signature_of(run), signature_of(TEXT)).all()


@pytest.mark.parametrize("text", ["고객 가치", "고객·가치", "고객-가치", "고객\u00a0가\n치"])
def test_blanks_and_joints_are_no_letters(text: str) -> None:
    assert signature_of(text).tolist() == signature_of("고객가치").tolist()


@pytest.mark.parametrize("text", ["", " ", "온", "A", " 온 "])
def test_a_single_letter_says_nothing(text: str) -> None:
    assert signature_of(text).size == 0


def test_signatures_that_are_stored_stay_what_they_are() -> None:
    assert signature_of("고객").tolist() == [690, 699, 703]


def test_those_of_a_pair_are_in_one_row() -> None:
    for pair in ("고객", "가치", "AI", "5G"):
        assert len({bit // SLICES for bit in signature_of(pair).tolist()}) == 1


def test_the_first_letters_alone_set_no_other() -> None:
    first = signature_of("고 · 객가치를", 3).tolist()
    assert first == signature_of("고객가").tolist()


def test_bits_are_spread() -> None:
    pairs = [
        signature_of(chr(0xAC00 + 28 * one) + chr(0xAC00 + 588 * other)) for one in range(100) for other in range(18)
    ]
    times = np.bincount(np.concatenate(pairs), minlength=BITS)
    assert times.min() > 0
    assert times.max() < 4 * times.mean()


@pytest.mark.parametrize("text", ["\ud800고객", "고객\x00가치", "😀🎉", "ß", "가" * 100_000])
def test_any_characters_have_one(text: str) -> None:
    assert (signature_of(text) < BITS).all()
