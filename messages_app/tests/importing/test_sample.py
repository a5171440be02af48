"""The sample comes once and goes without a trace."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from messages_app.importing import create_draft, load_sample, mismatched_quotes, publish_article, remove_sample
from messages_app.models import (
    Article,
    Attribution,
    Company,
    CompanyAlias,
    Edition,
    Executive,
    FormerSlug,
    KeywordTotal,
    KeywordUse,
    Quote,
)
from messages_app.search import QuoteFilter, find
from messages_app.tests.factories import PASTE, Say, Who, make_draft, make_published

pytestmark = pytest.mark.django_db
RECORDS = (
    *(Article, Quote, Attribution, Company, CompanyAlias, Executive, FormerSlug, KeywordUse, KeywordTotal),
    *(Edition, Edition.history.model),
)


def counts() -> list[int]:
    return [model.objects.count() for model in RECORDS]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small sample of the same shape: a group, its member, a company, two articles."""
    rows = [("누리그룹", None), ("누리전자", "누리그룹"), ("도담은행", None)]
    companies = [{"name": name, "group": group, "industry": "가전", "aliases": []} for name, group in rows]
    people = [{"name": "한가람", "companies": ["누리전자", "도담은행"], "note": "도담은행에서 옮김"}]
    text = json.dumps({"companies": companies, "executives": people}, ensure_ascii=False)
    (tmp_path / "companies.json").write_text(text, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    for number, company in enumerate(("누리전자", "도담은행")):
        path = tmp_path / "articles" / f"{number}.txt"
        path.write_text(PASTE.replace("누리전자", company), encoding="utf-8")
    return tmp_path


def test_the_sample_is_published_whole(folder: Path) -> None:
    result = load_sample(folder=folder)
    assert (result.changed, result.total) == (2, 2)
    assert Edition.objects.get().is_sample
    assert not Article.objects.filter(status="draft").exists()
    assert Company.objects.get(name="누리전자").group.name == "누리그룹"
    assert Executive.objects.get(name="한가람").companies.count() == 2


def test_loading_twice_adds_nothing(folder: Path) -> None:
    load_sample(folder=folder)
    before = counts()
    result = load_sample(folder=folder)
    assert (result.changed, result.total) == (0, 2)
    assert counts() == before


def test_removing_leaves_nothing(folder: Path) -> None:
    load_sample(folder=folder)
    assert remove_sample().changed == 2
    assert counts() == [0] * len(RECORDS)
    assert remove_sample().changed == 0


def test_removing_keeps_real_articles_and_what_they_use(folder: Path) -> None:
    load_sample(folder=folder)
    make_published(Say("고객을 믿습니다", [Who("한가람", "누리전자")]))
    make_draft(Say("안전을 믿습니다", [Who("나래원", "가람텔레콤")]))
    remove_sample()
    assert Article.objects.count() == 2
    assert Executive.objects.get().name == "한가람"
    assert find(QuoteFilter(keyword="고객")).count == 1
    assert len(find(QuoteFilter(company=Company.objects.get(name="누리전자"))).quotes) == 1


def test_removing_keeps_the_group_of_a_company_that_stays(folder: Path) -> None:
    load_sample(folder=folder)
    make_published(Say("고객을 믿습니다", [Who("나래원", "누리전자")]))
    remove_sample()
    group = Company.objects.get(name="누리그룹")
    assert len(find(QuoteFilter(company=group)).quotes) == 1
    assert not Company.objects.filter(name="도담은행").exists()


def test_real_records_of_the_same_name_are_used_and_stay(folder: Path) -> None:
    make_published(Say("고객을 믿습니다", [Who("나래원", "누리전자")]))
    before = counts()
    load_sample(folder=folder)
    remove_sample()
    assert counts() == before
    assert not Company.objects.get().is_sample


def test_a_real_article_of_the_sample_text_stays_real(folder: Path) -> None:
    article = create_draft(text=PASTE).article
    publish_article(article_id=article.pk)
    load_sample(folder=folder)
    remove_sample()
    assert list(Article.objects.all()) == [article]


def test_a_bad_article_stores_nothing(folder: Path) -> None:
    (folder / "articles" / "9.txt").write_text("따옴표 없는 글", encoding="utf-8")
    with pytest.raises(ValueError, match="no_quotation"):
        load_sample(folder=folder)
    assert counts() == [0] * len(RECORDS)


def test_the_sample_that_ships_loads_twice_and_goes() -> None:
    articles = len(list((settings.SAMPLE_DIR / "articles").glob("*.txt")))
    call_command("load_sample")
    before = counts()
    call_command("load_sample")
    assert counts() == before
    assert before[0] == articles >= 16
    assert Company.objects.filter(name__in=["가람텔레콤", "누리전자"], attributions__isnull=False).exists()
    assert not list(mismatched_quotes())
    call_command("remove_sample")
    assert counts() == [0] * len(RECORDS)
