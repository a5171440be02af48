"""Writing into tables by the hundred thousand: the same rows on SQLite and PostgreSQL."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models, transaction

from messages_app.importing.postings import rebuild_postings
from messages_app.importing.totals import WIDE_FROM, frequent_keywords, fresh_totals, stored_totals
from messages_app.models import EVERYTHING, Keyword, KeywordTotal, KeywordUse


class BulkTable:
    """A model's table, written with some columns given for each row and the defaults of the model in all others."""

    def __init__(self, model: type[models.Model], given: Sequence[str]) -> None:
        fields = {field.attname: field for field in model._meta.concrete_fields}
        automatic = {name for name, field in fields.items() if isinstance(field, models.AutoField)}
        rest = [field for name, field in fields.items() if name not in {*given, *automatic}]
        quoted = [connection.ops.quote_name(fields[name].column) for name in given]
        self.columns = ", ".join(quoted + [connection.ops.quote_name(field.column) for field in rest])
        self.table = connection.ops.quote_name(model._meta.db_table)
        self.rest = tuple(field.get_db_prep_save(field.get_default(), connection) for field in rest)

    def insert(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Append rows of the given columns."""
        complete = [row + self.rest for row in rows]
        with transaction.atomic(), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {self.table} ({self.columns}) FROM STDIN") as copy:
                    for row in complete:
                        copy.write_row(row)
            elif complete:
                marks = ", ".join(["%s"] * len(complete[0]))
                cursor.executemany(f"INSERT INTO {self.table} ({self.columns}) VALUES ({marks})", complete)  # noqa: S608


@contextmanager
def without_indexes(model: type[models.Model]) -> Iterator[None]:
    """Drop the indexes of a table while it is filled: building each once is far quicker."""
    for index in model._meta.indexes:
        with connection.schema_editor() as editor:
            editor.remove_index(model, index)
    try:
        yield
    finally:
        for index in model._meta.indexes:
            with connection.schema_editor() as editor:
                editor.add_index(model, index)


def reset_sequences(written: Sequence[type[models.Model]]) -> None:
    """Let automatic numbers go on after those that were given."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), written):
            cursor.execute(statement)


def sum_up_totals() -> None:
    """Fill the totals with one or two statements a scope, and compare some with those the application would compute."""
    scopes = {
        "all": ("''", "place = 0"),
        "year": ("message_year", "place = 0"),
        "house": ("house_id", "house_id IS NOT NULL"),
        "company": ("company_id", "company_id IS NOT NULL AND (house_id IS NULL OR house_id <> company_id)"),
        "executive": ("executive_id", f"executive_id IS NOT NULL AND {WIDE_ONES}"),
        "outlet": ("outlet", f"place = 0 AND {WIDE_ONES}"),
    }
    for scope, (value, condition) in scopes.items():
        with connection.cursor() as cursor:
            cursor.execute(SUM_UP.format(scope=f"'{scope}'", value=value, condition=condition))
            if scope not in ("all", "year"):
                of_years = {"scope": f"'{scope} ' || message_year", "condition": f"{condition} AND {OF_EVERYTHING}"}
                cursor.execute(SUM_UP.format(value=value, **of_years))
    ranks = KeywordTotal.objects.filter(scope="all").order_by("-quotes").values_list("keyword", flat=True)
    some = [*ranks[:1], *ranks[100:3000:600]]
    if stored_totals(some) != fresh_totals(some):
        raise AssertionError("the totals of the benchmark are not those of the application")


def pack_postings() -> None:
    """Make the postings of frequent words as the application does."""
    for keyword in frequent_keywords():
        rebuild_postings(keyword)


USES, TOTALS, KEYWORDS = (model._meta.db_table for model in (KeywordUse, KeywordTotal, Keyword))
WIDE_ONES = f"""keyword_id IN (
    SELECT keyword_id FROM {TOTALS} JOIN {KEYWORDS} ON {KEYWORDS}.id = keyword_id
    WHERE scope = 'all' AND (quotes >= {WIDE_FROM} OR form = '{EVERYTHING}'))"""  # noqa: S608
OF_EVERYTHING = f"keyword_id = (SELECT id FROM {KEYWORDS} WHERE form = '{EVERYTHING}')"  # noqa: S608
SUM_UP = f"""
INSERT INTO {TOTALS} (keyword_id, scope, value, quotes, uses, raw_quotes, raw_uses)
SELECT keyword_id, {{scope}}, CAST({{value}} AS varchar(60)), COUNT(*), SUM(count), COUNT(*), SUM(raw_count)
FROM {USES} WHERE {{condition}} GROUP BY 1, 2, 3"""  # noqa: S608


def refresh_statistics() -> None:
    """What PostgreSQL's planner knows of the tables, as it would soon find out by itself; SQLite never does."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
