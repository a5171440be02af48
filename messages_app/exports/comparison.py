"""A comparison as CSV."""

from collections.abc import Iterator

from django.utils.translation import gettext

from messages_app.exports.cells import csv_lines
from messages_app.reports import Comparison


def comparison_as_csv(comparison: Comparison) -> Iterator[str]:
    """A line for each word, speaker and year: statements with the word, all statements, and the share from 0 to 1."""
    headings = [
        gettext("낱말"),
        gettext("회사"),
        gettext("연도"),
        gettext("이 낱말이 든 발언"),
        gettext("모든 발언"),
        gettext("비율"),
    ]
    return csv_lines(headings, _rows(comparison))


def _rows(comparison: Comparison) -> Iterator[tuple[str | int | float, ...]]:
    for word in comparison.words:
        for line in word.lines:
            who = line.company.name if line.company else gettext("전체")
            for year in line.years:
                yield word.form, who, year.year, year.statements, year.of, round(year.share, 4)
