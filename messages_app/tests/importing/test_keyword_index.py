"""The keyword index equals one computed afresh, whatever was done to the articles."""

from datetime import date
from typing import NamedTuple

import pytest

from messages_app.importing import (
    HeaderChange,
    QuoteChange,
    SpeakerChange,
    delete_articles,
    publish_article,
    rebuild_keywords,
    save_review,
    unpublish_article,
)
from messages_app.importing.keywords import index_statements
from messages_app.models import EVERYTHING, Article, Keyword, KeywordPostings, KeywordTotal, KeywordUse, Quote
from messages_app.tests.factories import Say, Who, make_company, make_draft, make_published

pytestmark = pytest.mark.django_db
COLUMNS = ("count", "raw_count", "spots", "company", "house", "executive", "outlet", "message_year", "sort_key")


class Index(NamedTuple):
    """All that the index holds."""

    uses: set[tuple[object, ...]]
    totals: set[tuple[object, ...]]


@pytest.fixture(autouse=True, params=[5000, 3, 1])
def frequent_from(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No word has postings, some come to have them or lose them, all have."""
    monkeypatch.setattr("messages_app.importing.totals.WIDE_FROM", request.param)


def stored() -> Index:
    uses = KeywordUse.objects.values_list("keyword__form", "quote", "place", *COLUMNS)
    figures = ("quotes", "uses", "raw_quotes", "raw_uses")
    return Index(set(uses), set(KeywordTotal.objects.values_list("keyword__form", "scope", "value", *figures)))


def assert_right() -> None:
    before = stored()
    assert rebuild_keywords(check=True).is_right
    KeywordPostings.objects.all().delete()
    KeywordTotal.objects.all().delete()
    KeywordUse.objects.all().delete()
    index_statements(Quote.objects.all())
    assert before == stored()


def figures(form: str, scope: str, value: object = "") -> tuple[int, int]:
    return KeywordTotal.objects.values_list("quotes", "uses").get(keyword__form=form, scope=scope, value=str(value))


def review(article: Article, quotes: list[QuoteChange], **fields: object) -> None:
    header = {"title": "새 제목", "outlet": "누리신문", "reporters": (), "url": "", "message_year": 2024}
    known = {"published_date": date(2024, 1, 2)} | header | fields
    save_review(
        article_id=article.pk,
        revision=Article.objects.get(pk=article.pk).revision,
        header=HeaderChange(**known),  # type: ignore[arg-type]
        quotes=quotes,
    )


@pytest.fixture
def article() -> Article:
    """Two statements and a headline of two people, beside another article of a group's member."""
    member = Who("나래원", "누리전자", "대표")
    make_company("누리전자", group=make_company("누리그룹"))
    make_published(Say("고객과 안전을 생각합니다", [member]), outlet="누리신문", message_year=2025)
    return make_published(
        Say("고객 또 고객이다", kind="headline"),
        Say("고객, 고객을 생각합니다"),
        Say("고객과 함께 갑시다", [Who(), member]),
    )


def test_publishing_indexes_statements_only(article: Article) -> None:
    assert figures("고객", "all") == (3, 4)
    assert figures(EVERYTHING, "all") == (3, 3)
    assert_right()


def test_a_joint_statement_counts_once_in_all_and_once_for_each(article: Article) -> None:
    companies = {who.name: who.company for quote in article.quotes.all() for who in quote.attributions.all()}
    assert figures(EVERYTHING, "year", 2026) == (2, 2)
    assert figures(EVERYTHING, "house", companies["김가온"].pk) == (2, 2)
    assert figures(EVERYTHING, "company", companies["나래원"].pk) == (2, 2)
    assert figures(EVERYTHING, "house", companies["나래원"].group_id) == (2, 2)


def test_publishing_again_changes_nothing(article: Article) -> None:
    before = stored()
    publish_article(article_id=article.pk)
    assert stored() == before


def test_unpublishing_takes_it_out(article: Article) -> None:
    unpublish_article(article_id=article.pk)
    assert figures("고객", "all") == (1, 1)
    assert not KeywordUse.objects.filter(quote__article=article).exists()
    assert_right()


def test_unpublishing_and_publishing_restores_it(article: Article) -> None:
    before = stored()
    unpublish_article(article_id=article.pk)
    publish_article(article_id=article.pk)
    assert stored() == before


def test_deleting_takes_it_out(article: Article) -> None:
    delete_articles(articles=Article.objects.filter(pk=article.pk))
    assert figures("고객", "all") == (1, 1)
    assert_right()


def test_nothing_is_left_when_all_is_deleted(article: Article) -> None:
    delete_articles(articles=Article.objects.all())
    assert (stored(), KeywordPostings.objects.count()) == (Index(set(), set()), 0)


def test_a_draft_is_not_indexed() -> None:
    make_draft("고객을 생각합니다")
    assert stored() == Index(set(), set())


def test_corrections_reach_the_index(article: Article) -> None:
    headline, first, second = article.quotes.order_by("place")
    speaker = SpeakerChange("민다온", "도담은행", "행장")
    review(
        article,
        [
            QuoteChange(headline.pk, "statement", speakers=(speaker,)),
            QuoteChange(first.pk, "headline", speakers=()),
            QuoteChange(second.pk, "statement", speakers=(speaker, SpeakerChange("", "가람텔레콤", ""))),
        ],
    )
    assert figures("고객", "year", 2024) == (2, 3)
    assert set(KeywordTotal.objects.filter(scope="outlet").values_list("value", flat=True)) == {"누리신문"}
    assert_right()


def test_a_removed_quote_leaves_the_index(article: Article) -> None:
    headline, first, second = article.quotes.order_by("place")
    review(article, [QuoteChange(first.pk, "dropped", speakers=())])
    assert figures("고객", "all") == (2, 2)
    assert_right()


def test_synonyms_count_together_and_apart() -> None:
    head, other = (Keyword.objects.get_or_create(form=form)[0] for form in ("고객", "안전"))
    Keyword.objects.filter(pk=other.pk).update(counts_as=head)
    make_published("고객과 안전", "안전과 안전")
    total = KeywordTotal.objects.get(keyword=head, scope="all")
    assert (total.quotes, total.uses, total.raw_quotes, total.raw_uses) == (2, 4, 1, 1)
    assert_right()
    delete_articles(articles=Article.objects.all())
    assert stored() == Index(set(), set())


def test_members_of_one_group_speaking_jointly_count_once_for_it() -> None:
    group = make_company("가람그룹")
    members = [make_company(name, group=group) for name in ("가람텔레콤", "해솔중공업")]
    make_published(Say("함께 갑시다", [Who(), Who("나래원", "해솔중공업"), Who("민다온", "가람텔레콤")]))
    assert figures(EVERYTHING, "house", group.pk) == (1, 1)
    assert [figures(EVERYTHING, "company", member.pk) for member in members] == [(1, 1), (1, 1)]
    assert_right()


@pytest.mark.parametrize("order", [("가람그룹", "가람텔레콤"), ("가람텔레콤", "가람그룹")])
def test_a_group_speaking_with_its_member_is_no_company_of_its_own(order: tuple[str, str]) -> None:
    group = make_company("가람그룹")
    member = make_company("가람텔레콤", group=group)
    names = ("김가온", "나래원")
    make_published(Say("함께 갑시다", [Who(name, company) for name, company in zip(names, order, strict=True)]))
    make_published(Say("홀로 갑시다", [Who("김가온", "가람그룹")]))
    kept = KeywordTotal.objects.filter(keyword__form=EVERYTHING, scope__in=("house", "company"))
    assert set(kept.values_list("scope", "value", "quotes")) == {
        ("house", str(group.pk), 2),
        ("company", str(member.pk), 1),
    }
    assert_right()


def test_newer_statements_come_first_and_the_article_keeps_its_order() -> None:
    make_published("하나", "둘", published_date=date(2025, 1, 2), message_year=2025)
    make_published("셋", published_date=None, message_year=2026)
    make_published("넷", published_date=date(2026, 1, 2), message_year=2026)
    newest = KeywordUse.objects.filter(keyword__form=EVERYTHING).order_by("-sort_key")
    assert list(newest.values_list("quote__text", flat=True)) == ["넷", "셋", "하나", "둘"]


def test_figures_are_found_but_ranked_nowhere() -> None:
    make_published("2030년까지 매출 30% 늘리겠다")
    assert Keyword.objects.get(form="2030년").is_stop
    assert not Keyword.objects.get(form="매출").is_stop
