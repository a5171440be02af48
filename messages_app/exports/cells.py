"""What spreadsheets need of a CSV file."""

from typing import Any

BOM = "\ufeff"
# What begins a formula in a spreadsheet (OWASP, CSV injection), in the full width of Korean keyboards too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Echo:
    """A file that hands back what is written to it, so that a csv.writer yields lines."""

    def write(self, line: str) -> str:
        return line


def safe(value: Any) -> Any:
    """A cell that no spreadsheet computes: ``"=1+1"`` -> ``"'=1+1"``; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
