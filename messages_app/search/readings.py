"""How a word or phrase of a query is read: the keywords in it, and the characters that must stand together."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from messages_app.korean import Word as SaidWord

LETTER = re.compile("[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A word of a query, analysed: the forms it holds, and the run of characters that must stand together.

    ``"고객을"`` -> forms (고객), no run. ``"고객가치를"`` -> forms (고객, 가치), run ``고객가치``. With ``either``, one of
    the forms is enough: ``"걸어"`` -> 걷다 or 걸다. ``starts`` is where in the run each form begins: 0 and 2. ``itself`` is
    the form it has as one word, another way to read it where that was ever said: ``"온"`` -> 오다 or 온. If it ``is_one``,
    that decides: ``"다온"``, and not 오다. ``part`` is what a longer word has where it holds the only one of a phrase: 탄소중립 the 탄소 of ``"탄소"``.
    """

    forms: tuple[str, ...]
    run: str = ""
    either: bool = False
    starts: tuple[int, ...] = ()
    itself: str = ""
    is_one: bool = False
    part: str = ""

    def where_known(self, text: str, known: Collection[str]) -> "Reading":
        """The same as far as its words were ever said, or the bare characters: they may be part of a word."""
        if self.itself in known and not self.starts and (self.is_one or len(self.forms) == 1 or self.either):
            forms = dict.fromkeys((*(form for form in self.forms if form in known and not self.is_one), self.itself))
            return Reading(tuple(forms), either=len(forms) > 1)
        if self.part:
            return self._with_longer(known)
        if self.forms and all(form in known for form in self.forms):
            return self
        if self.either and (left := tuple(form for form in self.forms if form in known)):
            return Reading(left, either=len(left) > 1)
        return Reading((), self.run or _bare(text))

    def _with_longer(self, known: Collection[str]) -> "Reading":
        """A phrase of one word: it stands also where a longer word does that holds it."""
        said = [form for form in self.forms if form in known]
        said += sorted(form for form in known if self.part in form and form not in said)
        return replace(self, forms=tuple(said), either=len(said) > 1) if said else Reading((), self.run)


def read_word(text: str, ways: Sequence[Sequence[SaidWord]]) -> Reading:
    """A word typed alone, in any of some ways to read it, the likeliest first."""
    parts = _outermost(ways[0])
    if parts and (letters := _letters_beside(text, parts)):
        first = min(letters[0], parts[0].start)
        starts = {word.form: word.start - first for word in reversed(parts)}
        run = text[first : max(letters[-1] + 1, parts[-1].end)]
        return Reading(tuple(starts), run, starts=tuple(starts.values()))
    if len(parts) == 1:
        return _of_one(parts[0].start, ways)
    if not parts:
        return Reading((), _bare(text))
    starts = {word.form: word.start for word in reversed(parts)}
    run = text[parts[0].start : parts[-1].end]
    inflected = any(word.form != text[word.start : word.end].upper() for word in parts)
    if inflected or not run.isalnum():
        return Reading(tuple(starts))
    return Reading(tuple(starts), run, starts=tuple(starts.values()))


def read_phrase(text: str, ways: Sequence[Sequence[SaidWord]]) -> Reading:
    """The words by which statements with a phrase are found: those that it holds however it is read.

    Where others are enough, not the first and the last: they may be cut from longer ones. Of one syllable alone nobody
    can say what it is part of.
    """
    sure = [word for word in _outermost(ways[0]) if all(word in words for words in ways)]
    inside = [word for word in sure if " " in text[: word.start] and " " in text[word.end :]]
    sure = inside if len(inside) > 1 else sure
    if len(sure) == 1:
        return _of_only(sure[0], text)
    starts = {word.form: word.start for word in reversed(sure)}
    return Reading(tuple(starts), text, starts=tuple(starts.values()))


def _of_only(word: SaidWord, text: str) -> Reading:
    if word.end - word.start == 1:
        return Reading((), text)
    return Reading((word.form,), text, starts=(word.start,), part=word.form)


def _of_one(start: int, ways: Sequence[Sequence[SaidWord]]) -> Reading:
    """The words that a single one may be of, cut out of its sentence: ``"달리는"`` -> 달리 or 달리다.

    One that begins later than the likeliest is only a part of it: 나가자 is not 가다.
    """
    alone = [words[0] for words in map(_outermost, ways) if len(words) == 1]
    forms = tuple(dict.fromkeys(word.form for word in alone if word.start <= start))
    return Reading(forms, either=len(forms) > 1)


def _letters_beside(text: str, parts: Sequence[SaidWord]) -> list[int]:
    """Where Latin letters and digits stand that are in no word: the X of X세대, which is not the one of Z세대."""
    inside = {place for word in parts for place in range(word.start, word.end)}
    return [found.start() for found in LETTER.finditer(text) if found.start() not in inside]


def _outermost(said: Sequence[SaidWord]) -> list[SaidWord]:
    """The words not inside a longer one: 초격차, not 격차."""
    return [word for word in said if not any(_holds(other, word) for other in said)]


def _holds(outer: SaidWord, inner: SaidWord) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and outer.end - outer.start > inner.end - inner.start


def _bare(text: str) -> str:
    """The characters that count when spacing does not: ``"고객 가치,"`` -> ``"고객가치"``, ``"40%까지"`` as it is."""
    return re.sub(r"\s|^[^\w&+]+|[^\w&+%]+$", "", text)
