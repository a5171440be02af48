"""A comparison as CSV."""

import csv
from collections.abc import Iterator

from django.utils.translation import gettext

from messages_app.exports.cells import BOM, Echo, safe
from messages_app.reports import Comparison


def comparison_as_csv(comparison: Comparison) -> Iterator[str]:
    """A line for each word, speaker and year: statements with the word, all statements, and the share from 0 to 1."""
    writer = csv.writer(Echo())
    yield BOM
    yield writer.writerow(
        [
            gettext("낱말"),
            gettext("회사"),
            gettext("연도"),
            gettext("이 낱말이 든 발언"),
            gettext("모든 발언"),
            gettext("비율"),
        ]
    )
    for word in comparison.words:
        for line in word.lines:
            who = line.company.name if line.company else gettext("전체")
            for year in line.years:
                cells = (word.form, who, year.year, year.statements, year.of, round(year.share, 4))
                yield writer.writerow([safe(cell) for cell in cells])
