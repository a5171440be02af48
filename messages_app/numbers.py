"""Numbers as they stand in addresses and forms, where anything may stand."""


def read_number(text: str | None) -> int | None:
    """``"12"`` -> 12; None for anything that is no number of a record: signs, other digits, more than a database holds."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else None
