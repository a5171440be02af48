"""Writing many rows of a table at once, without an object and a placeholder for every one."""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Model

Row = Sequence[Any]


def write_rows(model: type[Model], columns: Sequence[str], rows: Sequence[Row], unique: Sequence[str] = ()) -> None:
    """Insert rows of values in the order of ``columns``; one already there by its ``unique`` columns is overwritten.

    SQLite takes one row after the other from a prepared statement, PostgreSQL all of a column as an array.
    """
    if not rows:
        return
    table, names = model._meta.db_table, ", ".join(columns)
    overwriting = _overwriting(columns, unique) if unique else ""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            values = ", ".join(f"%s::{_type(model, column)}[]" for column in columns)
            arrays = [list(column) for column in zip(*rows, strict=True)]
            cursor.execute(f"INSERT INTO {table} ({names}) SELECT * FROM UNNEST({values}){overwriting}", arrays)  # noqa: S608
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks}){overwriting}", rows)  # noqa: S608


def _overwriting(columns: Sequence[str], unique: Sequence[str]) -> str:
    values = ", ".join(f"{column} = EXCLUDED.{column}" for column in columns if column not in unique)
    return f" ON CONFLICT ({', '.join(unique)}) DO UPDATE SET {values}"


def _type(model: type[Model], column: str) -> str:
    """The type of a column without its length: a cast to that would cut what is too long and say nothing."""
    return str(model._meta.get_field(column).db_type(connection)).partition("(")[0]
