"""Migrations that fill tables: what they store does not change with the code."""

import sys
from importlib import import_module

import pytest
from django.apps import apps

from messages_app.importing import create_draft
from messages_app.models import ArticleShingle, Company, CompanyAlias, Executive, KeywordTotal, TextSignatures
from messages_app.tests.factories import PASTE, Say, Who, make_company, make_executive, make_published

pytestmark = pytest.mark.django_db
signatures = import_module("messages_app.migrations.0030_text_signatures")
years = import_module("messages_app.migrations.0029_totals_of_years")
names = import_module("messages_app.migrations.0027_names_as_they_look")
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


def test_totals_of_years_are_those_that_publishing_keeps() -> None:
    make_company("두레화학", group=make_company("두레그룹"))
    make_published("고객과 안전", "안전", message_year=2025, outlet="누리신문")
    make_published(
        Say("고객이 먼저", [Who(), Who("박두레", "두레화학")]), Say("안전", kind="headline"), message_year=2025
    )
    kept = set(KeywordTotal.objects.values_list("scope", "value", "quotes", "uses", "raw_quotes", "raw_uses"))
    assert {
        ("house 2025", str(Company.objects.get(name="두레그룹").pk), 1, 1, 1, 1),
        ("outlet 2025", "누리신문", 2, 2, 2, 2),
    } < kept
    years.forget(apps, None)
    assert not KeywordTotal.objects.filter(scope__endswith="2025").exists()
    years.count(apps, None)
    assert set(KeywordTotal.objects.values_list("scope", "value", "quotes", "uses", "raw_quotes", "raw_uses")) == kept


def test_texts_are_signed_as_publishing_signs_them() -> None:
    make_published("고객과 안전", Say("고객", kind="headline"), "안전이 먼저")
    kept = [(signed.block, bytes(signed.slices)) for signed in TextSignatures.objects.all()]
    TextSignatures.objects.all().delete()
    signatures.sign(apps, None)
    assert [(signed.block, bytes(signed.slices)) for signed in TextSignatures.objects.all()] == kept


def test_names_that_were_there_are_called_as_they_look() -> None:
    company, person = make_company("가람텔레콤", "GT"), make_executive("김가온")
    Company.objects.filter(pk=company.pk).update(name="\u202e가람텔레콤\u202c")
    Executive.objects.filter(pk=person.pk).update(name="김\u200b가온")
    for alias in company.aliases.all():
        unseen = f"\u202e{alias.name}"
        CompanyAlias.objects.filter(pk=alias.pk).update(name=unseen, key=unseen.casefold())
    names.even_out(apps, None)
    assert (Company.objects.get().name, Executive.objects.get().name) == ("가람텔레콤", "김가온")
    assert sorted(company.aliases.values_list("name", "key")) == [("GT", "gt"), ("가람텔레콤", "가람텔레콤")]


def test_two_names_that_look_alike_both_stay() -> None:
    make_company("가람텔레콤")
    other = make_company("누리전자")
    Company.objects.filter(pk=other.pk).update(name="가람\u200b텔레콤")
    other.aliases.update(name="가람\u200b텔레콤", key="가람\u200b텔레콤")
    names.even_out(apps, None)
    assert sorted(Company.objects.values_list("name", flat=True)) == ["가람\u200b텔레콤", "가람텔레콤"]
    assert CompanyAlias.objects.count() == 2
