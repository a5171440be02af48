"""How many statements there are by year, company, executive and outlet, for any plan, in one statement of SQL.

Each part of the statement is answered where that is quickest: from the totals where they know, from the postings, which
are read before, where frequent words meet, else by grouping the rows of the index, which are found once however many
parts there are. The ORM has no common table expressions; the SQL is the same on SQLite and PostgreSQL.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connections, router
from django.db.models import Model

from messages_app.models import Company, Executive, Keyword, KeywordTotal, KeywordUse
from messages_app.search.meeting import Meeting
from messages_app.search.plan import Plan
from messages_app.search.postings import Spoken, read_spoken
from messages_app.search.totals import known_scopes, known_total, quotes_column

Scope = KeywordTotal.Scope
# Some more than are shown, as the page's own company or the words asked for are left out.
LONGEST = 60
# Words beside are counted where that is quick: in the statements found, if they are no more than this.
WORDS_AMONG = 1000
# So many candidates leave enough that are in the ranking.
WORD_CANDIDATES = 200
COLUMNS = ("quote_id", "place", "message_year", "company_id", "house_id", "executive_id", "outlet")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: what stands in the address, what is shown, and the quotes it leaves."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Part:
    """One way to count: ``column`` of the index is ``scope`` of the totals.

    Of all that are ``of_statements`` only the row of the first speaker counts. ``wide`` ones are kept for frequent
    words only. ``named`` has the name and the address that a number stands for.
    """

    name: str
    column: str
    scope: str
    of_statements: bool = False
    wide: bool = False
    named: type[Model] | None = None
    condition: str = ""


ALL = Part("all", "''", Scope.ALL, of_statements=True)
YEARS = Part("year", "message_year", Scope.YEAR, of_statements=True)
HOUSES = Part("company", "house_id", Scope.HOUSE, named=Company)
MEMBERS = Part(
    "company", "company_id", Scope.COMPANY, named=Company, condition="(house_id IS NULL OR house_id <> company_id)"
)
EXECUTIVES = Part("executive", "executive_id", Scope.EXECUTIVE, wide=True, named=Executive)
OUTLETS = Part("outlet", "outlet", Scope.OUTLET, of_statements=True, wide=True)
# Nouns and foreign words said in the statements found.
WORDS = Part("word", "keyword_id", "", named=Keyword)


@dataclass(frozen=True, slots=True)
class _Sql:
    text: str
    params: tuple[Any, ...] = ()


class _Met(NamedTuple):
    """Rows of the postings in which words meet: of all speakers, and of the first of each statement."""

    speakers: Spoken
    statements: Spoken


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows found under a plan, and the parts counted in them."""

    name: str
    plan: Plan
    parts: list[Part]


def tally(wanted: Iterable[tuple[Part, Plan]]) -> dict[str, list[Choice]]:
    """The choices of each part under its plan, by name, at most ``LONGEST`` of a part, most first.

    One query, and up to two for each meeting of frequent words.
    """
    tables: dict[Any, _Table] = {}
    met: dict[Any, _Met] = {}
    asked = []
    for part, plan in wanted:
        # What is added up is needed whole.
        most = None if plan.sum or part is WORDS else LONGEST
        found = [
            (sign, _from_totals(part, each) or _from_postings(met, part, each, most) or _table(tables, part, each))
            for sign, each in plan.summands
        ]
        asked.append((part, found))
    selects = [
        _named(
            part,
            _sum(part, [(sign, _grouped(each, part) if isinstance(each, _Table) else each) for sign, each in found]),
        )
        for part, found in asked
    ]
    return _run([_found(table) for table in tables.values()], selects)


def _table(tables: dict[Any, _Table], part: Part, plan: Plan) -> _Table:
    """The rows that a part is counted in, found once for all parts under the same plan."""
    same = (plan.driver, plan.place, tuple(map(id, plan.asked)), plan.speakers, plan.years, plan.outlet)
    table = tables.setdefault(same, _Table(f"found_{len(tables)}", plan, []))
    table.parts.append(part)
    return table


def _from_totals(part: Part, plan: Plan) -> _Sql | None:
    """The part as the totals know it, None where they do not."""
    if not part.scope or (part.wide and not plan.wide):
        return None
    if part.scope == Scope.ALL:
        return _summed(plan, *known) if (known := known_total(plan)) else None
    scopes = known_scopes(plan, part.scope)
    return _by_value(plan, scopes) if scopes else None


def _summed(plan: Plan, scope: str, values: Sequence[str]) -> _Sql:
    marks = ", ".join(["%s"] * len(values)) or "NULL"
    return _Sql(
        f"""SELECT '' AS value, COALESCE(SUM({quotes_column(plan)}), 0) AS n FROM {TOTALS}
        WHERE keyword_id = %s AND scope = %s AND value IN ({marks})""",  # noqa: S608
        (plan.driver, scope, *values),
    )


