"""Who changed what when, and back again."""

from dataclasses import replace

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from messages_app.importing import (
    HeaderChange,
    ImportRefused,
    Moment,
    NotPublishable,
    QuoteChange,
    SpeakerChange,
    add_alias,
    add_quote,
    change_quote,
    move_quote,
    publish_article,
    rebuild_keywords,
    regrouping,
    revert_record,
    save_review,
    timeline,
)
from messages_app.models import Article, CompanyAlias, Executive, Quote
from messages_app.tests.factories import Say, Who, make_company, make_draft, make_executive, make_published

pytestmark = pytest.mark.django_db
NA = SpeakerChange("나래원", "누리전자", "대표")


def change(quote: Quote, *speakers: SpeakerChange, kind: str = "statement") -> None:
    quote.refresh_from_db()
    sent = QuoteChange(quote.pk, kind, speakers or (NA,), revision=quote.revision)
    change_quote(article_id=quote.article_id, change=sent)


def said(moments: list[Moment]) -> list[list[tuple[str, str, str]]]:
    return [[(str(item.label), item.before, item.after) for item in moment.changes] for moment in moments]


def moment_of(record: object, field: str, value: str) -> Moment:
    """The moment in which a field came to have a value."""
    return next(
        moment
        for moment in timeline(record)
        if any((str(item.label), item.after) == (field, value) for item in moment.changes)
    )


def moments_of_quotes(article: Article) -> list[Moment]:
    """What happened to the quotes of an article, newest first."""
    return [moment for moment in timeline(article) if moment.subject]


def test_a_quote_can_be_followed_and_taken_back() -> None:
    article = make_published("고객을 먼저", "안전을 먼저")
    quote = article.quotes.earliest("place")
    change(quote)
    newest = timeline(article)[0]
    assert said([newest]) == [[("발언자", "김가온 가람텔레콤 사장", "나래원 누리전자 대표")]]
    assert (newest.subject, newest.is_current) == ("“고객을 먼저”", True)
    revert_record(record=article, key=moment_of(article, "발언자", "김가온 가람텔레콤 사장").key)
    quote.refresh_from_db()
    assert [str(who) for who in quote.attributions.all()] == ["김가온 가람텔레콤 사장"]
    assert (quote.company.name, rebuild_keywords(check=True).wrong_quotes) == ("가람텔레콤", 0)


def test_a_moved_quote_goes_back_to_its_place() -> None:
    article = make_draft("고객을 먼저 생각합니다", "둘")
    quote = article.quotes.earliest("place")
    move_quote(article_id=article.pk, quote_id=quote.pk, revision=0, start=quote.start, end=quote.start + 6)
    revert_record(record=article, key=moment_of(article, "인용문", "고객을 먼저 생각합니다").key)
    quote.refresh_from_db()
    assert quote.text == article.body[quote.start : quote.end] == "고객을 먼저 생각합니다"


def test_going_back_never_makes_quotes_overlap() -> None:
    article = make_draft("고객을 먼저 생각합니다", "둘")
    quote, other = article.quotes.order_by("place")
    move_quote(article_id=article.pk, quote_id=quote.pk, revision=0, start=quote.start, end=quote.start + 3)
    move_quote(article_id=article.pk, quote_id=other.pk, revision=0, start=quote.start + 4, end=quote.start + 6)
    with pytest.raises(ImportRefused):
        revert_record(record=article, key=moment_of(article, "인용문", "고객을 먼저 생각합니다").key)


def test_going_back_to_where_another_quote_was_dropped_takes_its_place() -> None:
    article = make_draft("고객을 먼저 생각합니다", "둘")
    quote = article.quotes.earliest("place")
    start, end = quote.start, quote.end
    change(quote)
    then = moment_of(article, "발언자", "나래원 누리전자 대표")
    move_quote(article_id=article.pk, quote_id=quote.pk, revision=quote.revision + 1, start=0, end=4)
    (other,) = add_quote(article_id=article.pk, start=start, end=end).changed
    change(Quote.objects.get(pk=other), kind="dropped")
    revert_record(record=article, key=then.key)
    quote.refresh_from_db()
    assert (quote.text, article.quotes.filter(pk=other).exists()) == ("고객을 먼저 생각합니다", False)


