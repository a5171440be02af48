"""Migrations that fill tables: what they store does not change with the code."""

import sys
from importlib import import_module

import pytest
from django.apps import apps

from messages_app.importing import create_draft
from messages_app.models import ArticleShingle
from messages_app.tests.factories import PASTE

pytestmark = pytest.mark.django_db
shingles = import_module("messages_app.migrations.0006_article_shingles")


def test_articles_that_were_there_get_the_traces_that_were_taken_then() -> None:
    article = create_draft(text=PASTE).article
    ArticleShingle.objects.all().delete()
    shingles.sketch_articles(apps, None)
    values = list(article.shingles.order_by("value").values_list("value", flat=True))
    assert (len(values), values[:3], values[-1]) == (24, [7517503, 70638767, 90794287], 1144522785)


def test_a_fresh_install_needs_no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "messages_app.parsing", None)
    shingles.sketch_articles(apps, None)
    assert not ArticleShingle.objects.exists()
