"""The words of a text under the forms they are counted by, with the compounds that editors keep whole."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from messages_app.korean import Word, content_words, likely_words, visible
from messages_app.models import Keyword

FORM_LENGTH = 100


class Lexicon:
    """The compounds to keep whole, ready to be found in a text however they are spaced."""

    def __init__(self, compounds: Iterable[str]) -> None:
        self.compounds = tuple(sorted(set(compounds), key=lambda form: (-len(form), form)))

    @classmethod
    def load(cls) -> "Lexicon":
        """The lexicon as it stands in the database: one query."""
        return cls(Keyword.objects.filter(is_compound=True).order_by().values_list("form", flat=True))

    def words(self, text: str) -> list[Word]:
        """Words that carry meaning, in order: ``"새로운 인공 지능"`` -> 새롭다, 인공지능 (with that compound)."""
        readable = _composed(text)
        return _kept(content_words(readable, self.compounds_in(readable)))

    def likely_words(self, text: str) -> list[list[Word]]:
        """The same of each likely analysis of a text cut out of another, the likeliest first."""
        readable = _composed(text)
        return [_kept(words) for words in likely_words(readable, self.compounds_in(readable))]

    def compounds_in(self, text: str) -> list[tuple[int, int]]:
        """Where compounds stand in a text, however spaced and whatever unseen is in them: ``"새로운 인공 지능"`` -> (4, 9)."""
        pattern = _pattern(self.compounds)
        if not pattern:
            return []
        shown, places = visible(text)
        spans = [found.span() for found in pattern.finditer(shown)]
        return [(places[start], places[end - 1] + 1) for start, end in spans]


def _composed(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return composed if len(composed) == len(text) else text


def _kept(words: Iterable[Word]) -> list[Word]:
    return [word for word in words if len(word.form) <= FORM_LENGTH]


NO_COMPOUNDS = Lexicon([])


@lru_cache(maxsize=8)
def _pattern(compounds: tuple[str, ...]) -> re.Pattern[str] | None:
    """One expression for all compounds, the longest first, a blank allowed between any two characters."""
    if not compounds:
        return None
    return re.compile("|".join(r"\s?".join(map(re.escape, form)) for form in compounds), re.IGNORECASE)