def _by_value(plan: Plan, scopes: Sequence[str]) -> _Sql:
    """The values of one scope, in the order of their index, or of several added up."""
    column, of_keyword = quotes_column(plan), f"FROM {TOTALS} WHERE keyword_id = %s"
    if len(scopes) == 1:
        text = f"SELECT value, {column} AS n {of_keyword} AND scope = %s AND {column} > 0"  # noqa: S608
    else:
        marks = ", ".join(["%s"] * len(scopes))
        text = f"SELECT value, SUM({column}) AS n {of_keyword} AND scope IN ({marks}) GROUP BY value"  # noqa: S608
    return _Sql(text, (plan.driver, *scopes))


def _from_postings(met: dict[Any, _Met], part: Part, plan: Plan, most: int | None) -> _Sql | None:
    """The part as the postings know it, None where more is asked for than words that meet, and years."""
    if plan.words_alone:
        speakers, statements = _met(met, plan.words_alone, plan.years)
    elif plan.packed and plan.years_alone and (part is not OUTLETS or (plan.driver, plan.years) in met):
        # Outlets alone, where one is chosen, are counted quicker in their own rows.
        speakers, statements = _in_years(met, plan)
    else:
        return None
    if part is WORDS:
        few = statements.quotes.tolist() if len(statements.quotes) <= WORDS_AMONG else []
        return _words_in(", ".join(map(str, few)) or "NULL", plan)
    if part.scope == Scope.ALL:
        return _Sql(f"SELECT '' AS value, {len(statements.quotes)} AS n")  # noqa: S608
    among = statements if part.of_statements else speakers.by_members() if part is MEMBERS else speakers
    return _listed(part, among.counts(part.column, most))


def _met(met: dict[Any, _Met], meeting: Meeting, years: Sequence[tuple[int, int]]) -> _Met:
    """The rows that parts are counted in, read once for all parts and cut to each choice of years once."""
    if (id(meeting), years) not in met:
        spoken = _met(met, meeting, years[1:]).speakers.in_years(years[0]) if years else meeting.spoken()
        met[id(meeting), years] = _Met(spoken, spoken.by_the_first())
    return met[id(meeting), years]


def _in_years(met: dict[Any, _Met], plan: Plan) -> _Met:
    """The rows of a plan of one keyword and years, read once for all parts."""
    if (plan.driver, plan.years) not in met:
        spoken = read_spoken(plan.driver or 0, plan.years)
        met[plan.driver, plan.years] = _Met(spoken, spoken.by_the_first())
    return met[plan.driver, plan.years]


def _listed(part: Part, counts: Iterable[tuple[int, int]]) -> _Sql:
    """Values that were counted already, as they stand in the postings."""
    values = ", ".join(f"({value}, {n})" for value, n in counts)
    if not values:
        return _Sql("SELECT '' AS value, 0 AS n WHERE 1 = 0")
    text = f"SELECT column1 AS value, column2 AS n FROM (VALUES {values}) AS listed"  # noqa: S608
    if part is not OUTLETS:
        return _Sql(text)
    return _Sql(f"SELECT name.value, n FROM ({text}) AS outlets JOIN {TOTALS} AS name ON name.id = outlets.value")  # noqa: S608


def _sum(part: Part, counted: Sequence[tuple[int, _Sql]]) -> _Sql:
    """The counts of several queries added and taken away, the most frequent of them."""
    most = WORD_CANDIDATES if part is WORDS else LONGEST
    if len(counted) == 1:
        ((_, only),) = counted
        return _Sql(f"{only.text} ORDER BY n DESC LIMIT {most}", only.params)
    signed = " UNION ALL ".join(
        f"SELECT CAST(value AS varchar(60)) AS value, {sign} * n AS signed FROM ({each.text}) AS counted"  # noqa: S608
        for sign, each in counted
    )
    text = f"""SELECT value, CAST(SUM(signed) AS bigint) AS n FROM ({signed}) AS added
        GROUP BY value HAVING SUM(signed) > 0 ORDER BY n DESC LIMIT {most}"""  # noqa: S608
    return _Sql(text, tuple(param for _, each in counted for param in each.params))


