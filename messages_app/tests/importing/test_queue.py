"""The drafts that wait."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from messages_app.importing import (
    BulkResult,
    QueueFilter,
    create_draft,
    draft_queue,
    publish_sure,
    queue,
    queue_counts,
    take_next,
)
from messages_app.models import Article, DraftClaim, Quote
from messages_app.tests.factories import Say, make_draft, make_published, make_staff
from messages_app.tests.importing.test_duplicates import CHROME, COPY, STORY

pytestmark = pytest.mark.django_db
EVERYTHING = QueueFilter()


def sure(*quotes: Say, **fields: object) -> Article:
    article = make_draft(*quotes, **fields)
    article.quotes.update(confidence=0.99)
    return article


def test_drafts_come_oldest_first_with_what_is_uncertain() -> None:
    first, second = make_draft(), sure()
    make_published()
    assert [(draft, draft.is_uncertain) for draft in draft_queue(EVERYTHING)] == [(first, True), (second, False)]


def test_checked_and_dropped_quotes_are_not_uncertain() -> None:
    draft = make_draft("하나", "둘", Say("셋", kind="headline"))
    Quote.objects.filter(text="하나").update(checked=True)
    Quote.objects.filter(text="둘").update(kind="dropped")
    assert not draft_queue(EVERYTHING).get(pk=draft.pk).is_uncertain


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (QueueFilter(outlet="누리신문"), ["나"]),
        (QueueFilter(outlet=""), ["다"]),
        (QueueFilter(day=date(2026, 1, 3)), ["다"]),
        (QueueFilter(uncertain=True), ["가", "다"]),
        (QueueFilter(uncertain=False), ["나"]),
        (QueueFilter(outlet="누리신문", uncertain=True), []),
    ],
)
def test_drafts_are_filtered(wanted: QueueFilter, found: list[str]) -> None:
    make_draft(title="가", outlet="가온경제")
    sure(title="나", outlet="누리신문")
    make_draft(title="다", outlet="", published_date=date(2026, 1, 3))
    assert [draft.title for draft in draft_queue(wanted)] == found


def test_what_is_left_is_counted(django_assert_num_queries: Any) -> None:
    make_draft(outlet="가온경제")
    make_draft(outlet="가온경제")
    sure(outlet="누리신문")
    with django_assert_num_queries(3):
        counts = queue_counts()
    assert (counts.total, counts.uncertain, counts.sure) == (3, 2, 1)
    assert counts.outlets == [("가온경제", 2), ("누리신문", 1)]


def test_two_editors_get_different_drafts() -> None:
    first, second = make_draft(), make_draft()
    one, other = make_staff(), make_staff()
    assert take_next(wanted=EVERYTHING, user=one) == first
    assert take_next(wanted=EVERYTHING, user=other) == second
    assert take_next(wanted=EVERYTHING, user=one) == first
    third = make_draft()
    assert take_next(wanted=EVERYTHING, user=one) == third


def test_a_draft_taken_at_the_same_moment_is_not_taken_twice() -> None:
    first, second = make_draft(), make_draft()
    other = make_staff()
    seen: list[str] = []

    def be_faster(execute: Any, sql: str, *more: Any) -> Any:
        rows = execute(sql, *more)
        seen.append(sql)
        if len(seen) == 1:  # The drafts are chosen, none is locked yet.
            DraftClaim.objects.create(article=first, taken_by=other, taken_at=timezone.now())
        return rows

    with connection.execute_wrapper(be_faster):
        assert take_next(wanted=EVERYTHING, user=make_staff()) == second
    assert DraftClaim.objects.get(article=first).taken_by == other


def test_a_draft_left_lying_is_offered_again() -> None:
    draft = make_draft()
    take_next(wanted=EVERYTHING, user=make_staff())
    other = make_staff()
    assert take_next(wanted=EVERYTHING, user=other) is None
    DraftClaim.objects.update(taken_at=timezone.now() - queue.CLAIM - timedelta(seconds=1))
    assert take_next(wanted=EVERYTHING, user=other) == draft


def test_an_empty_queue_has_no_next() -> None:
    assert take_next(wanted=EVERYTHING, user=make_staff()) is None


def test_what_is_sure_is_published_and_nothing_else() -> None:
    uncertain, good = make_draft(), sure()
    bad = sure(message_year=None)
    result = publish_sure(wanted=EVERYTHING)
    assert (result.published, [article for article, _ in result.refused], result.left) == (1, [bad], 1)
    assert list(Article.objects.filter(status="published")) == [good]
    assert not Article.objects.get(pk=uncertain.pk).is_published


def test_a_draft_that_was_deleted_meanwhile_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    gone, good = sure(), sure()

    def delete_one(article: Article) -> bool:
        Article.objects.filter(pk=gone.pk).delete()
        return False

    monkeypatch.setattr(queue, "_is_repeat", delete_one)
    result = publish_sure(wanted=EVERYTHING)
    assert (result.published, result.refused, result.left) == (1, [], 0)
    assert Article.objects.get() == good


def test_a_draft_that_became_uncertain_meanwhile_is_not_published(monkeypatch: pytest.MonkeyPatch) -> None:
    good, changed = sure(), sure()
    real = queue.publish_article

    def publish(*, article_id: int) -> Any:
        Quote.objects.filter(article=changed).update(confidence=0.5)
        return real(article_id=article_id)

    monkeypatch.setattr(queue, "publish_article", publish)
    result = publish_sure(wanted=EVERYTHING)
    assert (result.published, result.refused, result.left) == (1, [], 0)
    assert Article.objects.get(status="published") == good


def test_a_draft_of_headlines_alone_is_not_tried() -> None:
    sure(Say("고객의 해", kind="headline"))
    assert publish_sure(wanted=EVERYTHING) == BulkResult(0, [], 0)


def test_publishing_many_stops_when_the_time_is_up() -> None:
    sure()
    assert publish_sure(wanted=EVERYTHING, seconds=-1).left == 1


def test_only_what_is_shown_is_published() -> None:
    sure(outlet="가온경제")
    sure(outlet="누리신문")
    publish_sure(wanted=QueueFilter(outlet="누리신문"))
    assert Article.objects.get(status="published").outlet == "누리신문"


def test_an_article_that_is_public_already_is_not_published_again_unseen() -> None:
    first, again, copy = (create_draft(text=text).article for text in (STORY, CHROME, COPY))
    Article.objects.update(message_year=2026)
    Quote.objects.update(confidence=0.99)
    result = publish_sure(wanted=EVERYTHING)
    assert (result.published, result.left) == (2, 1)
    assert [article for article, _reasons in result.refused] == [again]
    assert set(Article.objects.filter(status="published")) == {first, copy}


def test_of_an_unknown_outlet_nothing_is_a_repeat() -> None:
    for text in (STORY, CHROME):
        create_draft(text=text)
    Article.objects.update(message_year=2026, outlet="")
    Quote.objects.update(confidence=0.99)
    assert publish_sure(wanted=EVERYTHING).published == 2
