"""All that is known of one word: when it was said, by whom, beside which other words."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from messages_app.models import EVERYTHING, WIDE_FROM, Keyword, KeywordTotal, KeywordUse
from messages_app.search.filters import QuoteFilter
from messages_app.search.namesakes import told_apart
from messages_app.search.plan import Plan
from messages_app.search.results import Results, page_of
from messages_app.search.tally import EXECUTIVES, HOUSES, MEMBERS, Choice, tally
from messages_app.search.terms import WordTotal, word_groups
from messages_app.search.totals import quotes_column
from messages_app.search.words import Lexicon

MOST = 10
NEWEST = 5
BESIDE = 20
# Words beside are counted in the newest statements only: counting a frequent word's all takes seconds.
BESIDE_AMONG = 3000
# So many candidates leave enough that are in the ranking.
BESIDE_CANDIDATES = 200


@dataclass(frozen=True, slots=True)
class YearOfWord:
    """The statements of a year with the word, all statements of it, and the share, from 0 to 1."""

    year: int
    statements: int
    of: int

    @property
    def share(self) -> float:
        return self.statements / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Portrait:
    """A word and how it is used. ``group`` are the words counted as it, itself included; ``beside_among`` how many of
    the newest statements ``beside`` was counted in."""

    form: str
    statements: int
    uses: int
    group: list[WordTotal]
    years: list[YearOfWord]
    companies: list[Choice]
    executives: list[Choice]
    beside: list[tuple[str, int]]
    beside_among: int
    newest: Results

    @property
    def has_synonyms(self) -> bool:
        """Whether another word was said that counts as this one."""
        return any(word.raw_quotes and word.form != self.form for word in self.group)


def portrait(form: str, *, raw: bool = False) -> Portrait | None:
    """The portrait of a word by its form, or by that of a synonym; None where it was never said. Eleven queries.

    With ``raw``, of that very word, synonyms left out.
    """
    group = word_groups([form, EVERYTHING])
    everything = next((word.pk for word in group if word.form == EVERYTHING), None)
    asked = next((word for word in group if word.form == form), None)
    head = next((word for word in group if asked and word.pk == (asked.counts_as or asked.pk)), None)
    word = asked if raw else head
    if not (asked and word) or form == EVERYTHING or not (word.raw_quotes if raw else word.quotes):
        return None
    counted = [asked] if raw else [each for each in group if each.pk == word.pk or each.counts_as == word.pk]
    plan = Plan(
        word.pk,
        raw,
        forms=frozenset(each.form for each in counted),
        wide=max(word.quotes, word.raw_quotes) >= WIDE_FROM,
        everything=everything,
        lexicon=Lexicon.load(),
    )
    statements = word.raw_quotes if raw else word.quotes
    sayers = tally([(HOUSES, plan), (MEMBERS, plan), (EXECUTIVES, plan)])
    return Portrait(
        form=word.form,
        statements=statements,
        uses=word.raw_uses if raw else word.uses,
        group=sorted(counted, key=lambda each: (each.pk != word.pk, -each.raw_quotes, each.form)),
        years=_years(plan),
        companies=sayers.get("company", [])[:MOST],
        executives=told_apart(sayers.get("executive", [])[:MOST]),
        beside=_beside(plan),
        beside_among=min(statements, BESIDE_AMONG),
        newest=page_of(plan, QuoteFilter(raw=raw), statements, size=NEWEST),
    )


def portrayed() -> QuerySet[Keyword]:
    """Every word with a portrait of its own: none that counts as another, and none of those kept out of rankings."""
    said = KeywordTotal.objects.filter(scope=KeywordTotal.Scope.ALL, quotes__gt=0).exclude(keyword__form=EVERYTHING)
    return Keyword.objects.filter(pk__in=said.values("keyword"), is_stop=False, counts_as__isnull=True).order_by("pk")


def word_asked(plan: Plan) -> Keyword | None:
    """The word to portray, where a query asks for statements with it and no other word: at most one query."""
    alone = len(plan.counts) == 1 and plan.counts[0][1] and not (plan.conditions or plan.meeting or plan.sum)
    return Keyword.objects.filter(pk=plan.driver).first() if plan.driver and alone else None


def _years(plan: Plan) -> list[YearOfWord]:
    """Every year with statements, also those without the word."""
    column = quotes_column(plan)
    wanted = [plan.driver, plan.everything]
    rows = KeywordTotal.objects.filter(keyword__in=wanted, scope=KeywordTotal.Scope.YEAR)
    said: dict[int, int] = {}
    of: dict[int, int] = {}
    for keyword, year, statements in rows.values_list("keyword", "value", column):
        (said if keyword == plan.driver else of)[int(year)] = statements
    return [YearOfWord(year, said.get(year, 0), of[year]) for year in sorted(of)]


def _beside(plan: Plan) -> list[tuple[str, int]]:
    """Nouns and foreign words in the newest statements with the word, and in how many of those: two queries."""
    newest = plan.rows().order_by("-sort_key", "-quote_id").values("quote")[:BESIDE_AMONG]
    # Nothing is asked of a row that its index does not hold, but where synonyms do not count: rows of count 0 are those
    # of words that count as another, which are not ranked.
    uses = KeywordUse.objects.filter(quote__in=newest, place=0).exclude(keyword=plan.driver)
    if plan.raw:
        uses = uses.filter(raw_count__gt=0)
    counted = uses.order_by().values_list("keyword").annotate(n=Count("*")).order_by("-n")
    counts = dict(counted[:BESIDE_CANDIDATES])
    ranked = Keyword.objects.filter(pk__in=counts, is_stop=False, counts_as__isnull=True)
    ranked = ranked.exclude(form__in=plan.forms).exclude(form__endswith="다")
    found = [(form, counts[pk]) for pk, form in ranked.order_by().values_list("pk", "form")]
    return sorted(found, key=lambda word: (-word[1], word[0]))[:BESIDE]
