"""From what somebody wants to rows of the keyword index: one plan answers lists, counts and facets."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from messages_app.models import EVERYTHING, WIDE_FROM, Company, CompanyAlias, Executive, KeywordUse, name_key
from messages_app.search.adjacent import Piece, Together, contains, contains_near
from messages_app.search.filters import QuoteFilter
from messages_app.search.query import (
    Condition,
    Near,
    Phrase,
    Query,
    QueryError,
    Term,
    Word,
    parse_query,
    read_years,
)
from messages_app.search.terms import Known, Reading, known_keywords, read_terms
from messages_app.search.words import Lexicon

NO_COMPOUNDS = Lexicon([])


class SpokenBy(NamedTuple):
    """A column of the index that names a speaker, and whom it must name."""

    column: str
    pk: int

    @property
    def condition(self) -> Q:
        return Q(**{self.column: self.pk})


@dataclass(frozen=True, slots=True)
class Plan:
    """How to find the statements asked for.

    ``driver`` is the id of the rarest keyword that must occur (``*`` where none must); ``conditions`` hold for
    the statement beyond that, and ``speakers`` each for one of its speakers. ``forms`` are the words to
    highlight and ``runs`` the exact characters; ``synonyms`` are words counted together with those asked for.
    ``wide`` says that the totals know the driver's executives and outlets too. ``everything`` is the id of ``*``;
    ``counts`` are the words asked for, each with the statements it is in by itself, where that is known.
    """

    driver: int | None
    raw: bool
    conditions: tuple[Q, ...] = ()
    outlet: str = ""
    speakers: tuple[SpokenBy, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
    forms: frozenset[str] = frozenset()
    runs: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    wide: bool = False
    everything: int | None = None
    counts: tuple[tuple[str, int], ...] = ()
    lexicon: Lexicon = NO_COMPOUNDS

    @property
    def is_plain(self) -> bool:
        """Nothing but one keyword is asked for: the totals know all about it."""
        return not (self.conditions or self.outlet or self.speakers or self.years)

    def without_years(self) -> "Plan":
        """The same without the choice of years; conditions of the query language stay."""
        return replace(self, years=())

    def without_outlet(self) -> "Plan":
        """The same without the choice of an outlet."""
        return replace(self, outlet="")

    def without_words(self) -> "Plan":
        """The same without anything typed."""
        return replace(self, driver=self.everything, raw=False, conditions=(), wide=True)

    def without_speaker(self, chosen: Company | Executive | None) -> "Plan":
        """The same without the choice of a company or executive."""
        left_out = _of(chosen) if chosen else None
        return replace(self, speakers=tuple(speaker for speaker in self.speakers if speaker != left_out))

    def uses(self) -> QuerySet[KeywordUse]:
        """Rows of the driver in statements that meet the conditions, of any speaker; year and speakers aside."""
        rows = KeywordUse.objects.filter(keyword=self.driver, **self._said)
        if self.outlet:
            rows = rows.filter(outlet=self.outlet)
        return rows.filter(*self.conditions)

    def rows(self) -> QuerySet[KeywordUse]:
        """One row for each statement asked for."""
        rows = self.uses().filter(*map(_between, self.years))
        if not self.speakers:
            return rows.filter(place=0)
        first, *others = self.speakers
        for speaker in others:
            rows = rows.filter(quote__in=self._said_by(speaker))
        return rows.filter(first.condition)

    def rows_for_outlets(self) -> QuerySet[KeywordUse]:
        """The same as ``rows``, written so that they are read from the index of outlets, which holds the years too."""
        if self.speakers or not self.years:
            return self.rows()
        rows = self.without_years().rows().annotate(year=F("message_year") + 0)
        return rows.filter(*(Q(year__range=years) for years in self.years))

    def rows_of_all_speakers(self) -> QuerySet[KeywordUse]:
        """A row for each speaker of each statement asked for."""
        rows = self.uses().filter(*map(_between, self.years))
        for speaker in self.speakers:
            rows = rows.filter(quote__in=self._said_by(speaker))
        if not self.speakers and (self.years or self.outlet):
            # True of every row: so put, each half is a range of the indexes that begin with keyword and place.
            rows = rows.filter(Q(place=0) | Q(place__gt=0))
        return rows

    @property
    def _said(self) -> dict[str, int]:
        """Leaves out rows of synonyms alone. Rows of a word that counts as itself are never of count 0."""
        return {"raw_count__gt": 0} if self.raw else {}

    def _said_by(self, speaker: SpokenBy) -> QuerySet[KeywordUse, int]:
        return KeywordUse.objects.filter(speaker.condition, keyword=self.driver).values_list("quote_id", flat=True)


def make_plan(wanted: QuoteFilter) -> Plan:
    """The plan for a filter: at most two queries, one without a keyword. Raises QueryError."""
    query = parse_query(wanted.keyword)
    lexicon = Lexicon.load() if query.clauses else NO_COMPOUNDS
    readings = read_terms(query, lexicon)
    known = known_keywords(form for reading in readings.values() for form in reading.forms)
    readings = {term: reading.where_known(term.text, known) for term, reading in readings.items()}
    return replace(_Planner(wanted, query, readings, known).plan(), lexicon=lexicon)


def check_query(keyword: str) -> None:
    """Raises QueryError, with a reason, for a query that cannot be read or names what is not on record."""
    for item in parse_query(keyword).conditions:
        _resolve(item)


class _Planner:
    def __init__(
        self, wanted: QuoteFilter, query: Query, readings: dict[Word | Phrase, Reading], known: dict[str, Known]
    ) -> None:
        self.wanted = wanted
        self.query = query
        self.readings = readings
        self.known = known

    def plan(self) -> Plan:
        if EVERYTHING not in self.known:
            return Plan(None, self.wanted.raw)
        required = self._required()
        everything = self.known[EVERYTHING].pk
        driver = min(required, key=lambda pk: required[pk], default=everything)
        speakers, years, conditions = self._from_conditions()
        return Plan(
            driver=driver,
            raw=self.wanted.raw,
            conditions=(*self._from_words(required, driver), *conditions),
            outlet=self.wanted.outlet,
            speakers=speakers,
            years=years,
            forms=self._highlighted(),
            runs=tuple(reading.run for reading in self._positive() if reading.run),
            synonyms=self._synonyms(),
            everything=everything,
            counts=tuple(self._counts()),
            wide=driver == everything or required[driver] >= WIDE_FROM,
        )

    def _required(self) -> dict[int, int]:
        """Keywords that every statement found must hold, each with the number of statements it is in."""
        return {
            self._pk_in(reading, form): self._frequency_in(reading, form)
            for reading in self._must_occur()
            for form in reading.forms
        }

    def _must_occur(self) -> Iterator[Reading]:
        for clause in self.query.clauses:
            if not clause.negated and len(clause.terms) == 1:
                yield from (reading for reading in self._readings_of(clause.terms[0]) if not reading.either)

    def _from_words(self, required: Iterable[int], driver: int) -> list[Q]:
        runs = [reading for reading in self._must_occur() if len(reading.starts) > 1]
        beside = {self._pk_in(reading, form) for reading in runs for form in reading.forms}
        conditions = [self._holds(pk) for pk in required if pk != driver and pk not in beside]
        for clause in self.query.clauses:
            single = len(clause.terms) == 1 and not clause.negated and not self._has_choice(clause.terms[0])
            terms = [self._beyond_forms(term, driver) if single else self._whole(term) for term in clause.terms]
            if wanted := [term for term in terms if term is not None]:
                together = reduce(or_, wanted)
                conditions.append(~together if clause.negated else together)
        return conditions

    def _whole(self, term: Term) -> Q:
        """The condition of a term that may or must not occur."""
        if not isinstance(term, Near) and (together := self._together(term)):
            return together.listed()
        condition = Q()
        for reading in self._readings_of(term):
            holds = [self._holds(self._pk_in(reading, form), scattered=True) for form in reading.forms]
            if holds:
                condition &= reduce(or_ if reading.either else and_, holds)
        beyond = self._characters(term)
        return condition & beyond if beyond is not None else condition

    def _beyond_forms(self, term: Term, driver: int) -> Q | None:
        """What a term that must occur asks for beyond the forms in it: characters that stand together."""
        if not isinstance(term, Near) and (together := self._together(term)):
            return together.beside(driver)
        return self._characters(term)

    def _characters(self, term: Term) -> Q | None:
        if isinstance(term, Near):
            left, right = (_surface(word.text, self.readings[word]) for word in (term.left, term.right))
            return contains_near(left, right)
        run = self.readings[term].run
        return contains(run, spaced=isinstance(term, Word)) if run else None

    def _together(self, term: Word | Phrase) -> Together | None:
        """Where several words make a run of characters, how they stand in it."""
        reading = self.readings[term]
        if len(reading.starts) < 2:
            return None
        known = [self.known[form] for form in reading.forms]
        pieces = [Piece(word.pk, word.raw_quotes, start) for word, start in zip(known, reading.starts, strict=True)]
        return Together(pieces, reading.run, spaced=isinstance(term, Word))

    def _holds(self, keyword: int, *, scattered: bool = False) -> Q:
        """Statements with a keyword; ``scattered`` where few others narrow them, so that they are listed first."""
        said = {"spots__gt": 0} if self.wanted.raw else {}
        uses = KeywordUse.objects.filter(keyword=keyword, place=0, **said)
        if scattered:
            return Q(quote__in=uses.values("quote"))
        return Q(Exists(uses.filter(quote=OuterRef("quote"))))

    def _from_conditions(self) -> tuple[tuple[SpokenBy, ...], tuple[tuple[int, int], ...], list[Q]]:
        wanted = self.wanted
        speakers = [_of(chosen) for chosen in (wanted.executive, wanted.company, wanted.within) if chosen]
        years = [wanted.years] if wanted.years else []
        conditions: list[Q] = []
        by_field: dict[str, list[Condition]] = {}
        for item in self.query.conditions:
            if item.negated:
                conditions.append(~Q(quote__in=_quotes(_resolve(item))))
            else:
                by_field.setdefault(item.name, []).append(item)
        for name, items in by_field.items():
            either = reduce(or_, map(_resolve, items))
            if name in ("company", "executive", "industry"):
                conditions.append(Q(quote__in=_quotes(either)))
            else:
                conditions.append(either)
        return tuple(speakers), tuple(years), conditions

    def _has_choice(self, term: Term) -> bool:
        return any(reading.either for reading in self._readings_of(term))

    def _readings_of(self, term: Term) -> list[Reading]:
        words = [term.left, term.right] if isinstance(term, Near) else [term]
        return [self.readings[word] for word in words]

    def _positive(self) -> list[Reading]:
        return [
            reading
            for clause in self.query.clauses
            if not clause.negated
            for term in clause.terms
            for reading in self._readings_of(term)
        ]

    def _highlighted(self) -> frozenset[str]:
        forms = {form for reading in self._positive() for form in reading.forms}
        if not self.wanted.raw:
            forms |= {other for form in forms if form in self.known for other in self.known[form].synonyms}
        return frozenset(forms)

    def _synonyms(self) -> tuple[str, ...]:
        """Other words that were counted together with those asked for."""
        asked = {form for reading in self._positive() for form in reading.forms}
        return () if self.wanted.raw else tuple(sorted(self._highlighted() - asked))

    def _counts(self) -> Iterator[tuple[str, int]]:
        for clause in self.query.clauses:
            for term in clause.terms if not clause.negated else ():
                if not isinstance(term, Word):
                    continue
                reading = self.readings[term]
                if len(reading.forms) == 1 and not reading.run and not reading.either:
                    yield term.text, self._frequency_in(reading, reading.forms[0])

    def _pk_in(self, reading: Reading, form: str) -> int:
        """The keyword that a form of a reading is looked for under: characters that must stand there, as themselves."""
        return self.known[form].pk if self.wanted.raw or reading.run else self.known[form].merged_pk

    def _frequency_in(self, reading: Reading, form: str) -> int:
        return self.known[form].raw_quotes if self.wanted.raw or reading.run else self.known[form].quotes


def _between(years: tuple[int, int]) -> Q:
    return Q(message_year=years[0]) if years[0] == years[1] else Q(message_year__range=years)


def _of(chosen: Company | Executive) -> SpokenBy:
    """Rows of a speaker: a person, a member of a group, or a group with its members."""
    if isinstance(chosen, Executive):
        return SpokenBy("executive", chosen.pk)
    return SpokenBy("company" if chosen.group_id else "house", chosen.pk)


def _quotes(condition: Q) -> QuerySet[KeywordUse, int]:
    everything = KeywordUse.objects.filter(condition, keyword__form=EVERYTHING)
    return everything.values_list("quote_id", flat=True)


def _resolve(item: Condition) -> Q:
    """A condition of the query language on rows of the index. Raises QueryError for what is not on record."""
    if item.name == "year":
        return _between(read_years(item.value))
    if item.name == "outlet":
        return Q(outlet__iexact=item.value)
    if item.name == "industry":
        return Q(company__industry__iexact=item.value)
    if item.name == "company":
        alias = CompanyAlias.objects.filter(key=name_key(item.value)).select_related("company").first()
        if not alias:
            raise QueryError(
                _("‘%(name)s’ 이름의 회사가 없습니다. 회사 목록에서 확인해 주세요.") % {"name": item.value}
            )
        return _of(alias.company).condition
    if not Executive.objects.filter(name=item.value).exists():
        raise QueryError(
            _("‘%(name)s’ 이름의 경영인이 없습니다. 경영인 목록에서 확인해 주세요.") % {"name": item.value}
        )
    return Q(executive__name=item.value)


def _surface(text: str, reading: Reading) -> str:
    """A pattern for a word as it may be written: a verb by what stays of it, 새롭다 -> 새롭 or 새로."""
    if reading.run:
        return r"\s?".join(map(re.escape, reading.run))
    form = reading.forms[0] if reading.forms else text
    stem = form.removesuffix("다")
    if stem == form or len(stem) < 2:
        return r"\s?".join(map(re.escape, stem))
    return re.escape(stem[:-1])
