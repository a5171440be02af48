"""Where a headline or caption was pasted together with the text after it: ``역할 강조한가온 가람텔레콤 대표``."""

import re

from messages_app.parsing.names import has_given_name, is_kind, looks_like_name, looks_like_organisation
from messages_app.parsing.surroundings import Surroundings

IN_ONE = re.compile(r"[가-힣A-Za-z0-9&]+")
LETTERED = re.compile(r"[가-힣]{2,}(?P<rest>[A-Z][A-Za-z&]*[가-힣]*)$")


def after_seam(word: str, around: Surroundings) -> str | None:
    """What stands after the seam of two words pasted together, known by what the article writes elsewhere.

    ``강조한가온`` where somebody is called 한 대표 -> 한가온; ``혁신NRE`` where NRE is written
    twice -> NRE; ``강조가람그룹`` likewise; None for a word in one piece.
    """
    if len(word) < 4 or not IN_ONE.fullmatch(word) or around.vocabulary[word] > 1 or looks_like_name(word):
        return None
    lettered = LETTERED.fullmatch(word)
    if lettered and around.writes(lettered["rest"]) > 1:
        return lettered["rest"]
    return _name_at_end(word, around) or _organisation_at_end(word, around)


def _name_at_end(word: str, around: Surroundings) -> str | None:
    """A full name whose family name is called elsewhere, behind at least two syllables."""
    for size in (4, 3):
        name = word[-size:]
        if len(word) >= size + 2 and looks_like_name(name) and has_given_name(name) and around.calls(name):
            return name if not looks_like_organisation(word) or around.writes(name) else None
    return None


def _organisation_at_end(word: str, around: Surroundings) -> str | None:
    """A name of an organisation that stands alone elsewhere, the longest first."""
    if not looks_like_organisation(word):
        return None
    for size in range(len(word) - 2, 3, -1):
        rest = word[-size:]
        if around.writes(rest) > 1 and not is_kind(rest):
            return rest
    return None
