"""The words of a query as keywords of the index."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from itertools import chain
from operator import or_
from typing import Literal

from django.db.models import FilteredRelation, Q
from django.db.models.functions import Coalesce

from messages_app.korean import Word as SaidWord
from messages_app.models import EVERYTHING, Keyword, KeywordTotal
from messages_app.search.query import Clause, Near, Phrase, Query, QueryError, Term, Word, parse_query
from messages_app.search.readings import Reading, read_phrase, read_word
from messages_app.search.words import NO_COMPOUNDS, Lexicon

BEFORE_VERB = "이를 "
# So many words may make one compound: 4차 산업 혁명.
MOST_JOINED = 4


@dataclass(frozen=True, slots=True)
class Known:
    """A keyword on record: its id, the one it counts as, and in how many statements it is said (merged, raw)."""

    pk: int
    merged_pk: int
    quotes: int
    raw_quotes: int
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadQuery:
    """A query with the reading of each word and phrase in it, and what is on record of their forms and of ``*``."""

    query: Query
    lexicon: Lexicon
    readings: Mapping[Word | Phrase, Reading]
    known: Mapping[str, Known]

    def by_characters(self, runs: Iterable[Word | Phrase]) -> "ReadQuery":
        """The same with some that must stand together as nothing but characters, whatever words they are."""
        return replace(
            self, readings={**self.readings, **{term: Reading((), self.readings[term].run) for term in runs}}
        )


def read_words(query: Query, lexicon: Lexicon) -> ReadQuery:
    """Analyse the words of a query and look them up: one query."""
    query = _with_compounds(query, lexicon)
    readings = {term: _reading(term, lexicon) for term in _words_in(query)}
    forms = chain.from_iterable((*reading.forms, reading.itself) for reading in readings.values())
    known = known_keywords(forms, {reading.part for reading in readings.values()} - {""})
    query = _with_itself(query, readings, known)
    readings |= {term: _reading(term, lexicon) for term in _words_in(query) if term not in readings}
    readings = {term: reading.where_known(term.text, known) for term, reading in readings.items()}
    return ReadQuery(query, lexicon, readings, known)


def _words_in(query: Query) -> Iterator[Word | Phrase]:
    for clause in query.clauses:
        for term in clause.terms:
            yield from (term.left, term.right) if isinstance(term, Near) else (term,)


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


def query_for(form: str) -> str:
    """What to type for a keyword and no other word: ``"고객"`` as it is; ``"우리"`` -> ``낱말:우리``."""
    return Word(form, itself=not _is_read_as_itself(form)).typed


@lru_cache(maxsize=10_000)
def _is_read_as_itself(form: str) -> bool:
    # Which words make a compound is not asked here: such a keyword is named, too.
    try:
        query = parse_query(form)
    except QueryError:
        return False
    if query != Query((Clause((Word(form),)),)) or form != form.upper():
        return False
    if [word.form for word in NO_COMPOUNDS.words(form)] == [form]:
        return True  # As are most: the likeliest way to read it is told in half the time of all.
    reading = read_word(form, NO_COMPOUNDS.likely_words(form))
    return not reading.starts and _is_one(form, reading)


def _with_compounds(query: Query, lexicon: Lexicon) -> Query:
    """The same with words that make a compound as one: 인공 지능을 -> 인공지능을, as statements are counted."""
    clauses: list[Clause] = []
    for clause in query.clauses:
        clauses.append(clause)
        for first in range(max(len(clauses) - MOST_JOINED, 0), len(clauses) - 1):
            if joined := _joined(clauses[first:], lexicon):
                clauses[first:] = [joined]
                break
    return replace(query, clauses=tuple(clauses))


def _joined(clauses: Sequence[Clause], lexicon: Lexicon) -> Clause | None:
    """Words one after the other as one, where a compound begins with the first and ends in the last."""
    first, *between, last = clauses
    words = [_word_at(first, -1), *(_word_at(clause, 0) for clause in between), _word_at(last, 0)]
    alone = all(len(clause.terms) == 1 and isinstance(clause.terms[0], Word) for clause in between)
    if not alone or any(clause.negated for clause in clauses) or not all(word and not word.itself for word in words):
        return None
    parts = [word.text for word in words if word]
    together = "".join(parts)
    before = len(together) - len(parts[-1])
    if not any(start == 0 and end > before for start, end in lexicon.compounds_in(together)):
        return None
    one = _one_for(first.terms[-1], last.terms[0], Word(together))
    return Clause((*first.terms[:-1], one, *last.terms[1:])) if one else None


def _word_at(clause: Clause, place: Literal[0, -1]) -> Word | None:
    """The first or the last word of a clause, if it is one."""
    term = clause.terms[place]
    if isinstance(term, Near):
        term = term.left if place == 0 else term.right
    return term if isinstance(term, Word) else None


def _one_for(left: Term, right: Term, word: Word) -> Term | None:
    """A term for two that a word joins: (고객 NEAR 인공), 지능 -> 고객 NEAR 인공지능; None for two of NEAR."""
    if isinstance(left, Near):
        return None if isinstance(right, Near) else left._replace(right=word)
    return right._replace(left=word) if isinstance(right, Near) else word


def _with_itself(query: Query, readings: Mapping[Word | Phrase, Reading], known: Mapping[str, Known]) -> Query:
    """The same where words side by side may also be one that is counted as such: 연구개발 as 연구 개발, or as R&D is counted."""

    def either(term: Term) -> Iterable[Term]:
        if isinstance(term, Word) and readings[term].starts and readings[term].itself in known:
            yield Word(term.text, itself=True)
        yield term

    clauses = (clause._replace(terms=tuple(chain.from_iterable(map(either, clause.terms)))) for clause in query.clauses)
    return replace(query, clauses=tuple(clauses))


def word_groups(forms: Iterable[str], parts: Iterable[str] = ()) -> list[WordTotal]:
    """The keywords of some forms and those with some parts, those they count as, and all others that count as these.

    One query.
    """
    words = Keyword.objects.order_by()
    asked = reduce(or_, (Q(form__contains=part) for part in parts), Q(form__in=list(forms)))
    heads = words.filter(asked).values(head=Coalesce("counts_as", "pk"))
    groups = heads.union(words.filter(counts_as__in=heads).values("pk"))
    overall = FilteredRelation("totals", condition=Q(totals__scope=KeywordTotal.Scope.ALL))
    figures = [f"overall__{name}" for name in ("quotes", "uses", "raw_quotes", "raw_uses")]
    rows = words.filter(pk__in=groups).annotate(overall=overall).values_list("pk", "form", "counts_as", *figures)
    return [WordTotal(pk, form, counts_as, *(n or 0 for n in said)) for pk, form, counts_as, *said in rows]


def known_keywords(forms: Iterable[str], parts: Collection[str] = ()) -> dict[str, Known]:
    """What is on record of some forms, of words said that hold some parts, and of ``*``: one query."""
    wanted = {*forms, EVERYTHING}
    words = word_groups(wanted, parts)
    quotes = {word.pk: word.quotes for word in words}
    members: dict[int, list[str]] = {}
    for word in words:
        members.setdefault(word.counts_as or word.pk, []).append(word.form)
    longer = {word.form for word in words if word.raw_quotes and any(part in word.form for part in parts)}
    return {
        word.form: Known(word.pk, head, quotes[head], word.raw_quotes, tuple(sorted(members[head])))
        for word in words
        if word.form in wanted | longer and (head := word.counts_as or word.pk)
    }


def _reading(term: Word | Phrase, lexicon: Lexicon) -> Reading:
    if isinstance(term, Word) and term.itself:
        return Reading((), itself=term.text.upper(), is_one=True)
    ways = lexicon.likely_words(term.text)
    if isinstance(term, Phrase):
        return read_phrase(term.text, ways)
    reading = read_word(term.text, [*ways, *_after_object(term.text, lexicon)])
    itself = term.text.upper()
    return replace(reading, itself=itself, is_one=bool(reading.starts) or _is_one(itself, reading))


def _is_one(form: str, reading: Reading) -> bool:
    # A dictionary form is taken for one, whatever else it could be: 여기다 is not 여기 with 이다.
    return form in reading.forms or form.endswith("다")


def _after_object(text: str, lexicon: Lexicon) -> list[list[SaidWord]]:
    """A verb as it is read after an object: ``"이끄는"`` -> 이끌다, though alone it looks like 끄다."""
    if not re.fullmatch("[가-힣]{2,}", text):
        return []
    first = len(BEFORE_VERB)
    words = [SaidWord(form, start - first, end - first) for form, start, end in lexicon.words(f"{BEFORE_VERB}{text}")]
    verbs = [word for word in words if word.start >= 0]
    return [verbs] if len(verbs) == 1 and verbs[0].form.endswith("다") else []
