"""Quotes are places of the source: nothing else can be stored."""

import pytest

from messages_app.importing import (
    ImportRefused,
    StaleQuote,
    add_quote,
    create_draft,
    find_span,
    mismatched_quotes,
    move_quote,
    publish_article,
    rebuild_keywords,
)
from messages_app.models import Article, Quote
from messages_app.tests.factories import PASTE, Say, Who, make_draft

pytestmark = pytest.mark.django_db
MORE = PASTE.replace("덧붙였다.", "덧붙였다. 한 사장은 구성원 모두가 주인이라는 마음을 당부하며 😀 웃었다.")
WORDS = "구성원 모두가 주인이라는 마음"


@pytest.fixture
def article() -> Article:
    return create_draft(text=MORE).article


def add(article: Article, words: str) -> Quote:
    start = article.body.index(words)
    result = add_quote(article_id=article.pk, start=start, end=start + len(words))
    return Quote.objects.get(pk=result.changed[0])


def test_selected_words_become_a_statement_of_whoever_is_speaking(article: Article) -> None:
    quote = add(article, WORDS)
    assert (quote.text, quote.kind, quote.checked) == (WORDS, "statement", False)
    assert [str(who) for who in quote.attributions.all()] == ["한가람 누리전자 사장"]
    assert not list(mismatched_quotes())


def test_where_the_parser_knows_nobody_the_last_speaker_goes_on() -> None:
    article = make_draft("하나", body="“하나” 그리고 그 밖의 말")
    Quote.objects.update(start=1, end=3)
    assert [str(who) for who in add(article, "그 밖의 말").attributions.all()] == ["김가온 가람텔레콤 사장"]


def test_of_two_speakers_the_last_one_before_goes_on() -> None:
    article = make_draft("하나", Say("둘", [Who("나래원", "누리전자", "대표")]), body="“하나” “둘” 그 밖의 말 “셋”")
    for quote, start in zip(article.quotes.order_by("place"), (1, 6), strict=True):
        Quote.objects.filter(pk=quote.pk).update(start=start, end=start + len(quote.text))
    assert [str(who) for who in add(article, "그 밖의 말").attributions.all()] == ["나래원 누리전자 대표"]


def test_blanks_and_marks_around_a_selection_do_not_count(article: Article) -> None:
    quote = article.quotes.get(text__startswith="안전은")
    Quote.objects.filter(pk=quote.pk).delete()
    assert add(article, " “안전은 양보할 수 없다”").text == "안전은 양보할 수 없다"


def test_places_are_counted_in_characters_not_in_bytes_or_halves(article: Article) -> None:
    assert add(article, "😀 웃었다").text == "😀 웃었다"


def test_the_quotes_keep_the_order_of_the_source(article: Article) -> None:
    add(article, "2일 신년사에서")
    texts = [quote.text for quote in article.quotes.order_by("place")]
    assert texts == [quote.text for quote in article.quotes.order_by("start")]
    assert sorted(article.quotes.values_list("place", flat=True)) == list(range(len(texts)))


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [(-1, 4, "outside"), (5, 5, "outside"), (9, 3, "outside"), (0, 10**9, "outside"), (1, 10**7, "outside")],
)
def test_a_place_outside_the_source_is_refused(article: Article, start: int, end: int, code: str) -> None:
    with pytest.raises(ImportRefused) as caught:
        add_quote(article_id=article.pk, start=start, end=end)
    assert caught.value.code == code


def test_blanks_alone_are_no_quote(article: Article) -> None:
    start = article.body.index("\n\n")
    with pytest.raises(ImportRefused):
        add_quote(article_id=article.pk, start=start, end=start + 2)


def test_statements_never_overlap(article: Article) -> None:
    with pytest.raises(ImportRefused) as caught:
        add(article, "신년사에서 “고객이 먼저")
    assert "고객이 먼저 찾는" in str(caught.value.message)


def test_a_dropped_quote_is_taken_back_by_selecting_it_again(article: Article) -> None:
    quote = article.quotes.get(text__startswith="안전은")
    Quote.objects.filter(pk=quote.pk).update(kind="dropped")
    assert add(article, quote.text) == quote


def test_a_quote_is_moved_and_keeps_its_speaker(article: Article) -> None:
    quote = article.quotes.get(text__startswith="안전은")
    end = article.body.index("”고 덧붙")
    move_quote(article_id=article.pk, quote_id=quote.pk, revision=0, start=quote.start + 4, end=end)
    quote.refresh_from_db()
    assert (quote.text, quote.revision) == ("양보할 수 없다", 1)
    assert [str(who) for who in quote.attributions.all()] == ["한가람 누리전자 사장"]
    with pytest.raises(StaleQuote):
        move_quote(article_id=article.pk, quote_id=quote.pk, revision=0, start=quote.start + 4, end=end)


def test_a_quote_is_moved_to_where_one_was_dropped(article: Article) -> None:
    quote, dropped = article.quotes.get(text__startswith="고객이"), article.quotes.get(text__startswith="안전은")
    Quote.objects.filter(pk=dropped.pk).update(kind="dropped")
    move_quote(article_id=article.pk, quote_id=quote.pk, revision=0, start=dropped.start, end=dropped.end)
    assert article.quotes.get(text=dropped.text) == quote


def test_new_and_moved_quotes_of_a_published_article_are_public_at_once(article: Article) -> None:
    publish_article(article_id=article.pk)
    quote = add(article, WORDS)
    move_quote(article_id=article.pk, quote_id=quote.pk, revision=1, start=quote.start, end=quote.end - 3)
    quote.refresh_from_db()
    assert (quote.text, quote.company.name) == ("구성원 모두가 주인이라는", "누리전자")
    result = rebuild_keywords(check=True)
    assert result.is_right


@pytest.mark.parametrize(
    "words", [WORDS, f"  {WORDS}\n", "구성원   모두가\n주인이라는 마음", "구성원 … 마음", "구성원... 마음"]
)
def test_words_are_found_in_the_source(article: Article, words: str) -> None:
    start, end = find_span(article_id=article.pk, words=words)
    assert article.body[start:end] == WORDS


@pytest.mark.parametrize("words", ["", "…", "없는 말", "고객이 먼저 찾는", "(.*", "구성원 … 없는 말"])
def test_words_that_are_not_there_or_quoted_already_are_refused(article: Article, words: str) -> None:
    with pytest.raises(ImportRefused):
        find_span(article_id=article.pk, words=words)