def test_a_quote_that_an_editor_adds_begins_with_its_speakers() -> None:
    article = make_draft("고객을 먼저 생각합니다")
    body = article.body + "\n“안전은 우리 모두의 몫”"
    Article.objects.filter(pk=article.pk).update(body=body)
    (added,) = add_quote(article_id=article.pk, start=body.index("안전은"), end=len(body) - 1).changed
    quote = Quote.objects.get(pk=added)
    (moment,) = moments_of_quotes(article)
    assert (moment.kind, moment.is_current, moment.is_different) == ("+", True, False)
    assert ("발언자", "", "김가온 가람텔레콤 사장") in said([moment])[0]
    change(quote)
    assert [one.kind for one in moments_of_quotes(article)] == ["~", "+"]
    revert_record(record=article, key=moment.key)
    assert str(quote.attributions.get()) == "김가온 가람텔레콤 사장"


def test_a_dropped_quote_that_is_chosen_again_goes_on_with_its_history() -> None:
    article = make_draft("고객을 먼저 생각합니다", "둘")
    quote = article.quotes.earliest("place")
    change(quote, kind="dropped")
    add_quote(article_id=article.pk, start=quote.start, end=quote.end)
    newest, *before = moments_of_quotes(article)
    assert [one.kind for one in (newest, *before)] == ["~", "~", "+"]
    assert [item[0] for item in said([newest])[0]] == ["종류", "발언자"]


def test_a_quote_is_not_dropped_again_onto_another() -> None:
    article = make_draft("고객을 먼저 생각합니다", "둘")
    quote = article.quotes.earliest("place")
    start, end = quote.start, quote.end
    change(quote, kind="dropped")
    then = timeline(article)[0]
    change(quote)
    move_quote(article_id=article.pk, quote_id=quote.pk, revision=quote.revision + 1, start=0, end=4)
    add_quote(article_id=article.pk, start=start, end=end)
    with pytest.raises(ImportRefused) as caught:
        revert_record(record=article, key=then.key)
    assert caught.value.code == "overlap"


def test_the_header_goes_back_but_the_status_stays() -> None:
    article = make_draft()
    before = HeaderChange.of(article)
    save_review(article_id=article.pk, revision=0, header=replace(before, title="다른 제목"), publish=True)
    revert_record(record=article, key=moment_of(article, "제목", before.title).key)
    article = Article.objects.get()
    assert (article.title, article.status) == (before.title, "published")


def test_no_way_back_is_offered_to_what_is_so_already() -> None:
    article = make_published()
    assert [moment.changes[-1].after for moment in timeline(article)] == ["게시", "초안"]
    assert not any(moment.is_different for moment in timeline(article))
    title = article.title
    for other in ("다른 제목", title):
        header = replace(HeaderChange.of(article), title=other)
        save_review(article_id=article.pk, revision=Article.objects.get().revision, header=header)
    assert [moment.is_different for moment in timeline(article)] == [False, True, False, False]


def test_what_went_back_is_so_already() -> None:
    article = make_published("고객을 먼저", "안전을 먼저")
    change(article.quotes.earliest("place"))
    assert [moment.is_different for moment in timeline(article)[::3]] == [False, True]
    revert_record(record=article, key=timeline(article)[3].key)
    assert [moment.is_different for moment in timeline(article)[:2]] == [False, True]


def test_a_deleted_quote_has_no_way_back() -> None:
    article = make_draft("하나", "둘")
    quote = article.quotes.earliest("place")
    change(quote)
    quote.delete()
    assert not any(moment.is_different for moment in timeline(article))


def test_a_published_article_cannot_go_back_to_nothing() -> None:
    article = make_draft("하나", "둘")
    first, second = article.quotes.order_by("place")
    change(first, kind="dropped")
    change(first)
    change(second, kind="dropped")
    save_review(article_id=article.pk, revision=3, publish=True)
    dropped = next(moment for moment in timeline(article)[::-1] if moment.changes[0].after == "뺀 인용")
    with pytest.raises(NotPublishable):
        revert_record(record=article, key=dropped.key)


