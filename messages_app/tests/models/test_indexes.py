"""Every index costs each write; one that another begins with answers nothing that the other does not."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, models

from messages_app.importing import QueueFilter, draft_queue
from messages_app.search import statements, with_speakers


def firsts(model: type[models.Model]) -> Iterator[str]:
    """The fields that an index or a constraint of several columns, on every row, begins with."""
    meta = model._meta
    unique = (constraint for constraint in meta.constraints if isinstance(constraint, models.UniqueConstraint))
    for index in (*meta.indexes, *unique):
        if not index.condition and index.fields:
            yield index.fields[0].lstrip("-")


@pytest.mark.parametrize(
    "model", list(apps.get_app_config("messages_app").get_models()), ids=lambda model: model.__name__
)
def test_no_column_is_indexed_twice(model: type[models.Model]) -> None:
    indexed = {field.name for field in model._meta.local_fields if field.db_index and not field.unique}
    assert not indexed & set(firsts(model))


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads so few rows without an index")
class TestWithoutStatistics:
    """SQLite gathers none by itself: a new archive has none, nor has a table that a migration made anew."""

    def test_reports_of_some_statements_are_not_looked_for_in_every_article(self) -> None:
        reports = with_speakers(statements().filter(original__in=range(20)))
        assert "USING INDEX quote_original" in reports.explain()

    def test_drafts_are_not_looked_for_in_every_article(self) -> None:
        assert "USING INDEX article_drafts" in draft_queue(QueueFilter()).explain()
