"""Dates and times as the readers of each language write them."""

from datetime import date, datetime

import pytest
from django.utils.formats import date_format
from django.utils.translation import override

NIGHT = datetime(2026, 1, 5, 21, 4)


@pytest.mark.parametrize(
    ("language", "form", "expected"),
    [
        ("ko", "SHORT_DATE_FORMAT", "2026. 1. 5."),
        ("ko", "SHORT_DATETIME_FORMAT", "2026. 1. 5. 21:04"),
        ("ko", "DATETIME_FORMAT", "2026. 1. 5. 21:04"),
        ("en", "SHORT_DATE_FORMAT", "5 Jan 2026"),
        ("en", "SHORT_DATETIME_FORMAT", "5 Jan 2026, 21:04"),
        ("en", "DATETIME_FORMAT", "5 Jan 2026, 21:04"),
    ],
)
def test_a_moment_is_written_as_its_readers_do(language: str, form: str, expected: str) -> None:
    with override(language):
        assert date_format(NIGHT, form) == expected


def test_a_time_has_twenty_four_hours() -> None:
    with override("ko"):
        assert date_format(NIGHT, "TIME_FORMAT") == "21:04"


def test_a_day_without_a_time_is_written_too() -> None:
    with override("en"):
        assert date_format(date(2026, 12, 31), "SHORT_DATE_FORMAT") == "31 Dec 2026"
