"""What can be wrong with an import, in words for an editor."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise


class ImportRefused(ValueError):
    """A paste that cannot become a draft. ``message`` says why and what to do; nothing was stored."""

    def __init__(self, code: str, message: str | Promise) -> None:
        super().__init__(code)
        self.code = code
        self.message = message


class StaleArticle(RuntimeError):
    """Somebody else changed the article since it was read. Nothing was stored.

    ``header`` names the fields of the header, ``differences`` says what became of quotes.
    """

    def __init__(self, header: Sequence[str], differences: Sequence[Any]) -> None:
        super().__init__(len(header) + len(differences))
        self.header = tuple(header)
        self.differences = tuple(differences)


class StaleQuote(RuntimeError):
    """Somebody else changed quotes since they were read. ``differences`` says how; nothing was stored."""

    def __init__(self, differences: Sequence[Any]) -> None:
        super().__init__(len(differences))
        self.differences = tuple(differences)


class NotPublishable(ValueError):
    """An article that is not ready. ``reasons`` says what is missing; nothing was stored."""

    def __init__(self, reasons: Sequence[str | Promise]) -> None:
        super().__init__(len(reasons))
        self.reasons = tuple(reasons)
