"""Where words stand, in bits."""

import pytest

from messages_app.models import ANYWHERE, spots_of, stands_at


@pytest.mark.parametrize(
    ("starts", "bits"), [((), 0), ((0,), 1), ((0, 5, 64), 0b100011), ((63, 126), 1), (range(200), ANYWHERE)]
)
def test_each_start_has_a_bit_round_and_round(starts: tuple[int, ...], bits: int) -> None:
    assert spots_of(starts) == bits


def test_a_word_stands_where_its_bits_say() -> None:
    assert [start for start in range(70) if stands_at(spots_of((5,)), start)] == [5, 68]
    assert stands_at(ANYWHERE, 1000)
    assert not stands_at(0, 0)
