"""From what somebody wants to a plan: the query read, its words looked up, what must hold put in order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

from django.db.models import Exists, Q, QuerySet

from messages_app.models import EVERYTHING, IN_HEADLINE, WIDE_FROM, Keyword, KeywordUse, letters_before, signature_of
from messages_app.search.adjacent import SAME, Characters, Piece, Together, contains, contains_near
from messages_app.search.conditions import Named, look_up_named
from messages_app.search.filters import HEADLINE, QuoteFilter
from messages_app.search.meeting import Asked, Holding, Meeting, Run
from messages_app.search.plan import Plan, SpokenBy, Summand, spoken_by
from messages_app.search.query import Clause, Condition, Near, Phrase, Term, Word, parse_query
from messages_app.search.terms import Reading, ReadQuery, read_words

# A word in more statements than this is looked up in each of them rather than listed.
LISTED = 5000
# From so many statements on, reading all postings of a word takes less time than its rows of a year or some.
PACKED_FROM = 100_000


def make_plan(wanted: QuoteFilter) -> Plan:
    """The plan for a filter. Raises QueryError.

    One query for what the query names, if that is not looked up yet, one for its words, and where frequent words meet those
    of ``Meeting``. Characters that must stand together are looked for by the words in them, one query more for all: if no
    statement has these, the words were read otherwise there, and the characters alone decide.
    """
    query = parse_query(wanted.keyword)
    named = wanted.named or look_up_named(query)
    read = read_words(query, named.lexicon)
    planner = _Planner(wanted, named, read)
    plan = planner.plan().looked_up()
    if lost := planner.not_found(plan):
        plan = _Planner(wanted, named, read.by_characters(lost)).plan().looked_up()
    return replace(plan, lexicon=read.lexicon)


class Other(NamedTuple):
    """What a clause asks for beyond words that must occur: of the postings, then of texts, or of rows all at once."""

    asked: Asked | None
    text: Q | None
    condition: Q


class _Planner:
    def __init__(self, wanted: QuoteFilter, named: Named, read: ReadQuery) -> None:
        self.wanted = wanted
        self.named = named
        self.query = read.query
        self.readings = read.readings
        self.known = read.known

    def plan(self) -> Plan:
        if EVERYTHING not in self.known:
            return Plan(None, self.wanted.raw)
        required = self._required()
        everything = self.known[EVERYTHING].pk
        driver = min(required, key=lambda pk: required[pk], default=everything)
        speakers, years, conditions = self._from_conditions()
        summands, at_most = self._sum(tuple(conditions))
        runs, others = self._runs(), list(self._other_clauses())
        words = _beside_runs(required, runs)
        among = required.get(driver, self.known[EVERYTHING].quotes)
        asked = [*(Asked((Holding((word,)),)) for word in words), *(Asked((run,)) for run in runs)]
        asked += [other.asked for other in others if other.asked]
        texts = tuple(other.text for other in others if other.text is not None)
        return Plan(
            driver=driver,
            raw=self.wanted.raw,
            place=IN_HEADLINE if self.wanted.kind == HEADLINE else 0,
            conditions=(
                *(self._holds(word) for word in words if word != driver),
                *(run.beside(driver) for run in runs),
                *(other.condition for other in others),
                *conditions,
            ),
            outlet=self.wanted.outlet,
            speakers=speakers,
            years=years,
            forms=self._highlighted(),
            runs=tuple(reading.run for reading in self._positive() if reading.run),
            synonyms=self._synonyms(),
            everything=everything,
            counts=tuple(self._counts()),
            wide=driver == everything or among >= WIDE_FROM,
            sum=summands,
            at_most=at_most,
            among=among,
            packed=among >= PACKED_FROM and driver != everything and not self.wanted.raw,
            meeting=None if summands or among < WIDE_FROM else self._meeting(driver, asked, texts, conditions),
        )

    def not_found(self, plan: Plan) -> list[Word | Phrase]:
        """The runs of characters that no statement has by the words in them, whatever else is asked: at most one query."""
        stands = {
            term: plan.stands.get(together) if (together := self._together(term)) else None
            for term, reading in self.readings.items()
            if reading.starts
        }
        asked = {f"run_{number}": term for number, term in enumerate(stands) if stands[term] is None}
        if asked:
            runs = {name: self._found(term) for name, term in asked.items()}
            found = Keyword.objects.filter(form=EVERYTHING).annotate(**runs).values(*runs).get()
            stands |= {term: found[name] for name, term in asked.items()}
        return [term for term, found in stands.items() if not found]

    def _found(self, term: Word | Phrase) -> Exists:
        """Whether a run stands in any statement."""
        reading, together = self.readings[term], self._together(term)
        words = [self.known[form] for form in reading.forms]
        if together:
            words = [min(words, key=lambda word: word.raw_quotes)]
            stands = together.beside(words[0].pk)
        else:
            stands = contains(reading.run, spaced=isinstance(term, Word), among_few=True)
        return Exists(KeywordUse.objects.filter(stands, keyword__in=[word.pk for word in words], place=0))

    def _sum(self, conditions: tuple[Q, ...]) -> tuple[tuple[Summand, ...], int]:
        """How to count one clause that begins with every statement, -비용 or 고객 OR 안전, and at most how many it leaves."""
        words = self._words_of(self.query.clauses[0]) if len(self.query.clauses) == 1 else []
        everything = self.known[EVERYTHING]
        if len(words) == 1 and self.query.clauses[0].negated:
            ((without, times),) = words
            all_but = (
                Summand(1, everything.pk, True, conditions),
                Summand(-1, without, times >= WIDE_FROM, conditions),
            )
            return all_but, everything.quotes - times
        if len(words) == 2 and words[0][0] != words[1][0]:
            (rarer, few), (other, many) = sorted(words, key=lambda word: word[1])
            either = [Summand(1, pk, times >= WIDE_FROM, conditions) for pk, times in words]
            asked = [Asked((Holding((word,)),)) for word in (rarer, other)]
            meeting = self._meeting(rarer, asked, (), conditions) if few >= WIDE_FROM else None
            both = Summand(-1, rarer, few >= WIDE_FROM, (self._holds(other), *conditions), meeting)
            return (*either, both), few + many
        return (), 0

    def _words_of(self, clause: Clause) -> list[tuple[int, int]]:
        """The keywords of a clause of one or two plain words, with their statements; nothing for any other clause."""
        if len(clause.terms) != (1 if clause.negated else 2):
            return []
        readings = [reading for term in clause.terms if isinstance(term, Word) for reading in self._readings_of(term)]
        if len(readings) != len(clause.terms) or any(len(each.forms) != 1 or each.run for each in readings):
            return []
        return [(self._pk_in(each, each.forms[0]), self._frequency_in(each, each.forms[0])) for each in readings]

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

    def _meeting(self, driver: int, asked: list[Asked], texts: tuple[Q, ...], beyond: Sequence[Q]) -> Meeting | None:
        """The clauses for the postings, where they ask for more than one frequent word."""
        times = self._frequencies()
        if len(asked) < 2 and not any(clause.is_more_than_a_word(times, WIDE_FROM) for clause in asked):
            return None
        if all(clause.negated for clause in asked):
            asked = [Asked((Holding((driver,)),)), *asked]
        rare = frozenset(pk for pk, n in times.items() if n < WIDE_FROM)
        return Meeting(driver, tuple(asked), self.wanted.raw, texts, tuple(beyond), rare, self.known[EVERYTHING].pk)

    def _frequencies(self) -> dict[int, int]:
        """The keywords of all clauses, each with the number of statements it is in."""
        readings = [(reading, form) for reading in self.readings.values() for form in reading.forms]
        return {self._pk_in(reading, form): self._frequency_in(reading, form) for reading, form in readings}

    def _runs(self) -> tuple[Together, ...]:
        """The words that must stand together."""
        terms = [clause.terms[0] for clause in self.query.clauses if self._is_required(clause)]
        runs = [self._together(term) for term in terms if not isinstance(term, Near)]
        return tuple(run for run in runs if run)

    def _is_required(self, clause: Clause) -> bool:
        return len(clause.terms) == 1 and not clause.negated and not self._has_choice(clause.terms[0])

    def _other_clauses(self) -> Iterator[Other]:
        """What clauses ask for beyond words that must occur and runs of them."""
        for clause in self.query.clauses:
            if self._is_required(clause):
                if (text := self._beyond_forms(clause.terms[0])) is not None:
                    asked = self._asked(clause)
                    yield Other(asked, None if asked else text, text)
                continue
            condition = reduce(or_, map(self._whole, clause.terms))
            condition = ~condition if clause.negated else condition
            if asked := self._asked(clause):
                yield Other(asked, None, condition)
            else:
                yield self._with_text(clause, condition)

    def _with_text(self, clause: Clause, condition: Q) -> Other:
        """A clause that postings do not decide: of a phrase of one word they know the words it may be part of."""
        term = clause.terms[0]
        if clause.negated or len(clause.terms) > 1 or isinstance(term, Near) or not self.readings[term].either:
            return Other(None, condition, condition)
        return Other(Asked((self._holding(self.readings[term]),)), self._characters(term), condition)

    def _asked(self, clause: Clause) -> Asked | None:
        terms = [asked for term in clause.terms if (asked := self._in_postings(term))]
        return Asked(tuple(terms), clause.negated) if len(terms) == len(clause.terms) else None

    def _in_postings(self, term: Term) -> Holding | Run | None:
        """A term as postings and signatures know it: nothing of words near each other, nor of a letter of no word."""
        if isinstance(term, Near):
            return None
        if together := self._together(term):
            return together
        reading = self.readings[term]
        if not reading.forms:
            return Characters(reading.run, isinstance(term, Word)) if signature_of(reading.run).size else None
        return None if reading.run else self._holding(reading)

    def _holding(self, reading: Reading) -> Holding:
        return Holding(tuple(self._pk_in(reading, form) for form in reading.forms), reading.either)

    def _whole(self, term: Term) -> Q:
        """The condition of a term that may or must not occur."""
        if not isinstance(term, Near) and (together := self._together(term)):
            return together.listed()
        condition = reduce(and_, map(self._holds_all, self._readings_of(term)))
        beyond = self._characters(term)
        return condition & beyond if beyond is not None else condition

    def _holds_all(self, reading: Reading) -> Q:
        """The condition of the forms of a reading: all of them, or either."""
        times = {self._pk_in(reading, form): self._frequency_in(reading, form) for form in reading.forms}
        if reading.either:
            return self._holds(*times, listed=sum(times.values()) <= LISTED)
        return reduce(and_, (self._holds(pk, listed=n <= LISTED) for pk, n in times.items()), Q())

    def _beyond_forms(self, term: Term) -> Q | None:
        """What a term that must occur asks for beyond the forms in it and a run of them."""
        return None if not isinstance(term, Near) and self._together(term) else self._characters(term)

    def _characters(self, term: Term) -> Q | None:
        if isinstance(term, Near):
            return contains_near(self._surfaces(term.left), self._surfaces(term.right))
        reading = self.readings[term]
        spaced, among_few = isinstance(term, Word), bool(reading.forms)
        return contains(reading.run, spaced=spaced, among_few=among_few) if reading.run else None

    def _surfaces(self, word: Word) -> str:
        """A pattern for a word, or what counts as it, as they may be written."""
        reading = self.readings[word]
        forms = [reading.run] if reading.run else list(reading.forms or [word.text])
        if not (self.wanted.raw or reading.run):
            forms += [other for form in reading.forms for other in self.known[form].synonyms if other not in forms]
        return f"(?:{'|'.join(map(_surface, forms))})"

    def _together(self, term: Word | Phrase) -> Together | None:
        """Where several words make a run of characters, how they stand in it."""
        reading = self.readings[term]
        if len(reading.starts) < 2:
            return None
        known = [self.known[form] for form in reading.forms]
        before = letters_before(reading.run)
        pieces = [
            Piece(word.pk, word.raw_quotes, before[start]) for word, start in zip(known, reading.starts, strict=True)
        ]
        return Together(tuple(pieces), reading.run, spaced=isinstance(term, Word))

    def _holds(self, *keywords: int, listed: bool = False) -> Q:
        """Statements with one of some keywords; ``listed`` first where few others narrow them and they are few."""
        said = {"spots__gt": 0} if self.wanted.raw else {}
        uses = KeywordUse.objects.filter(keyword__in=keywords, **said)
        if listed:
            return Q(quote__in=uses.values("quote"))
        return Q(Exists(uses.filter(**SAME)))

    def _from_conditions(self) -> tuple[tuple[SpokenBy, ...], tuple[tuple[int, int], ...], list[Q]]:
        wanted = self.wanted
        speakers = [spoken_by(chosen) for chosen in (wanted.executive, wanted.company, wanted.within) if chosen]
        years = [wanted.years] if wanted.years else []
        conditions: list[Q] = []
        by_field: dict[str, list[Condition]] = {}
        for item in self.query.conditions:
            if item.negated:
                conditions.append(~Q(quote__in=_quotes(self.named.condition(item))))
            else:
                by_field.setdefault(item.name, []).append(item)
        for name, items in by_field.items():
            either = reduce(or_, map(self.named.condition, items))
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
        # Of a phrase, what longer words it is a part of is nothing to mark.
        asked = {
            form for reading in self._positive() for form in reading.forms if not reading.part or form == reading.part
        }
        return frozenset(asked | set(self._synonyms()))

    def _synonyms(self) -> tuple[str, ...]:
        """Other words that were counted together with those asked for; a run is made of the words themselves."""
        asked = {form for reading in self._positive() if not reading.run for form in reading.forms}
        together = {other for form in asked if form in self.known for other in self.known[form].synonyms}
        return () if self.wanted.raw else tuple(sorted(together - asked))

    def _counts(self) -> Iterator[tuple[str, int]]:
        for clause in self.query.clauses:
            for term in clause.terms if not clause.negated else ():
                if not isinstance(term, Word):
                    continue
                reading = self.readings[term]
                if len(reading.forms) == 1 and not reading.run and not reading.either:
                    yield term.typed, self._frequency_in(reading, reading.forms[0])

    def _pk_in(self, reading: Reading, form: str) -> int:
        """The keyword that a form of a reading is looked for under: characters that must stand there, as themselves."""
        return self.known[form].pk if self.wanted.raw or reading.run else self.known[form].merged_pk

    def _frequency_in(self, reading: Reading, form: str) -> int:
        return self.known[form].raw_quotes if self.wanted.raw or reading.run else self.known[form].quotes


def _beside_runs(required: Iterable[int], runs: Iterable[Together]) -> list[int]:
    """The keywords that must occur but for those of runs, which look for their own."""
    in_runs = {piece.keyword for run in runs for piece in run.pieces}
    return [pk for pk in required if pk not in in_runs]


def _quotes(condition: Q) -> QuerySet[KeywordUse, int]:
    everything = KeywordUse.objects.filter(condition, keyword__form=EVERYTHING)
    return everything.values_list("quote_id", flat=True)


def _surface(form: str) -> str:
    """A pattern for a word as it may be written: a verb by what stays of it, 새롭다 -> 새롭 or 새로."""
    stem = form.removesuffix("다")
    if stem == form or len(stem) < 2:
        return r"\s?".join(map(re.escape, stem))
    return re.escape(stem[:-1])
