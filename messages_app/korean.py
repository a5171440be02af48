"""The one door to Kiwi, the Korean morphological analyser: one shared instance, built when first needed."""

import re
from functools import cache
from typing import NamedTuple

from kiwipiepy import Kiwi

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Morpheme(NamedTuple):
    """One morpheme of an analysed text: ``text[start:end]`` is where it stands, ``tag`` is Sejong's."""

    form: str
    tag: str
    start: int
    end: int


@cache
def _kiwi() -> Kiwi:
    return Kiwi(load_multi_dict=False)


def warm_up() -> None:
    """Load the analyser now (about two seconds, 315 MB), so that processes forked later share it."""
    _kiwi().tokenize("준비")


def analyse(text: str) -> list[Morpheme]:
    """Morphemes of ``text`` in order. Offsets are code points; half a surrogate pair counts as a blank."""
    tokens = _kiwi().tokenize(LONE_SURROGATE.sub(" ", text))
    return [Morpheme(token.form, token.tag, token.start, token.start + token.len) for token in tokens]
