"""The words of a query as keywords of the index."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import FilteredRelation, Q
from django.db.models.functions import Coalesce

from messages_app.korean import Word as SaidWord
from messages_app.models import EVERYTHING, Keyword, KeywordTotal
from messages_app.search.query import Near, Phrase, Query, Word
from messages_app.search.words import Lexicon

BEFORE_VERB = "이를 "


@dataclass(frozen=True, slots=True)
class Reading:
    """A word of a query, analysed: the forms it holds, and the run of characters that must stand together.

    ``"고객을"`` -> forms (고객), no run. ``"고객가치를"`` -> forms (고객, 가치), run ``고객가치``. With ``either``, one of
    the forms is enough: ``"걸어"`` -> 걷다 or 걸다. ``starts`` is where in the run each form begins: 0 and 2.
    """

    forms: tuple[str, ...]
    run: str = ""
    either: bool = False
    starts: tuple[int, ...] = ()

    def where_known(self, text: str, known: Mapping[str, "Known"]) -> "Reading":
        """The same, or the bare characters where a word of it was never said: it may be a part of one."""
        if all(form in known for form in self.forms):
            return self
        if self.either and (left := tuple(form for form in self.forms if form in known)):
            return Reading(left)
        return Reading((), self.run or _bare(text))


@dataclass(frozen=True, slots=True)
class Known:
    """A keyword on record: its id, the one it counts as, and in how many statements it is said (merged, raw)."""

    pk: int
    merged_pk: int
    quotes: int
    raw_quotes: int
    synonyms: tuple[str, ...] = ()


def words_in(query: Query) -> list[Word | Phrase]:
    """Every word and phrase of a query."""
    found: list[Word | Phrase] = []
    for clause in query.clauses:
        for term in clause.terms:
            found += [term.left, term.right] if isinstance(term, Near) else [term]
    return found


def read_terms(query: Query, lexicon: Lexicon) -> dict[Word | Phrase, Reading]:
    """The reading of each word and phrase of a query."""
    return {term: _reading(term.text, lexicon, phrase=isinstance(term, Phrase)) for term in words_in(query)}


@dataclass(frozen=True, slots=True)
class WordTotal:
    """A keyword and how often it is said in all: with its synonyms, and the very word."""

    pk: int
    form: str
    counts_as: int | None
    quotes: int
    uses: int
    raw_quotes: int
    raw_uses: int


def word_groups(forms: Iterable[str]) -> list[WordTotal]:
    """The keywords of some forms, those they count as, and all others that count as these: one query."""
    words = Keyword.objects.order_by()
    heads = words.filter(form__in=list(forms)).values(head=Coalesce("counts_as", "pk"))
    groups = heads.union(words.filter(counts_as__in=heads).values("pk"))
    overall = FilteredRelation("totals", condition=Q(totals__scope=KeywordTotal.Scope.ALL))
    figures = [f"overall__{name}" for name in ("quotes", "uses", "raw_quotes", "raw_uses")]
    rows = words.filter(pk__in=groups).annotate(overall=overall).values_list("pk", "form", "counts_as", *figures)
    return [WordTotal(pk, form, counts_as, *(n or 0 for n in said)) for pk, form, counts_as, *said in rows]


def known_keywords(forms: Iterable[str]) -> dict[str, Known]:
    """What is on record of some forms and of ``*``: one query."""
    wanted = {*forms, EVERYTHING}
    words = word_groups(wanted)
    quotes = {word.pk: word.quotes for word in words}
    members: dict[int, list[str]] = {}
    for word in words:
        members.setdefault(word.counts_as or word.pk, []).append(word.form)
    return {
        word.form: Known(word.pk, head, quotes[head], word.raw_quotes, tuple(sorted(members[head])))
        for word in words
        if word.form in wanted and (head := word.counts_as or word.pk)
    }


def _reading(text: str, lexicon: Lexicon, *, phrase: bool) -> Reading:
    said = lexicon.words(text)
    first = {word.form: word.start for word in reversed(said)}
    forms = tuple(dict.fromkeys(word.form for word in said))
    starts = tuple(first[form] for form in forms)
    if phrase:
        return Reading(forms, text, starts=starts)
    if verbs := _verbs(text, said, lexicon):
        return Reading(verbs, either=len(verbs) > 1)
    if not said:
        return Reading((), _bare(text))
    parts = _outermost(said)
    inflected = any(word.form != _bare(text[word.start : word.end]).upper() for word in parts)
    together = len(parts) > 1 and not inflected
    if not together:
        return Reading(forms)
    return Reading(forms, _bare(text[parts[0].start : parts[-1].end]), starts=starts)


def _verbs(text: str, said: list[SaidWord], lexicon: Lexicon) -> tuple[str, ...]:
    """The verbs an inflected word on its own may be of: analysed alone and after an object, as in a sentence.

    ``"이끄는"`` -> 이끌다, though alone it looks like 끄다.
    """
    if not re.fullmatch("[가-힣]{2,}", text):
        return ()
    inside = [word for word in lexicon.words(f"{BEFORE_VERB}{text}") if word.start >= len(BEFORE_VERB)]
    alone = {word.form for word in said if word.start == 0 and word.form.endswith("다") and len(said) == 1}
    within = {word.form for word in inside if word.start == len(BEFORE_VERB) and word.form.endswith("다")}
    if len(inside) != 1 or not within or any(word.form == text for word in said):
        return tuple(alone & within)
    return tuple(sorted(alone | within))


def _outermost(said: list[SaidWord]) -> list[SaidWord]:
    """The words not inside a longer one: 초격차, not 격차."""
    return [word for word in said if not any(_holds(other, word) for other in said)]


def _holds(outer: SaidWord, inner: SaidWord) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and outer.end - outer.start > inner.end - inner.start


def _bare(text: str) -> str:
    """The characters that count when spacing does not: ``"고객 가치,"`` -> ``"고객가치"``."""
    return re.sub(r"[^\w&+]", "", text)
