"""One quote at a time: checked, corrected, dropped, taken back."""

from dataclasses import replace
from typing import Any

import pytest

from messages_app.importing import (
    ImportRefused,
    NotPublishable,
    QuoteChange,
    SpeakerChange,
    StaleQuote,
    add_quote,
    change_quote,
    change_speaker,
    check_sure_quotes,
    rebuild_keywords,
)
from messages_app.models import Attribution, Executive, Quote
from messages_app.tests.factories import Say, Who, make_draft, make_published

pytestmark = pytest.mark.django_db

KIM = SpeakerChange("김가온", "가람텔레콤", "사장")
NA = SpeakerChange("나래원", "누리전자", "대표")


def as_is(quote: Quote, **fields: Any) -> QuoteChange:
    """What the editor sees, but for some fields."""
    return replace(QuoteChange(quote.pk, quote.kind, (KIM,), quote.checked, quote.revision), **fields)


def change(quote: Quote, **fields: Any) -> Quote:
    change_quote(article_id=quote.article_id, change=as_is(quote, **fields))
    quote.refresh_from_db()
    return quote


def spoken(quote: Quote) -> list[str]:
    return [str(who) for who in quote.attributions.order_by("place")]


def test_a_quote_is_checked() -> None:
    quote = change(make_draft().quotes.get(), checked=True)
    assert (quote.checked, quote.revision) == (True, 1)
    assert spoken(quote) == ["김가온 가람텔레콤 사장"]


def test_what_is_so_already_is_no_change() -> None:
    article = make_draft()
    result = change_quote(article_id=article.pk, change=as_is(article.quotes.get()))
    assert (result.changed, article.quotes.get().revision, Quote.history.count()) == ((), 0, 0)


def test_a_dropped_quote_comes_back_with_its_speakers_and_its_number() -> None:
    quote = make_published("하나", "둘").quotes.latest("place")
    change(quote, kind="dropped")
    assert (quote.kind, quote.text) == ("dropped", "둘")
    change(quote, kind="statement")
    assert spoken(quote) == ["김가온 가람텔레콤 사장"]


def test_a_quote_is_not_taken_back_over_another() -> None:
    quote = change(make_draft("고객을 먼저 생각합니다").quotes.get(), kind="dropped")
    add_quote(article_id=quote.article_id, start=quote.start, end=quote.start + 3)
    with pytest.raises(ImportRefused) as caught:
        change(quote, kind="statement")
    assert caught.value.code == "overlap"


def test_dropping_and_taking_back_keep_the_index_right() -> None:
    quote = make_published("고객을 먼저", "안전을 먼저").quotes.latest("place")
    for kind in ("dropped", "statement", "headline", "statement"):
        change(quote, kind=kind)
        result = rebuild_keywords(check=True)
        assert result.is_right


def test_a_new_speaker_of_a_published_quote_is_put_on_record_at_once() -> None:
    quote = make_published("하나", "둘").quotes.latest("place")
    change(quote, speakers=(NA,))
    assert Executive.objects.filter(name="나래원", companies__name="누리전자").exists()
    assert quote.company.name == "누리전자"
    assert rebuild_keywords(check=True).wrong_quotes == 0


def test_the_last_statement_of_a_published_article_stays() -> None:
    quote = make_published().quotes.get()
    with pytest.raises(NotPublishable):
        change(quote, kind="dropped")
    assert Quote.objects.get().kind == "statement"
    assert not Quote.history.exists()


def test_the_later_of_two_editors_is_told_what_changed() -> None:
    quote = make_draft().quotes.get()
    seen = as_is(quote)
    change(quote, speakers=(NA,))
    with pytest.raises(StaleQuote) as caught:
        change_quote(article_id=quote.article_id, change=replace(seen, checked=True))
    (difference,) = caught.value.differences
    assert (difference.now, difference.sent) == ("발언 · 나래원 누리전자 대표", "발언 · 김가온 가람텔레콤 사장")
    assert spoken(quote) == ["나래원 누리전자 대표"]


def test_two_editors_who_agree_are_not_bothered() -> None:
    quote = make_draft().quotes.get()
    seen = as_is(quote)
    change(quote, speakers=(NA,), checked=True)
    result = change_quote(article_id=quote.article_id, change=replace(seen, speakers=(NA,), checked=True))
    assert result.changed == ()


def test_a_quote_of_another_article_is_out_of_reach() -> None:
    article, other = make_draft(), make_draft()
    with pytest.raises(Quote.DoesNotExist):
        change_quote(article_id=article.pk, change=as_is(other.quotes.get(), checked=True))


def test_everything_sure_is_checked_at_once_and_nothing_else() -> None:
    article = make_draft("하나", "둘", Say("셋", ()), Say("넷", kind="headline"))
    for quote, confidence in zip(article.quotes.all(), (0.97, 0.6, 0.97, 0.97), strict=True):
        Quote.objects.filter(pk=quote.pk).update(confidence=confidence)
    result = check_sure_quotes(article_id=article.pk)
    assert len(result.changed) == 1
    assert [quote.text for quote in article.quotes.filter(checked=True)] == ["하나"]


def test_one_speaker_is_changed_everywhere() -> None:
    both = [Who(), Who("나래원", "누리전자", "대표")]
    article = make_draft("하나", Say("둘", both), Say("셋", both[1:]))
    park = SpeakerChange("박새론", "가람텔레콤", "부사장")
    result = change_speaker(article_id=article.pk, before=replace(KIM, title="대표이사"), after=park)
    first, second, third = article.quotes.order_by("place")
    assert spoken(first) == ["박새론 가람텔레콤 부사장"]
    assert spoken(second) == ["박새론 가람텔레콤 부사장", "나래원 누리전자 대표"]
    assert spoken(third) == ["나래원 누리전자 대표"]
    assert result.changed == (first.pk, second.pk)


def test_a_dropped_quote_keeps_its_speaker_when_others_are_changed_everywhere() -> None:
    article = make_draft("하나", Say("둘", kind="dropped"))
    change_speaker(article_id=article.pk, before=KIM, after=SpeakerChange("박새론", "가람텔레콤", "부사장"))
    assert [spoken(quote) for quote in article.quotes.order_by("place")] == [
        ["박새론 가람텔레콤 부사장"],
        ["김가온 가람텔레콤 사장"],
    ]


def test_an_organisation_speaks_without_a_person() -> None:
    quote = make_published("하나", "둘").quotes.latest("place")
    change(quote, speakers=(SpeakerChange("", "누리전자", ""),))
    who = Attribution.objects.get(quote=quote)
    assert (who.executive, who.company.name) == (None, "누리전자")


def test_every_change_is_a_moment_of_the_history() -> None:
    quote = make_draft().quotes.get()
    change(quote, speakers=(NA,))
    change(quote, speakers=(NA,), kind="dropped")
    moments = list(quote.history.order_by("history_id"))
    assert [(moment.history_type, moment.kind) for moment in moments] == [
        ("+", "statement"),
        ("~", "statement"),
        ("~", "dropped"),
    ]
    assert [moment.speakers for moment in moments] == [
        [["김가온", "가람텔레콤", "사장"]],
        [["나래원", "누리전자", "대표"]],
        [["나래원", "누리전자", "대표"]],
    ]
