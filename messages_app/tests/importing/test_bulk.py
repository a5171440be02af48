"""Rows written many at once are what was given."""

import pytest
from django.db import IntegrityError

from messages_app.importing.bulk import write_rows
from messages_app.models import Keyword, KeywordTotal

pytestmark = pytest.mark.django_db
COLUMNS = ("keyword_id", "scope", "value", "quotes", "uses", "raw_quotes", "raw_uses")
KEY = COLUMNS[:3]


@pytest.fixture
def keyword(db: None) -> int:
    return Keyword.objects.create(form="가람말").pk


def stored() -> list[tuple[object, ...]]:
    return list(KeywordTotal.objects.order_by("scope", "value").values_list(*COLUMNS))


def test_rows_are_written_as_they_are(keyword: int) -> None:
    rows = [(keyword, "all", "", 3, 4, 1, 2), (keyword, "outlet", '가온 "신문", 100%', 1, 1, 0, 0)]
    write_rows(KeywordTotal, COLUMNS, rows)
    assert stored() == rows


def test_a_row_already_there_is_overwritten_and_no_other(keyword: int) -> None:
    write_rows(KeywordTotal, COLUMNS, [(keyword, "all", "", 3, 4, 1, 2), (keyword, "year", "2026", 3, 4, 1, 2)])
    write_rows(KeywordTotal, COLUMNS, [(keyword, "all", "", 9, 9, 9, 9), (keyword, "year", "2025", 1, 1, 1, 1)], KEY)
    assert [(value, quotes) for _, _, value, quotes, *_ in stored()] == [("", 9), ("2025", 1), ("2026", 3)]


def test_without_leave_nothing_is_overwritten(keyword: int) -> None:
    write_rows(KeywordTotal, COLUMNS, [(keyword, "all", "", 3, 4, 1, 2)])
    with pytest.raises(IntegrityError):
        write_rows(KeywordTotal, COLUMNS, [(keyword, "all", "", 3, 4, 1, 2)])


def test_no_rows_are_no_query(django_assert_num_queries: pytest.FixtureRequest) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        write_rows(KeywordTotal, COLUMNS, [])