def _found(table: _Table) -> _Sql:
    """The rows to count: those of all speakers, or one a statement where no part asks for speakers."""
    plan, parts = table.plan, table.parts
    columns: tuple[str, ...] = COLUMNS
    if parts == [WORDS] and plan.years_alone:
        # One more than they are counted in tells that they are not.
        columns, rows = ("quote_id", "place"), plan.rows()[: WORDS_AMONG + 1]
    elif _by_statement(parts):
        columns = tuple(column for column in COLUMNS if column in {part.column for part in parts} or column == "place")
        rows = plan.rows_for_outlets() if list(parts) == [OUTLETS] else plan.rows()
    else:
        # Where words alone are asked for, in the order of the index along which others are looked up quickest.
        only_words = not (plan.speakers or plan.years or plan.outlet)
        rows = plan.rows_of_all_speakers().order_by(*["quote_id"] * only_words)
    text, params = rows.values_list(*columns).query.sql_with_params()
    how = "MATERIALIZED " if len(parts) > 1 else ""
    return _Sql(f"{table.name} ({', '.join(columns)}) AS {how}({text})", tuple(params))


def _by_statement(parts: Sequence[Part]) -> bool:
    return all(part.of_statements for part in parts)


def _grouped(found: _Table, part: Part) -> _Sql:
    table, beside, place = found.name, found.parts, found.plan.place
    if part is WORDS:
        few = f"SELECT quote_id FROM {table} WHERE place = {place} AND (SELECT COUNT(*) FROM {table}) <= {WORDS_AMONG}"  # noqa: S608
        return _words_in(few, found.plan)
    if part.scope == Scope.ALL:
        first = "" if _by_statement(beside) else f" WHERE place = {place}"
        return _Sql(f"SELECT '' AS value, COUNT(*) AS n FROM {table}{first}")  # noqa: S608
    conditions = [f"{part.column} IS NOT NULL"]
    if part.of_statements and not _by_statement(beside):
        conditions.append(f"place = {place}")
    if part.condition:
        conditions.append(part.condition)
    return _Sql(
        f"""SELECT {part.column} AS value, COUNT(*) AS n FROM {table} WHERE {" AND ".join(conditions)}
        GROUP BY {part.column}"""  # noqa: S608
    )


def _words_in(statements: str, plan: Plan) -> _Sql:
    """Keywords in statements, which are given as SQL.

    Nothing is asked of a row that its index does not hold, but where synonyms do not count: rows of count 0 are those of
    words that count as another, which are not named below.
    """
    said = " AND said.raw_count > 0" if plan.raw else ""
    return _Sql(
        f"""SELECT keyword_id AS value, COUNT(*) AS n FROM {USES} AS said
        WHERE said.place = {plan.place}{said} AND said.quote_id IN ({statements}) GROUP BY keyword_id"""  # noqa: S608
    )


def _named(part: Part, counted: _Sql) -> _Sql:
    """(part, value, label, n) of each row counted."""
    if part.named is None:
        text = f"SELECT '{part.name}', CAST(value AS varchar(60)), '', n FROM ({counted.text}) AS counted"  # noqa: S608
    elif part is WORDS:
        text = f"""SELECT 'word', form, form, n FROM (
            SELECT form, n FROM ({counted.text}) AS counted JOIN {KEYWORDS} AS named ON named.id = CAST(value AS bigint)
            WHERE counts_as_id IS NULL AND NOT is_stop AND form NOT LIKE %s ORDER BY n DESC, form LIMIT {LONGEST}
        ) AS words"""  # noqa: S608
        return _Sql(text, (*counted.params, "%다"))
    else:
        text = f"""SELECT '{part.name}', slug, name, n FROM ({counted.text}) AS counted
        JOIN {part.named._meta.db_table} AS named ON named.id = CAST(value AS bigint)"""  # noqa: S608
    return _Sql(text, counted.params)


def _run(tables: Sequence[_Sql], selects: Sequence[_Sql]) -> dict[str, list[Choice]]:
    begin = f"WITH {', '.join(table.text for table in tables)} " if tables else ""
    text = begin + " UNION ALL ".join(select.text for select in selects)
    found: dict[str, list[Choice]] = {}
    with connections[router.db_for_read(KeywordUse)].cursor() as cursor:
        cursor.execute(text, [param for piece in (*tables, *selects) for param in piece.params])
        for name, choice in _choices(cursor.fetchall()):
            found.setdefault(name, []).append(choice)
    return {name: sorted(choices, key=_rank) for name, choices in found.items()}


def _rank(choice: Choice) -> tuple[int, str, str]:
    """Most first; namesakes have the same label, but each an address."""
    return -choice.count, choice.label, choice.value


def _choices(rows: Iterable[tuple[str, str, str, int]]) -> Iterator[tuple[str, Choice]]:
    for name, value, label, count in rows:
        yield name, Choice(value, label or value, count)


TOTALS, USES, KEYWORDS = (model._meta.db_table for model in (KeywordTotal, KeywordUse, Keyword))
