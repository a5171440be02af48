"""What can be wrong with an import, in words for an editor."""

from collections.abc import Sequence

from django.utils.functional import Promise


class ImportRefused(ValueError):
    """A paste that cannot become a draft. ``message`` says why and what to do; nothing was stored."""

    def __init__(self, code: str, message: str | Promise) -> None:
        super().__init__(code)
        self.code = code
        self.message = message


class StaleArticle(RuntimeError):
    """Somebody else changed the article since it was read. Nothing was stored."""


class NotPublishable(ValueError):
    """An article that is not ready. ``reasons`` says what is missing; nothing was stored."""

    def __init__(self, reasons: Sequence[str | Promise]) -> None:
        super().__init__(len(reasons))
        self.reasons = tuple(reasons)
