"""What an editor linked or unlinked stays so, whatever is taken back, published again, dropped or deleted."""

import pytest

from messages_app.importing import (
    ImportRefused,
    QuoteChange,
    SpeakerChange,
    change_quote,
    delete_articles,
    link_quote,
    publish_article,
    rebuild_keywords,
    timeline,
    unlink_quote,
    unpublish_article,
)
from messages_app.models import Article, KeywordTotal, Quote
from messages_app.search import indexed
from messages_app.tests.factories import Say, make_draft, make_published

pytestmark = pytest.mark.django_db
TEXT = "고객이 먼저 찾는 회사가 되도록 올해도 힘을 모으자"
OTHERWISE = "손님이 스스로 오는 기업을 만듭시다"


def counted() -> int:
    total = KeywordTotal.objects.filter(keyword__form="*", scope="all").first()
    assert rebuild_keywords(check=True).wrong_quotes == 0
    return total.quotes if total else 0


def quote_of(article: Article) -> Quote:
    return article.quotes.get()


def link(report: Article, record: Article) -> None:
    link_quote(quote_id=quote_of(report).pk, original_id=quote_of(record).pk)


def publish_again(*articles: Article) -> None:
    for article in articles:
        unpublish_article(article_id=article.pk)
    for article in articles:
        publish_article(article_id=article.pk)


@pytest.fixture
def linked() -> tuple[Article, Article]:
    """A record, and what an editor said to be its report, worded otherwise."""
    record, report = make_published(TEXT), make_published(OTHERWISE, outlet="누리신문")
    link(report, record)
    return record, report


@pytest.mark.parametrize("order", [(0,), (1,), (0, 1), (1, 0)], ids=["record", "report", "both", "report first"])
def test_a_link_outlives_a_draft(linked: tuple[Article, Article], order: tuple[int, ...]) -> None:
    publish_again(*(linked[number] for number in order))
    assert counted() == 1
    publish_again(*linked)
    assert counted() == 1


def test_a_report_stands_for_its_record_meanwhile(linked: tuple[Article, Article]) -> None:
    record, report = linked
    unpublish_article(article_id=record.pk)
    assert (quote_of(report).original, counted()) == (None, 1)
    assert quote_of(record).original == quote_of(report)


def test_what_reports_a_deleted_record_is_linked_as_ever(linked: tuple[Article, Article]) -> None:
    record, report = linked
    delete_articles(articles=Article.objects.filter(pk=record.pk))
    assert not quote_of(report).original_decided
    assert quote_of(make_published(OTHERWISE, outlet="다온일보")).original == quote_of(report)
    assert counted() == 1


def test_a_draft_that_reports_a_deleted_record_is_linked_as_ever() -> None:
    record, same, draft = make_published(TEXT), make_published(OTHERWISE), make_draft(OTHERWISE)
    link(draft, record)
    delete_articles(articles=Article.objects.filter(pk=record.pk))
    publish_article(article_id=draft.pk)
    assert quote_of(draft).original == quote_of(same)


def test_what_goes_with_a_link_stays_with_it(linked: tuple[Article, Article]) -> None:
    record, report = linked
    unlink_quote(quote_id=quote_of(report).pk)
    Quote.objects.update(original_decided=False)
    third = make_published(OTHERWISE, outlet="다온일보")
    assert quote_of(third).original == quote_of(report)
    link(report, record)
    publish_again(third)
    assert quote_of(third).original == quote_of(record)


def test_a_found_report_takes_the_place_before_one_that_was_linked(linked: tuple[Article, Article]) -> None:
    record, report = linked
    found = make_published(TEXT, outlet="다온일보")
    publish_again(record)
    publish_again(report)
    assert quote_of(record).original == quote_of(report).original == quote_of(found)
    assert counted() == 1


def test_what_was_set_apart_stays_apart(linked: tuple[Article, Article]) -> None:
    record, report = linked
    unlink_quote(quote_id=quote_of(record).pk)
    make_published(TEXT, outlet="다온일보")
    assert counted() == 2
    publish_again(record)
    publish_again(report)
    assert counted() == 2


@pytest.mark.parametrize(("kind", "after"), [("dropped", 2), ("headline", 3)])
def test_a_dropped_record_taken_back_is_linked_still(linked: tuple[Article, Article], kind: str, after: int) -> None:
    record, _report = linked
    article = make_published("모두가 한마음으로 뭉쳐야 합니다", "안전은 양보할 수 없는 가치라고 생각합니다")
    quote = article.quotes.earliest("place")
    link_quote(quote_id=quote_of(record).pk, original_id=quote.pk)
    for wanted, statements in ((kind, 2), ("statement", after)):
        quote.refresh_from_db()
        who = SpeakerChange("김가온", "가람텔레콤", "사장")
        change_quote(article_id=article.pk, change=QuoteChange(quote.pk, wanted, (who,), revision=quote.revision))
        assert counted() == statements


def test_a_headline_is_linked_to_nothing(linked: tuple[Article, Article]) -> None:
    article = make_published(Say(TEXT, kind="headline"), "안전은 양보할 수 없는 가치라고 생각합니다")
    with pytest.raises(ImportRefused) as refused:
        link_quote(quote_id=article.quotes.earliest("place").pk, original_id=quote_of(linked[0]).pk)
    assert refused.value.code == "headline"


def test_a_report_that_is_a_headline_is_on_record_as_one(linked: tuple[Article, Article]) -> None:
    article = make_published(TEXT, "안전은 양보할 수 없는 가치라고 생각합니다")
    quote = article.quotes.earliest("place")
    assert quote.original == quote_of(linked[0])
    change_quote(article_id=article.pk, change=QuoteChange(quote.pk, "headline", ()))
    assert indexed().filter(pk=quote.pk).exists()
    assert counted() == 2


def test_the_history_of_the_words_has_no_moment_of_a_decision(linked: tuple[Article, Article]) -> None:
    report = linked[1]
    before = timeline(report)
    unlink_quote(quote_id=quote_of(report).pk)
    assert timeline(report) == before


def test_what_is_public_takes_the_place_before_a_fuller_draft() -> None:
    record, report, draft = (
        make_published(TEXT),
        make_published(TEXT, outlet="누리신문"),
        make_published(f"{TEXT}, 함께"),
    )
    unpublish_article(article_id=draft.pk)
    unpublish_article(article_id=record.pk)
    assert quote_of(report).original_id is None
    assert counted() == 1


def test_what_was_found_to_say_the_same_takes_the_place_before_what_was_linked(linked: tuple[Article, Article]) -> None:
    record, fuller = linked
    report = make_published(TEXT[:-4], outlet="도담일보")
    link(make_published(f"{OTHERWISE}, 그러면 한 해를 잘 보낸 것입니다", outlet="가온경제"), record)
    unpublish_article(article_id=record.pk)
    assert quote_of(report).original_id is None
    assert quote_of(fuller).original_id == quote_of(report).pk


@pytest.mark.parametrize("set_apart", [True, False])
def test_what_takes_the_place_of_a_record_is_set_apart_as_that_was(
    linked: tuple[Article, Article], set_apart: bool
) -> None:
    record, report = linked
    if set_apart:
        unlink_quote(quote_id=quote_of(record).pk)
    unpublish_article(article_id=record.pk)
    assert (quote_of(report).original_id, quote_of(report).original_decided) == (None, set_apart)


def test_a_record_and_its_report_are_deleted_at_once(linked: tuple[Article, Article]) -> None:
    assert delete_articles(articles=Article.objects.all()) == 2
    assert counted() == 0