def test_a_company_goes_back_and_counts_under_its_group_again() -> None:
    group = make_company("가람그룹")
    company = make_company("가람텔레콤", group=group, industry="통신")
    make_published()
    company.group, company.name = None, "가람통신"
    with transaction.atomic(), regrouping(company_id=company.pk):
        company.save()
    revert_record(record=company, key=moment_of(company, "업종", "통신").key)
    company.refresh_from_db()
    assert (company.name, company.group) == ("가람텔레콤", group)
    result = rebuild_keywords(check=True)
    assert result.is_right


def test_a_name_that_another_company_has_by_now_is_refused() -> None:
    company = make_company("가람텔레콤")
    company.name = "가람통신"
    company.save()
    CompanyAlias.objects.filter(name="가람텔레콤").delete()
    make_company("가람텔레콤", slug="other")
    with pytest.raises(ImportRefused):
        revert_record(record=company, key=moment_of(company, "이름", "가람텔레콤").key)


def test_a_spelling_that_was_taken_away_is_given_back() -> None:
    company = make_company("가람텔레콤")
    add_alias(name="GT", company_id=company.pk)
    CompanyAlias.objects.get(name="GT").delete()
    (taken_away, added) = [moment for moment in timeline(company) if moment.is_different]
    assert (taken_away.kind, added.kind) == ("-", "+")
    revert_record(record=company, key=taken_away.key)
    assert company.aliases.filter(name="GT").exists()
    assert not any(moment.is_different for moment in timeline(company))


def test_a_person_gets_their_companies_back() -> None:
    old, new = make_company("가람텔레콤"), make_company("누리전자")
    person = make_executive("김가온", old)
    person.companies.set([new])
    revert_record(record=person, key=moment_of(person, "회사", "가람텔레콤").key)
    assert list(person.companies.all()) == [old]


def test_a_person_who_goes_back_to_a_name_is_known_by_the_later_one() -> None:
    make_published("고객을 생각합니다")
    person = Executive.objects.get()
    person.name = "김가은"
    person.save()
    published = make_published(Say("안전을 생각합니다", (Who("김가은"),)))
    revert_record(record=person, key=timeline(person)[-1].key)
    assert Executive.objects.get().name == "김가온"
    publish_article(article_id=published.pk)
    assert Executive.objects.get() == person


@pytest.mark.parametrize("key", ["", "quote", "quote-x", "quote-0", "article-0", "user-1", "company-1", "executive-²"])
def test_a_moment_that_is_none_is_refused(key: str) -> None:
    with pytest.raises(ImportRefused):
        revert_record(record=make_draft(), key=key)


def test_the_moments_of_another_record_are_out_of_reach() -> None:
    mine, other = make_draft("하나", "둘"), make_draft("셋")
    change(other.quotes.get())
    companies = make_company("가람텔레콤"), make_company("누리전자")
    people = make_executive("김가온"), make_executive("나래원")
    for record, stranger in ((mine, other), companies, people):
        for moment in timeline(stranger):
            with pytest.raises(ImportRefused) as caught:
                revert_record(record=record, key=moment.key)
            assert caught.value.code == "no_moment"


def test_a_long_history_takes_as_many_queries_as_a_short_one(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    article = make_draft("하나", "둘")
    with django_assert_num_queries(2):
        timeline(article)
    for quote in article.quotes.all():
        change(quote)
        change(quote, kind="headline")
    with django_assert_num_queries(2):
        assert len(timeline(article)) == 7


def test_a_person_who_goes_back_keeps_the_companies_they_are_printed_with() -> None:
    make_published("고객을 생각합니다")
    person = Executive.objects.get()
    revert_record(record=person, key=timeline(person)[-1].key)
    assert [company.name for company in person.companies.all()] == ["가람텔레콤"]
    make_published("안전을 생각합니다")
    assert Executive.objects.get() == person
