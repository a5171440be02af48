"""One record becomes two."""

import pytest

from messages_app.importing import (
    ImportRefused,
    merge_companies,
    merge_executives,
    portions_of_company,
    portions_of_executive,
    publish_article,
    rebuild_keywords,
    split_company,
    split_executive,
    unpublish_article,
)
from messages_app.models import Article, Company, Executive, Quote
from messages_app.tests.factories import Say, Who, make_published

pytestmark = pytest.mark.django_db


def index_is_right() -> bool:
    result = rebuild_keywords(check=True)
    return result.is_right


@pytest.fixture
def person() -> Executive:
    """Two people of one name who were taken for one."""
    make_published(Say("고객을 먼저 생각하는 한 해가 되어야 합니다", [Who("김가온", "가람텔레콤")]), message_year=2025)
    make_published(Say("안전은 어떤 성과와도 바꿀 수 없는 가치입니다", [Who("김가온", "누리전자")]))
    stays, goes = Executive.objects.order_by("pk")
    return merge_executives(stays_id=stays.pk, goes_id=goes.pk)


def test_portions_are_companies_and_years(person: Executive) -> None:
    labels = [(portion.label, portion.statements) for portion in portions_of_executive(person)]
    assert labels == [("가람텔레콤 2025", 1), ("누리전자 2026", 1)]


def report_twice(who: Who) -> None:
    """The statement again in another outlet, under a headline of the same speaker, and in a draft."""
    said = Say("안전은 어떤 성과와도 바꿀 수 없는 가치입니다", [who])
    make_published(said, Say("안전이 먼저", [who], "headline"), outlet="누리신문")
    unpublish_article(article_id=make_published(said, outlet="다온일보").pk)


def test_portions_count_as_pages_do_and_drafts_beside(person: Executive) -> None:
    report_twice(Who("김가온", "누리전자"))
    portions = portions_of_executive(person)
    assert [(portion.statements, portion.drafts) for portion in portions] == [(1, 0), (1, 1)]


def test_a_person_is_split_by_what_they_said(person: Executive) -> None:
    portion = portions_of_executive(person)[1]
    other = split_executive(executive_id=person.pk, portions=[portion.key], note="누리전자 사장")
    assert (other.name, other.note, other.slug) == ("김가온", "누리전자 사장", "김가온-2")
    assert [company.name for company in other.companies.all()] == ["누리전자"]
    assert [company.name for company in person.companies.all()] == ["가람텔레콤"]
    assert other.attributions.get().quote.text.startswith("안전은")
    assert index_is_right()


def test_a_split_stays_when_articles_are_published_again(person: Executive) -> None:
    other = split_executive(executive_id=person.pk, portions=[portions_of_executive(person)[1].key])
    for article in Article.objects.all():
        publish_article(article_id=article.pk)
    assert (person.attributions.count(), other.attributions.count()) == (1, 1)
    assert Executive.objects.count() == 2


@pytest.mark.parametrize("chosen", [[], ["0-0"], "all"])
def test_something_is_taken_and_something_left(person: Executive, chosen: list[str] | str) -> None:
    portions = [portion.key for portion in portions_of_executive(person)] if chosen == "all" else chosen
    with pytest.raises(ImportRefused):
        split_executive(executive_id=person.pk, portions=portions)
    assert Executive.objects.count() == 1


@pytest.fixture
def company() -> Company:
    """Two companies that were taken for one."""
    make_published(Say("고객을 먼저 생각하는 한 해가 되어야 합니다", [Who("김가온", "가람")]))
    make_published(Say("안전은 어떤 성과와도 바꿀 수 없는 가치입니다", [Who("나래원", "가람산업")]))
    stays, goes = Company.objects.order_by("pk")
    return merge_companies(stays_id=stays.pk, goes_id=goes.pk)


def test_a_company_is_split_by_its_spellings(company: Company) -> None:
    assert [(portion.label, portion.statements) for portion in portions_of_company(company)] == [
        ("가람", 1),
        ("가람산업", 1),
    ]
    other = split_company(company_id=company.pk, spellings=["가람산업"])
    assert other.name == "가람산업"
    assert [person.name for person in other.executives.all()] == ["나래원"]
    assert [person.name for person in company.executives.all()] == ["김가온"]
    assert Quote.objects.get(text__startswith="안전은").company == other
    assert Quote.objects.get(text__startswith="고객을").company == company
    assert index_is_right()


def test_portions_of_a_company_count_as_pages_do(company: Company) -> None:
    report_twice(Who("나래원", "가람산업"))
    portions = portions_of_company(company)
    assert [(portion.statements, portion.drafts) for portion in portions] == [(1, 0), (1, 1)]


@pytest.mark.parametrize("spellings", [[], ["없는표기"], ["가람"], ["가람", "가람산업"]])
def test_the_companys_own_name_stays(company: Company, spellings: list[str]) -> None:
    with pytest.raises(ImportRefused):
        split_company(company_id=company.pk, spellings=spellings)
    assert Company.objects.count() == 1


def test_a_new_record_is_called_as_its_name_looks() -> None:
    make_published(Say("고객", [Who()]), message_year=2025)
    make_published(Say("안전", [Who()]), message_year=2026)
    person = Executive.objects.get()
    key = portions_of_executive(person)[0].key
    other = split_executive(executive_id=person.pk, portions=[key], name="김\u200b나온\x00", note="재무\x00 담당")
    assert (other.name, other.note) == ("김나온", "재무 담당")


def test_a_spelling_stored_under_another_key_is_split_off_all_the_same() -> None:
    make_published(Say("고객", [Who("김가온", "가람텔레콤")]), Say("안전", [Who("나래원", "누리전자", "대표")]))
    company = merge_companies(
        stays_id=Company.objects.get(name="가람텔레콤").pk, goes_id=Company.objects.get(name="누리전자").pk
    )
    company.aliases.filter(name="누리전자").update(key="\u200b누리전자")
    other = split_company(company_id=company.pk, spellings=["\u200b누리전자"])
    assert (other.name, other.attributions.count()) == ("누리전자", 1)
