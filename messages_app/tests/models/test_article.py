"""What the database never stores of an article, a quote or a speaker."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from messages_app.models import Article, Attribution, Executive, Keyword, KeywordTotal, KeywordUse, Quote
from messages_app.tests.factories import Say, Who, make_draft, make_executive, make_published

pytestmark = pytest.mark.django_db


def change(record: Article | Quote | Attribution, **fields: Any) -> None:
    with transaction.atomic():
        type(record).objects.filter(pk=record.pk).update(**fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "published", "published_at": timezone.now(), "message_year": None},
        {"status": "published"},
        {"published_at": timezone.now()},
        {"status": "hidden"},
        {"message_year": 1944},
        {"message_year": 2201},
        {"body": ""},
    ],
)
def test_an_article_is_whole(fields: dict[str, Any]) -> None:
    article = make_draft()
    with pytest.raises(IntegrityError):
        change(article, **fields)


def test_no_two_articles_have_the_same_text() -> None:
    article = make_draft()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_draft(body_hash=article.body_hash)


def test_an_article_is_shown_by_its_title_or_number() -> None:
    article = make_draft(title="새해 첫 메시지")
    assert str(article) == "새해 첫 메시지"
    article.title = ""
    assert str(article) == f"#{article.pk}"
    assert article.get_absolute_url() == f"/articles/{article.pk}/"


@pytest.mark.parametrize(
    "fields",
    [
        {"start": 40, "end": 40},
        {"start": 40, "end": 30},
        {"end": 1000},
        {"text": "다른 길이의 말"},
        {"kind": "rumour"},
        {"confidence": 1.5},
        {"confidence": -0.1},
    ],
)
def test_a_quote_is_its_span(fields: dict[str, Any]) -> None:
    quote = make_draft("고객을 생각합니다").quotes.get()
    with pytest.raises(IntegrityError):
        change(quote, **fields)


def test_length_counts_code_points_not_bytes() -> None:
    quote = make_draft("고객😀을 𠮷 생각").quotes.get()
    assert quote.end - quote.start == 9


def test_a_span_is_quoted_once() -> None:
    article = make_draft("고객을 생각합니다", "안전을 생각합니다")
    first, second = article.quotes.all()
    with pytest.raises(IntegrityError):
        change(second, start=first.start, end=first.end)


def test_a_quote_is_not_its_own_original() -> None:
    quote = make_draft().quotes.get()
    with pytest.raises(IntegrityError):
        change(quote, original=quote)


def test_a_speaker_is_somebody() -> None:
    who = make_draft().quotes.get().attributions.get()
    with pytest.raises(IntegrityError):
        change(who, name="", organisation="", title="")
    change(who, name="", organisation="")


def test_a_place_and_a_person_come_once_in_a_quote() -> None:
    quote = make_draft(Say("함께 갑시다", [Who("김가온"), Who("나래원")])).quotes.get()
    first, second = quote.attributions.all()
    with pytest.raises(IntegrityError):
        change(second, place=0)
    person = make_executive()
    change(first, executive=person)
    with pytest.raises(IntegrityError):
        change(second, executive=person)


def test_a_speaker_on_record_cannot_be_deleted() -> None:
    make_published()
    who = Attribution.objects.get()
    for record in (who.executive, who.company):
        with pytest.raises(ProtectedError):
            record.delete()
    assert Executive.objects.count() == 1


def test_quotes_go_with_their_article() -> None:
    make_draft().delete()
    assert not Quote.objects.exists()
    assert not Attribution.objects.exists()


def test_records_are_shown_in_words() -> None:
    quote = make_published("고객을 생각합니다").quotes.get()
    assert str(quote) == "고객을 생각합니다"
    assert str(quote.attributions.get()) == "김가온 가람텔레콤 사장"
    assert str(quote.attributions.get().executive) == "김가온"
    keyword = Keyword.objects.get(form="고객")
    assert str(keyword) == "고객"
    assert str(KeywordUse.objects.get(keyword=keyword)) == f"{keyword.pk} in {quote.pk}"
    assert str(KeywordTotal.objects.get(keyword=keyword, scope="all")) == f"{keyword.pk} all : 1"


def test_a_keyword_is_a_word_and_not_its_own_synonym() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Keyword.objects.create(form="")
    keyword = Keyword.objects.create(form="가온누리")
    with pytest.raises(IntegrityError), transaction.atomic():
        Keyword.objects.filter(pk=keyword.pk).update(counts_as=keyword)
