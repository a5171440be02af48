"""Every index costs each write; one that another begins with answers nothing that the other does not."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models


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
