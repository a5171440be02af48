"""What spreadsheets need of a CSV file."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

BOM = "\ufeff"
# What begins a formula in a spreadsheet (OWASP, CSV injection), in the full width of Korean keyboards too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Echo:
    """A file that hands back what is written to it, so that a csv.writer yields lines."""

    def write(self, line: str) -> str:
        return line


def csv_lines(headings: Sequence[str], rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """The lines of a file that Excel opens as it is, the headings first and every cell ``safe``."""
    writer = csv.writer(Echo())
    yield BOM
    yield writer.writerow(headings)
    for cells in rows:
        yield writer.writerow([safe(cell) for cell in cells])


def safe(value: Any) -> Any:
    """A cell that no spreadsheet computes: ``"=1+1"`` -> ``"'=1+1"``; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
