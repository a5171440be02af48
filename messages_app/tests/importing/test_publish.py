"""From draft to public and back."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from messages_app.importing import NotPublishable, delete_articles, publish, publish_article, unpublish_article
from messages_app.models import Article, Attribution, Company, Executive, KeywordUse, Quote
from messages_app.tests.factories import Say, Who, make_company, make_draft, make_executive, make_published

pytestmark = pytest.mark.django_db


def test_publishing_makes_the_records_that_are_missing() -> None:
    result = publish_article(article_id=make_draft().pk)
    assert (result.statements, result.companies_created, result.executives_created) == (1, ("가람텔레콤",), ("김가온",))
    assert result.article.is_published
    assert result.article.published_at
    who = Attribution.objects.get()
    assert (who.company.name, who.executive.name) == ("가람텔레콤", "김가온")
    assert list(who.executive.companies.all()) == [who.company]


@pytest.mark.parametrize(
    "organisation", ["업계", "반도체 업계", "통신업계", "재계", "금융권", "금융당국", "대기업", "회사"]
)
def test_circles_and_sorts_become_no_company(organisation: str) -> None:
    article = make_draft(Say("올해가 고비다", speakers=[Who("", organisation, "관계자")]))
    assert publish_article(article_id=article.pk).companies_created == ()
    who = Attribution.objects.get()
    assert (who.organisation, who.company, who.quote.company) == (organisation, None, None)


@pytest.mark.parametrize(
    "organisation", ["가람세계", "누리시장", "누리은행", "가온현지법인", "누리대기업협의회", "누리재계약"]
)
def test_names_that_hold_such_a_word_become_companies(organisation: str) -> None:
    article = make_draft(Say("올해가 고비다", speakers=[Who("", organisation, "관계자")]))
    assert publish_article(article_id=article.pk).companies_created == (organisation,)


def test_a_circle_that_an_editor_put_on_record_stays_linked() -> None:
    circle = make_company("재계")
    make_published(Say("올해가 고비다", speakers=[Who("", "재계", "관계자")]))
    assert Attribution.objects.get().company == circle


def test_the_quote_repeats_company_and_year() -> None:
    quote = make_published(message_year=2024).quotes.get()
    assert (quote.company.name, quote.message_year) == ("가람텔레콤", 2024)


def test_publishing_again_changes_nothing_but_the_revision() -> None:
    article = make_published()
    uses = set(KeywordUse.objects.values_list("keyword", "quote"))
    again = publish_article(article_id=article.pk)
    assert again.article.published_at == article.published_at
    assert again.article.revision == article.revision + 1
    assert (again.companies_created, again.executives_created) == ((), ())
    assert (Company.objects.count(), Executive.objects.count()) == (1, 1)
    assert set(KeywordUse.objects.values_list("keyword", "quote")) == uses


@pytest.mark.parametrize(
    ("fields", "reason"), [({"message_year": None}, "연도가 비어"), ({"title": ""}, "제목이 비어")]
)
def test_what_is_missing_is_said(fields: dict[str, Any], reason: str) -> None:
    article = make_draft(**fields)
    with pytest.raises(NotPublishable) as caught:
        publish_article(article_id=article.pk)
    assert reason in str(caught.value.reasons[0])


def test_every_reason_is_given_at_once() -> None:
    article = make_draft(Say("새로운 시작", kind="headline"), title="", message_year=None)
    with pytest.raises(NotPublishable) as caught:
        publish_article(article_id=article.pk)
    assert len(caught.value.reasons) == 3
    article.refresh_from_db()
    assert (article.status, article.revision) == ("draft", 0)


def test_an_article_that_is_not_there_is_an_error() -> None:
    for function in (publish_article, unpublish_article):
        with pytest.raises(Article.DoesNotExist):
            function(article_id=0)


def test_nothing_is_half_written_where_publishing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any) -> None:
        raise RuntimeError

    article = make_draft()
    monkeypatch.setattr(publish, "reindex_statements", fail)
    with pytest.raises(RuntimeError):
        publish_article(article_id=article.pk)
    article.refresh_from_db()
    assert (article.status, article.revision) == ("draft", 0)
    assert not Company.objects.exists()
    assert not Executive.objects.exists()
    assert Attribution.objects.get().company is None


def test_unpublishing_keeps_quotes_and_records() -> None:
    article = make_published()
    quote = article.quotes.get()
    back = unpublish_article(article_id=article.pk)
    assert (back.status, back.published_at, back.revision) == ("draft", None, article.revision + 1)
    assert Quote.objects.get() == quote
    assert Attribution.objects.get().executive
    assert not KeywordUse.objects.exists()
    publish_article(article_id=article.pk)
    assert Quote.objects.get() == quote
    assert KeywordUse.objects.exists()


def test_unpublishing_a_draft_is_harmless() -> None:
    assert unpublish_article(article_id=make_draft().pk).status == "draft"


def test_deleting_takes_quotes_and_index_along() -> None:
    make_published(), make_published()
    assert delete_articles(articles=Article.objects.all()) == 2
    assert not Quote.objects.exists()
    assert not KeywordUse.objects.exists()
    assert delete_articles(articles=Article.objects.all()) == 0


def test_spellings_of_a_company_are_one_company() -> None:
    make_published(Say("하나", [Who(organisation="㈜가람텔레콤")]))
    make_published(Say("둘", [Who(organisation="가람 텔레콤")]))
    assert Company.objects.get().name == "㈜가람텔레콤"
    assert Executive.objects.count() == 1


def test_a_company_is_recognised_by_its_alias() -> None:
    company = make_company("가람텔레콤", "가람텔")
    make_published(Say("하나", [Who(organisation="가람텔")]))
    who = Attribution.objects.get()
    assert (who.company, who.organisation) == (company, "가람텔")


def test_namesakes_at_two_companies_stay_two_people() -> None:
    make_published(Say("하나", [Who(organisation="가람텔레콤")]), Say("둘", [Who(organisation="누리전자")]))
    assert sorted(person.slug for person in Executive.objects.all()) == ["김가온", "김가온-2"]
    make_published(Say("셋", [Who(organisation="누리전자")]))
    assert Executive.objects.count() == 2


def test_a_person_of_two_companies_is_one_person() -> None:
    person = make_executive("나윤호", make_company("가람텔레콤"), make_company("누리전자"))
    make_published(Say("하나", [Who("나윤호", "가람텔레콤")]))
    make_published(Say("둘", [Who("나윤호", "누리전자")]))
    assert set(Attribution.objects.values_list("executive", flat=True)) == {person.pk}


def test_a_person_moves_within_the_group_and_stays_one() -> None:
    group = make_company("가람그룹")
    make_company("가람텔레콤", group=group)
    make_published(Say("하나", [Who(organisation="가람텔레콤")]))
    make_published(Say("둘", [Who(organisation="가람그룹", title="부회장")]))
    assert Executive.objects.get().companies.count() == 2


def test_a_name_without_a_company_is_nobody_who_has_one() -> None:
    make_published(Say("하나", [Who("김가온", "가람텔레콤")]))
    make_published(Say("둘", [Who("김가온", "", "교수")]))
    assert Executive.objects.filter(name="김가온").count() == 2


def test_a_name_without_a_company_is_neither_of_two_who_have_none() -> None:
    known = {make_executive("김가온").pk, make_executive("김가온").pk}
    make_published(Say("하나", [Who("김가온", "", "교수")]))
    assert Attribution.objects.get().executive_id not in known


def test_a_title_printed_then_stays() -> None:
    make_published(Say("하나", [Who(title="부사장")]))
    make_published(Say("둘", [Who(title="사장")]))
    assert set(Attribution.objects.values_list("title", flat=True)) == {"부사장", "사장"}


def test_a_company_may_speak_without_a_person() -> None:
    result = publish_article(article_id=make_draft(Say("하나", [Who("", "누리전자", "")])).pk)
    assert (result.companies_created, result.executives_created) == (("누리전자",), ())


def test_a_name_without_company_is_one_person() -> None:
    for text in ("하나", "둘"):
        make_published(Say(text, [Who("김가온", "", "이사장")]))
    assert Executive.objects.get().companies.count() == 0
    make_published(Say("셋", [Who("김가온", "누리전자")]))
    assert Executive.objects.count() == 2


def test_nobody_in_particular_is_published_too() -> None:
    make_published(Say("하나", []), Say("둘", [Who("", "", "관계자")]))
    assert not Company.objects.exists()
    assert not Executive.objects.exists()
    assert KeywordUse.objects.exists()


def test_one_person_under_two_spellings_of_a_company_speaks_once() -> None:
    article = make_published(Say("하나", [Who(organisation="가람텔레콤"), Who(organisation="㈜가람 텔레콤")]))
    assert article.quotes.get().attributions.get().executive == Executive.objects.get()


def test_one_person_at_group_and_member_speaks_once() -> None:
    make_company("가람텔레콤", group=make_company("가람그룹"))
    article = make_published(
        Say("하나", [Who(organisation="가람그룹"), Who(organisation="가람텔레콤"), Who("나래원", "가람텔레콤")])
    )
    assert list(article.quotes.get().attributions.values_list("name", "place")) == [("김가온", 0), ("나래원", 2)]


def test_markup_in_names_is_kept_as_text() -> None:
    make_published(Say("하나", [Who("<b>김</b>", '"><script>', "& 사장")]))
    assert Company.objects.get().name == '"><script>'
    assert Company.objects.get().slug == "script"


def test_a_name_that_grows_when_composed_is_published() -> None:
    # One character that stands for eighteen in the form names are compared by.
    make_published(Say("하나", [Who(organisation="\ufdfa" * 100)]))
    assert Company.objects.count() == 1


def test_an_organisation_of_nothing_but_its_legal_form_is_no_company() -> None:
    make_published(Say("하나", [Who(organisation="㈜")]))
    assert not Company.objects.exists()


def queries_of_publishing_again(name: str, statements: int) -> int:
    words = ("고객", "안전", "도전", "상생", "혁신", "신뢰", "미래", "품질", "인재")[:statements]
    article = make_published(*(Say(f"{word}을 으뜸으로 삼는다", (Who(name),)) for word in words))
    unpublish_article(article_id=article.pk)
    with CaptureQueriesContext(connection) as captured:
        publish_article(article_id=article.pk)
    return len(captured)


def test_publishing_takes_as_many_queries_for_many_statements() -> None:
    make_published("첫 기사는 빈 색인을 만난다")
    assert queries_of_publishing_again("김가온", 2) == queries_of_publishing_again("나래원", 9)
