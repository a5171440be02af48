"""How to find statements in the keyword index: one plan answers lists, counts and facets."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from django.db.models import F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast

from messages_app.models import FIRST_YEAR, IN_HEADLINE, LAST_YEAR, Company, Executive, KeywordTotal, KeywordUse
from messages_app.search.adjacent import Together
from messages_app.search.meeting import Meeting, among
from messages_app.search.words import NO_COMPOUNDS, Lexicon

# So many rows are looked into for a page of so many statements: some milliseconds.
PROBES, PAGE = 5000, 20
SUMMED = ("driver", "wide", "conditions", "meeting", "listed")
# So few statements are listed in the question itself, and so few are counted from that list: of more, the postings
# know who says them.
FEW, COUNTED_FEW = 3000, 300


# Every key is above 0: so put, SQLite looks headlines up by their place, few as they are, and not in all rows of a word.
IS_HEADLINE = Q(place=IN_HEADLINE, sort_key__gte=0)


class SpokenBy(NamedTuple):
    """A column of the index that names a speaker, and whom it must name."""

    column: str
    pk: int

    @property
    def condition(self) -> Q:
        return Q(**{self.column: self.pk})


class Summand(NamedTuple):
    """Statements with a keyword that meet conditions, added (1) or taken away (-1); ``wide``, ``meeting`` as in a plan."""

    sign: int
    driver: int
    wide: bool
    conditions: tuple[Q, ...] = ()
    meeting: Meeting | None = None
    listed: tuple[Q, ...] | None = None

    def looked_up(self) -> "Summand":
        """The same with the statements in which the words meet: the queries of ``Meeting``, none where there is none."""
        return self._replace(**_answers(self.meeting.looked_up() if self.meeting else None))


@dataclass(frozen=True, slots=True)
class Plan:
    """How to find the statements asked for; of place ``IN_HEADLINE``, quotations in headlines.

    ``driver`` is the id of the rarest keyword that must occur (``*`` where none must); ``conditions`` hold for
    the statement beyond that, and ``speakers`` each for one of its speakers. ``forms`` are the words to
    highlight and ``runs`` the exact characters; ``synonyms`` are words counted together with those asked for.
    ``wide`` says that the totals know the driver's executives and outlets too. ``everything`` is the id of ``*``;
    ``counts`` are the words asked for, each with the statements it is in by itself, where that is known. ``meeting`` says
    the same as ``conditions`` where several frequent words must meet, and ``listed`` where they meet in few statements;
    ``stands`` is what the meeting knows of runs. ``packed`` says that the driver is in so many statements that its postings
    tell more quickly than its rows who speaks in some years.

    Where no keyword must occur, ``sum`` says how to count without a look at every statement: those without a word are
    all but those with it. ``at_most`` is then how many there can be. ``among`` is how many statements hold the driver.
    """

    driver: int | None
    raw: bool
    place: int = 0
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
    sum: tuple[Summand, ...] = ()
    at_most: int = 0
    among: int = 0
    meeting: Meeting | None = None
    listed: tuple[Q, ...] | None = None
    packed: bool = False
    stands: Mapping[Together, bool] = field(default_factory=dict, compare=False)
    lexicon: Lexicon = NO_COMPOUNDS

    @property
    def is_plain(self) -> bool:
        """Nothing but one keyword is asked for: the totals know all about it."""
        return not (self.conditions or self.outlet or self.speakers or self.years or self.place)

    @property
    def summands(self) -> list[tuple[int, "Plan"]]:
        """The plans whose counts, added and taken away, are the count of this one."""
        if not self.sum:
            return [(1, self)]
        return [
            (each.sign, replace(self, **{name: getattr(each, name) for name in SUMMED}, sum=(), packed=False))
            for each in self.sum
        ]

    @property
    def asked(self) -> tuple[Q, ...]:
        """The conditions as they are quickest answered; postings know nothing of headlines."""
        return self.conditions if self.listed is None or self.place else self.listed

    def looked_up(self) -> "Plan":
        """The same with the statements in which words meet: the queries of ``Meeting``, none where there is none."""
        sums = tuple(each.looked_up() for each in self.sum)
        found = self.meeting.looked_up() if self.meeting else None
        return replace(self, sum=sums, stands=found.stands if found else {}, **_answers(found))

    @property
    def years_alone(self) -> bool:
        """Nothing but one keyword and years are asked for."""
        return bool(self.years) and replace(self, years=()).is_plain

    @property
    def chosen_years(self) -> range:
        """The years that may be found: none where there are none in all of those asked for."""
        firsts, lasts = zip((FIRST_YEAR, LAST_YEAR), *self.years, strict=True)
        return range(max(firsts), min(lasts) + 1)

    @property
    def words_alone(self) -> Meeting | None:
        """The words that meet, where nothing but them and years is asked for: an outlet or a speaker leaves few rows."""
        return None if self.outlet or self.speakers or self.place else self.meeting

    def without_years(self) -> "Plan":
        """The same without the choice of years; conditions of the query language stay."""
        return replace(self, years=())

    def without_outlet(self) -> "Plan":
        """The same without the choice of an outlet."""
        return replace(self, outlet="")

    def of_the_other_kind(self) -> "Plan":
        """The same of headlines instead of statements, or the other way round."""
        return replace(self, place=0 if self.place else IN_HEADLINE)

    def without_words(self) -> "Plan":
        """The same without anything typed."""
        plain = replace(self, conditions=(), sum=(), at_most=0, meeting=None, listed=None, packed=False)
        return replace(plain, driver=self.everything, raw=False, wide=True)

    def without_speaker(self, chosen: Company | Executive | None) -> "Plan":
        """The same without the choice of a company or executive."""
        speakers = list(self.speakers)
        if chosen:
            # Once: somebody can be chosen on a page of their own.
            speakers.remove(spoken_by(chosen))
        return replace(self, speakers=tuple(speakers))

    def uses(self) -> QuerySet[KeywordUse]:
        """Rows of the driver in statements that meet the conditions, of any speaker; year and speakers aside."""
        rows = KeywordUse.objects.filter(keyword=self.driver, **self._said)
        if self.outlet:
            rows = rows.filter(outlet=self.outlet)
        return rows.filter(*self.asked)

    def rows(self) -> QuerySet[KeywordUse]:
        """One row for each statement asked for."""
        rows = self.uses().filter(*map(between, self.years))
        if self.place:
            rows = rows.filter(IS_HEADLINE)
        elif not self.speakers:
            rows = rows.filter(place=0)
        if not self.speakers:
            return rows
        first, *others = self.speakers
        for speaker in others:
            rows = rows.filter(quote__in=self._said_by(speaker))
        return rows.filter(first.condition)

    def not_beyond_years(self) -> Q:
        """A bound that every row has: no key is above the highest of its years, each of which knows its own.

        Otherwise all that is newer than some years would be gone through before the first row of them.
        """
        if self.place or self.speakers or self.outlet or not any(first < last for first, last in self.years):
            return Q()
        of_year = KeywordUse.objects.filter(
            keyword=self.driver, place=0, message_year=Cast(OuterRef("value"), IntegerField())
        )
        newest = Subquery(of_year.order_by("-sort_key").values("sort_key")[:1])
        years = KeywordTotal.objects.filter(keyword=self.driver, scope=KeywordTotal.Scope.YEAR)
        for first, last in self.years:
            years = years.filter(value__range=(f"{first:04}", f"{last:04}"))
        highest = years.annotate(newest=newest).order_by(F("newest").desc(nulls_last=True))
        return Q(sort_key__lte=Subquery(highest.values("newest")[:1]))

    def rows_in_order(self, found: int) -> QuerySet[KeywordUse]:
        """The same as ``rows`` for the first few in an order, of so many found in all.

        Where the first page is soon full, rows are gone through in that order and the conditions asked of each in turn;
        else those that meet the conditions are found first, and put in order.
        """
        few = found * PROBES < self.among * PAGE or self.asked is self.listed
        if not self.conditions or self.speakers or few:
            return self.rows()
        same = KeywordUse.objects.filter(keyword=self.driver, quote=OuterRef("quote"))
        # A value asked of each row: a condition would make PostgreSQL list all that meet it before the first row.
        meets = Subquery(same.filter(*self.conditions).values("place")[:1])
        return replace(self, conditions=()).rows().alias(meets=meets).filter(meets__isnull=False)

    def rows_for_outlets(self) -> QuerySet[KeywordUse]:
        """The same as ``rows``, written so that of each outlet only the years asked for are read from their index."""
        if self.speakers or not self.years:
            return self.rows()
        outlets = KeywordTotal.objects.filter(keyword=self.everything, scope=KeywordTotal.Scope.OUTLET)
        return self.rows().filter(outlet__in=outlets.values("value"))

    def rows_of_all_speakers(self) -> QuerySet[KeywordUse]:
        """A row for each speaker of each statement asked for."""
        rows = self.uses().filter(*map(between, self.years))
        for speaker in self.speakers:
            rows = rows.filter(quote__in=self._said_by(speaker))
        return rows.filter(IS_HEADLINE) if self.place else rows.exclude(place=IN_HEADLINE)

    @property
    def _said(self) -> dict[str, int]:
        """Leaves out rows of synonyms alone. Rows of a word that counts as itself are never of count 0."""
        return {"raw_count__gt": 0} if self.raw else {}

    def _said_by(self, speaker: SpokenBy) -> QuerySet[KeywordUse, int]:
        rows = KeywordUse.objects.filter(speaker.condition, *map(between, self.years), keyword=self.driver)
        return rows.values_list("quote_id", flat=True)


def _answers(found: Meeting | None) -> dict[str, Any]:
    """What becomes of a meeting that is looked up: itself, a list of its statements where they are few, or both."""
    if not found:
        return {}
    if len(found.quotes) > FEW:
        return {"meeting": found}
    if not found.texts and len(found.quotes) <= COUNTED_FEW:
        return {"listed": (among(found.quotes), *found.beyond), "meeting": None}
    found = found.decided()
    return {"listed": (among(found.quotes),), "meeting": found if len(found.quotes) > COUNTED_FEW else None}


def between(years: tuple[int, int]) -> Q:
    """Rows of some years, first and last."""
    return Q(message_year=years[0]) if years[0] == years[1] else Q(message_year__range=years)


def spoken_by(chosen: Company | Executive) -> SpokenBy:
    """Rows of a speaker: a person, a member of a group, or a group with its members."""
    if isinstance(chosen, Executive):
        return SpokenBy("executive", chosen.pk)
    return SpokenBy("company" if chosen.group_id else "house", chosen.pk)
