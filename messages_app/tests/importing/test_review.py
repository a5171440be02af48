"""An editor's corrections: all of them or none."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from messages_app.importing import (
    HeaderChange,
    ImportRefused,
    NotPublishable,
    PublishResult,
    QuoteChange,
    SpeakerChange,
    StaleArticle,
    add_quote,
    save_review,
)
from messages_app.models import Article, Attribution, Company, Executive, ExecutiveAlias, Quote
from messages_app.tests.factories import make_company, make_draft, make_executive, make_published

pytestmark = pytest.mark.django_db

HEADER = HeaderChange("새 제목", "누리신문", ("민다온", "나래원"), date(2025, 1, 3), "https://news.example/1", 2025)
KIM = SpeakerChange("김가온", "가람텔레콤", "사장")


def keep(quote: Quote, *speakers: SpeakerChange, **fields: Any) -> QuoteChange:
    return replace(QuoteChange(quote.pk, quote.kind, speakers=speakers or (KIM,)), **fields)


def save(article: Article, *quotes: QuoteChange, **fields: Any) -> PublishResult | Article:
    known = {"article_id": article.pk, "revision": article.revision, "header": HEADER, "quotes": quotes}
    return save_review(**known | fields)


def spoken(quote: Quote) -> list[str]:
    return [str(who) for who in quote.attributions.order_by("place")]


def test_the_header_is_stored() -> None:
    article = make_draft()
    assert save(article) == article
    article.refresh_from_db()
    stored = [getattr(article, name) for name in ("title", "outlet", "published_date", "url", "message_year")]
    assert stored == ["새 제목", "누리신문", date(2025, 1, 3), "https://news.example/1", 2025]
    assert (article.reporters, article.revision, article.status) == (["민다온", "나래원"], 1, "draft")


def test_a_dropped_quote_is_kept_to_be_taken_back() -> None:
    article = make_draft("하나", "둘")
    first, second = article.quotes.all()
    save(article, keep(first, kind="dropped"), keep(second))
    assert list(article.quotes.values_list("kind", flat=True)) == ["dropped", "statement"]
    assert spoken(second) == ["김가온 가람텔레콤 사장"]


def test_a_kind_is_changed() -> None:
    article = make_draft("하나", "둘")
    first, second = article.quotes.all()
    save(article, keep(first, kind="headline"), keep(second))
    assert list(article.quotes.values_list("kind", flat=True)) == ["headline", "statement"]


def test_two_speakers_keep_their_order() -> None:
    article = make_draft()
    quote = article.quotes.get()
    save(article, keep(quote, SpeakerChange("나래원", "누리전자", "대표"), KIM))
    assert spoken(quote) == ["나래원 누리전자 대표", "김가온 가람텔레콤 사장"]


def test_an_empty_speaker_is_nobody() -> None:
    article = make_draft()
    quote = article.quotes.get()
    save(article, keep(quote, SpeakerChange("", "", "")))
    assert spoken(quote) == []


def test_the_same_speaker_twice_counts_once() -> None:
    article = make_draft()
    quote = article.quotes.get()
    save(article, keep(quote, KIM, SpeakerChange("", "", ""), replace(KIM, title="부회장")))
    assert spoken(quote) == ["김가온 가람텔레콤 사장"]


def test_a_person_on_record_twice_counts_once() -> None:
    person = make_executive("김가온", make_company("가람텔레콤", "가람텔"))
    article = make_draft()
    quote = article.quotes.get()
    save(article, keep(quote, KIM, replace(KIM, organisation="가람텔")))
    assert quote.attributions.get().executive == person


def test_a_person_on_record_under_two_names_counts_once() -> None:
    person = make_executive("김가온", make_company("가람텔레콤"))
    ExecutiveAlias.objects.create(executive=person, name="김가언")
    article = make_draft()
    quote = article.quotes.get()
    save(article, keep(quote, KIM, replace(KIM, name="김가언")))
    assert quote.attributions.get().executive == person


def test_a_new_person_under_two_spellings_is_published_once() -> None:
    article = make_draft()
    save(article, keep(article.quotes.get(), KIM, replace(KIM, organisation="㈜가람텔레콤")), publish=True)
    assert Attribution.objects.count() == Executive.objects.count() == Company.objects.count() == 1


def test_known_names_are_recognised_at_once() -> None:
    company = make_company("누리전자", "누리")
    person = make_executive("나래원", company)
    article = make_draft()
    save(article, keep(article.quotes.get(), SpeakerChange("나래원", "누리", "대표")))
    who = Attribution.objects.get()
    assert (who.executive, who.company, who.organisation) == (person, company, "누리")


def test_saving_and_publishing_are_one_step() -> None:
    article = make_draft(message_year=None)
    result = save(article, keep(article.quotes.get()), publish=True)
    assert isinstance(result, PublishResult)
    assert result.article.is_published
    assert result.article.message_year == 2025


def test_what_was_added_and_dropped_meanwhile_holds_up_nothing() -> None:
    article = make_draft("하나", "둘")
    first, second = article.quotes.all()
    Quote.objects.filter(pk=second.pk).update(kind="dropped")
    Article.objects.update(revision=1)
    assert isinstance(save(article, keep(first), header=None, publish=True), PublishResult)


def test_a_stale_revision_changes_nothing() -> None:
    article = make_draft()
    seen = HeaderChange.of(article)
    save(article, keep(article.quotes.get()))
    with pytest.raises(StaleArticle) as caught:
        save(article, keep(article.quotes.get(), kind="dropped"), header=replace(HEADER, title="늦은 제목"), seen=seen)
    assert caught.value.header == ("title",)
    article.refresh_from_db()
    assert (article.title, article.revision, article.quotes.get().kind) == ("새 제목", 1, "statement")


def test_what_cannot_be_published_is_not_stored_either() -> None:
    article = make_draft("하나")
    with pytest.raises(NotPublishable):
        save(article, keep(article.quotes.get(), kind="dropped"), publish=True)
    article.refresh_from_db()
    assert (article.revision, article.quotes.count()) == (0, 1)


def test_a_draft_may_be_saved_unfinished() -> None:
    article = make_draft("하나")
    save(article, keep(article.quotes.get(), kind="dropped"), header=replace(HEADER, title="", message_year=None))
    article.refresh_from_db()
    assert (article.title, article.message_year, article.quotes.get().kind) == ("", None, "dropped")


def test_a_published_article_stays_published() -> None:
    article = make_published("하나", "둘")
    first, second = article.quotes.all()
    result = save(article, keep(first), keep(second, SpeakerChange("나래원", "누리전자", "대표")))
    assert isinstance(result, PublishResult)
    assert result.executives_created == ("나래원",)
    second.refresh_from_db()
    assert (second.company.name, second.message_year) == ("누리전자", 2025)


def test_a_published_article_never_loses_its_last_statement() -> None:
    article = make_published("하나")
    with pytest.raises(NotPublishable):
        save(article, keep(article.quotes.get(), kind="headline"))
    assert article.quotes.get().kind == "statement"


def test_a_published_article_never_loses_its_year() -> None:
    article = make_published(message_year=2026)
    with pytest.raises(NotPublishable) as caught:
        save(article, keep(article.quotes.get()), header=replace(HEADER, message_year=None))
    assert "연도가 비어" in str(caught.value.reasons[0])
    article.refresh_from_db()
    assert (article.message_year, article.outlet) == (2026, "가온경제")


def test_a_dropped_quote_is_not_taken_back_over_another() -> None:
    article = make_draft("고객을 먼저 생각합니다")
    quote = article.quotes.get()
    save(article, keep(quote, kind="dropped"))
    add_quote(article_id=article.pk, start=quote.start, end=quote.start + 3)
    article.refresh_from_db()
    with pytest.raises(ImportRefused) as caught:
        save(article, keep(quote, kind="statement", revision=1))
    assert caught.value.code == "overlap"
    quote.refresh_from_db()
    assert quote.kind == "dropped"


def test_quotes_of_another_article_are_out_of_reach() -> None:
    article, other = make_draft("하나"), make_draft("둘")
    save(article, keep(other.quotes.get(), kind="dropped"), keep(article.quotes.get()))
    assert other.quotes.exists()


def test_an_article_that_is_gone_is_an_error() -> None:
    with pytest.raises(Article.DoesNotExist):
        save_review(article_id=0, revision=0, header=HEADER, quotes=[])
