"""One statement in several outlets."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from messages_app.importing import (
    HeaderChange,
    ImportRefused,
    QuoteChange,
    SpeakerChange,
    change_quote,
    delete_articles,
    likely_records,
    link_quote,
    merge_companies,
    merge_executives,
    portions_of_executive,
    publish_article,
    rebuild_keywords,
    save_review,
    split_company,
    split_executive,
    unlink_quote,
    unpublish_article,
)
from messages_app.models import Article, Company, Executive, KeywordTotal, Quote
from messages_app.tests.factories import Say, Who, make_draft, make_published

pytestmark = pytest.mark.django_db
TEXT = "고객이 먼저 찾는 회사가 되도록 올해도 힘을 모으자"
TRIMMED = "고객이 먼저 찾는 회사가 되도록 힘을 모으자"
FULL = f"{TEXT}. 지난해의 성과에 머무르지 말고 새로운 길을 열어야 한다"


def quote_of(article: Article) -> Quote:
    return article.quotes.get()


def counted() -> int:
    total = KeywordTotal.objects.filter(keyword__form="*", scope="all").first()
    assert rebuild_keywords(check=True).wrong_quotes == 0
    return total.quotes if total else 0


def test_another_outlets_report_is_linked_and_counted_once() -> None:
    first, second = make_published(TEXT), make_published(TRIMMED, outlet="누리신문")
    assert quote_of(second).original == quote_of(first)
    assert quote_of(first).original is None
    assert counted() == 1


def test_a_third_report_is_linked_to_the_record_not_to_a_report() -> None:
    first = make_published(TEXT)
    for outlet in ("누리신문", "다온일보"):
        assert quote_of(make_published(TEXT, outlet=outlet)).original == quote_of(first)


@pytest.mark.parametrize(
    "other",
    [Say(TEXT, [Who("나래원")]), Say(TEXT, [Who(organisation="누리전자")]), Say(TEXT, [Who("", "누리전자", "")])],
    ids=["another person", "a namesake elsewhere", "an organisation"],
)
def test_somebody_elses_words_are_their_own(other: Say) -> None:
    make_published(TEXT)
    assert quote_of(make_published(other)).original is None
    assert counted() == 2


def test_another_years_words_are_their_own() -> None:
    make_published(TEXT)
    assert quote_of(make_published(TEXT, message_year=2025)).original is None


def test_the_sample_and_real_articles_do_not_report_each_other() -> None:
    for is_sample in (True, False):
        assert quote_of(make_published(TEXT, is_sample=is_sample)).original is None


def test_a_headline_is_neither_record_nor_report() -> None:
    make_published(Say(TEXT, kind="headline"), "안전은 양보할 수 없는 가치라고 생각합니다")
    article = make_published(TEXT, Say(f"{TEXT}!", kind="headline"))
    assert not article.quotes.filter(original__isnull=False).exists()


def test_words_of_an_organisation_without_a_person_are_linked() -> None:
    say = Say(TEXT, [Who("", "가람텔레콤", "")])
    first = make_published(say)
    assert quote_of(make_published(say)).original == quote_of(first)


def test_a_much_fuller_report_becomes_the_record_so_that_its_words_are_found() -> None:
    first, second = make_published(TEXT), make_published(TRIMMED)
    full = quote_of(make_published(FULL))
    assert {quote_of(first).original, quote_of(second).original} == {full}
    assert full.original is None
    assert counted() == 1
    assert full.keyword_uses.filter(keyword__form="성과").exists()


def test_publishing_again_changes_no_link() -> None:
    first, second = make_published(TEXT), make_published(TRIMMED)
    for article in (first, second, first):
        publish_article(article_id=article.pk)
    assert (quote_of(first).original, quote_of(second).original) == (None, quote_of(first))
    assert counted() == 1


@pytest.mark.parametrize("leave", [unpublish_article, None], ids=["unpublished", "deleted"])
def test_a_report_takes_the_place_of_a_record_that_leaves(leave: object) -> None:
    first, second, third = make_published(TEXT), make_published(TRIMMED), make_published(TEXT, outlet="다온일보")
    if leave:
        unpublish_article(article_id=first.pk)
    else:
        delete_articles(articles=Article.objects.filter(pk=first.pk))
    assert quote_of(third).original is None
    assert quote_of(second).original == quote_of(third)
    assert counted() == 1


def test_a_record_that_comes_back_is_a_report_of_the_new_one() -> None:
    first, second = make_published(TEXT), make_published(TEXT, outlet="누리신문")
    unpublish_article(article_id=first.pk)
    publish_article(article_id=first.pk)
    assert quote_of(first).original == quote_of(second)
    assert counted() == 1


def test_a_corrected_speaker_takes_the_reports_away() -> None:
    first, second = make_published(TEXT), make_published(TEXT, outlet="누리신문")
    quote_of(first).attributions.update(name="나래원", executive=None)
    publish_article(article_id=first.pk)
    assert quote_of(second).original is None
    assert counted() == 2


def corrected_speaker(article: Article) -> None:
    change = QuoteChange(quote_of(article).pk, "statement", (SpeakerChange("나래원", "누리전자", "사장"),))
    change_quote(article_id=article.pk, change=change)


def corrected_year(article: Article) -> None:
    header = replace(HeaderChange.of(article), message_year=2025)
    save_review(article_id=article.pk, revision=article.revision, header=header)


@pytest.mark.parametrize("correct", [corrected_speaker, corrected_year])
def test_reports_that_a_corrected_record_leaves_are_one_statement(correct: Callable[[Article], None]) -> None:
    first, second, third = make_published(TEXT), make_published(TRIMMED), make_published(TEXT, outlet="다온일보")
    correct(first)
    assert quote_of(first).original is quote_of(third).original is None
    assert quote_of(second).original == quote_of(third)
    assert counted() == 2


def test_a_draft_is_no_record_of_what_a_corrected_record_leaves() -> None:
    first, second, third = make_published(TEXT), make_published(TRIMMED), make_published(FULL[: len(TEXT) + 5])
    unpublish_article(article_id=third.pk)
    corrected_speaker(first)
    assert quote_of(second).original is None
    assert counted() == 2


def test_a_report_does_not_follow_its_record_to_another_speaker() -> None:
    na = Who("나래원", "누리전자")
    first, report, other = make_published(TEXT), make_published(TEXT), make_published(Say(TEXT, [na]))
    assert quote_of(report).original == quote_of(first)
    corrected_speaker(first)
    assert quote_of(first).original == quote_of(other)
    assert quote_of(report).original is None
    assert counted() == 2


def test_what_two_records_of_one_person_said_is_linked_when_they_become_one() -> None:
    first = make_published(TEXT)
    second = make_published(Say(TRIMMED, [Who(organisation="가람텔레컴")]), outlet="누리신문")
    assert counted() == 2
    stays, goes = Executive.objects.order_by("pk")
    person = merge_executives(stays_id=stays.pk, goes_id=goes.pk)
    assert quote_of(second).original == quote_of(first)
    assert counted() == 1
    taken = [portion.key for portion in portions_of_executive(person) if "가람텔레컴" in portion.label]
    split_executive(executive_id=person.pk, portions=taken)
    assert quote_of(second).original is None
    assert counted() == 2


def test_what_a_company_said_under_two_names_is_linked_when_they_become_one() -> None:
    first = make_published(Say(TEXT, [Who("", "가람텔레콤", "")]))
    second = make_published(Say(TEXT, [Who("", "가람텔레컴", "")]), outlet="누리신문")
    stays, goes = Company.objects.order_by("pk")
    company = merge_companies(stays_id=stays.pk, goes_id=goes.pk)
    assert (quote_of(second).original, counted()) == (quote_of(first), 1)
    split_company(company_id=company.pk, spellings=["가람텔레컴"])
    assert (quote_of(second).original, counted()) == (None, 2)


def test_an_editor_unlinks_for_good() -> None:
    first, second = make_published(TEXT), make_published(TEXT, outlet="누리신문")
    unlink_quote(quote_id=quote_of(second).pk)
    for article in (first, second):
        publish_article(article_id=article.pk)
    assert quote_of(second).original is None
    assert counted() == 2


def test_an_editor_links_what_is_worded_otherwise() -> None:
    first, second = make_published(TEXT), make_published("손님이 스스로 오는 기업을 만듭시다", outlet="누리신문")
    third = make_published("손님이 스스로 오는 기업을 만듭시다", outlet="다온일보")
    assert quote_of(third).original == quote_of(second)
    link_quote(quote_id=quote_of(second).pk, original_id=quote_of(first).pk)
    publish_article(article_id=second.pk)
    assert {quote_of(second).original, quote_of(third).original} == {quote_of(first)}
    assert counted() == 1


def test_nothing_is_linked_to_itself_its_article_or_a_draft() -> None:
    article = make_published(TEXT, "안전은 양보할 수 없는 가치라고 생각합니다")
    one, two = article.quotes.all()
    draft = quote_of(make_draft(TEXT))
    for other in (one, two, draft):
        with pytest.raises(ImportRefused):
            link_quote(quote_id=one.pk, original_id=other.pk)


def test_a_link_to_a_record_taken_back_is_forgotten_at_publishing() -> None:
    first, second = make_published(TEXT), make_draft("손님이 스스로 오는 기업을 만듭시다")
    link_quote(quote_id=quote_of(second).pk, original_id=quote_of(first).pk)
    unpublish_article(article_id=first.pk)
    publish_article(article_id=second.pk)
    assert quote_of(second).original is None
    assert counted() == 1
    publish_article(article_id=first.pk)
    assert quote_of(first).original == quote_of(second)
    assert counted() == 1


def test_likely_records_come_likest_first() -> None:
    near, far = make_published(TRIMMED), make_published("안전은 양보할 수 없는 가치라고 생각합니다")
    quote = quote_of(make_published(TEXT, message_year=2026, outlet="다온일보"))
    assert [found.pk for found, _score in likely_records(quote)] == [quote_of(near).pk, quote_of(far).pk]
