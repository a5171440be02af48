"""Where words stand, in bits."""

import pytest

from messages_app.models import ANYWHERE, letters_before, spots_of, stands_at


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("", [0]),
        ("큰 꿈", [0, 1, 1, 2]),
        ("큰\u00a0\n꿈", [0, 1, 1, 1, 2]),
        ("K-푸드·쌀", [0, 1, 1, 2, 3, 3, 4]),
        ("꿈, 꿈", [0, 1, 2, 2, 3]),
    ],
)
def test_blanks_and_joints_are_no_letters(text: str, letters: list[int]) -> None:
    assert letters_before(text) == letters


@pytest.mark.parametrize(
    ("offsets", "bits"), [((), 0), ((0,), 1), ((0, 5, 64), 0b100011), ((63, 126), 1), (range(200), ANYWHERE)]
)
def test_each_start_has_a_bit_round_and_round(offsets: tuple[int, ...], bits: int) -> None:
    assert spots_of(offsets) == bits


def test_a_word_stands_where_its_bits_say() -> None:
    assert [start for start in range(70) if stands_at(spots_of((5,)), start)] == [5, 68]
    assert stands_at(ANYWHERE, 1000)
    assert not stands_at(0, 0)
