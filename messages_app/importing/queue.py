"""The drafts that wait to be checked: which, how many, the next one, and those that can go without."""

import time
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from messages_app.importing.duplicates import alike_articles
from messages_app.importing.errors import NotPublishable
from messages_app.importing.publish import publish_article
from messages_app.models import UNCERTAIN, Article, DraftClaim, Quote

# A draft taken and left lying for so long is offered again.
CLAIM = timedelta(minutes=30)
# So many are tried where others take drafts at the same moment.
CANDIDATES = 20
REPEAT = _("같은 매체의 같은 기사가 이미 게시되어 있는 것 같습니다. 열어서 확인하세요.")


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which drafts somebody wants to see; what is empty is no condition. ``uncertain`` None means all."""

    outlet: str | None = None
    day: date | None = None
    uncertain: bool | None = None


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """What is left: drafts, those with something uncertain, and the drafts of each outlet, most first."""

    total: int
    uncertain: int
    outlets: list[tuple[str, int]]

    @property
    def sure(self) -> int:
        return self.total - self.uncertain


@dataclass(frozen=True, slots=True)
class BulkResult:
    """What publishing many did: how many went, what stopped which others, and how many are left."""

    published: int
    refused: list[tuple[Article, tuple[str | Promise, ...]]]
    left: int


def draft_queue(wanted: QueueFilter) -> QuerySet[Article]:
    """Drafts in the order they are to be checked, oldest first, each with ``is_uncertain``; without their bodies."""
    uncertain = Quote.objects.filter(UNCERTAIN, article=OuterRef("pk"))
    drafts = Article.objects.filter(status=Article.Status.DRAFT).defer("body")
    drafts = drafts.annotate(is_uncertain=Exists(uncertain)).order_by("imported_at", "pk")
    if wanted.outlet is not None:
        drafts = drafts.filter(outlet=wanted.outlet)
    if wanted.day:
        drafts = drafts.filter(published_date=wanted.day)
    if wanted.uncertain is not None:
        drafts = drafts.filter(is_uncertain=wanted.uncertain)
    return drafts


def queue_counts() -> QueueCounts:
    """Three queries."""
    outlets = Article.objects.filter(status=Article.Status.DRAFT).values_list("outlet").annotate(n=Count("pk"))
    return QueueCounts(
        total=draft_queue(QueueFilter()).count(),
        uncertain=draft_queue(QueueFilter(uncertain=True)).count(),
        outlets=[(outlet, n) for outlet, n in outlets.order_by("-n", "outlet")],
    )


def take_next(*, wanted: QueueFilter, user: Any) -> Article | None:
    """The first draft that nobody else has taken lately, taken for this editor; None where there is none."""
    now = timezone.now()
    lately = DraftClaim.objects.filter(taken_at__gt=now - CLAIM)
    of_this = lately.filter(article=OuterRef("pk"))
    free = draft_queue(wanted).exclude(Exists(of_this.exclude(taken_by=user)))
    # Those this editor took and left come last: next means another one.
    mine = Exists(of_this.filter(taken_by=user))
    ordered = free.annotate(is_mine=mine).order_by("is_mine", "imported_at", "pk").values_list("pk", flat=True)
    for pk in ordered[:CANDIDATES]:
        with transaction.atomic():
            article = Article.objects.select_for_update(skip_locked=True).filter(pk=pk).first()
            # Somebody else who asked at the same moment holds it, or has just taken it.
            if article and not lately.filter(article=pk).exclude(taken_by=user).exists():
                DraftClaim.objects.update_or_create(article=article, defaults={"taken_by": user, "taken_at": now})
                return article
    return None


def sure_drafts(wanted: QueueFilter) -> QuerySet[Article]:
    """The drafts in which something is said and nothing is uncertain, whatever ``wanted`` says of uncertainty."""
    sure = draft_queue(QueueFilter(wanted.outlet, wanted.day, False))
    return sure.filter(quotes__kind=Quote.Kind.STATEMENT).distinct()


def publish_sure(*, wanted: QueueFilter, seconds: float = 20.0) -> BulkResult:
    """Publish the drafts in which nothing is uncertain, each in a transaction of its own, until the time is up.

    What cannot be published, or repeats an article of its outlet that is public, stays a draft and is named with the
    reasons.
    """
    until = time.monotonic() + seconds
    published, refused = 0, []
    drafts = sure_drafts(wanted)
    for pk in list(drafts.values_list("pk", flat=True)):
        if time.monotonic() > until:
            break
        # Asked again: somebody may be at work on it since.
        article = drafts.filter(pk=pk).first()
        if not article:
            continue
        try:
            if _is_repeat(article):
                raise NotPublishable([REPEAT])
            publish_article(article_id=article.pk)
            published += 1
        except NotPublishable as refusal:
            refused.append((article, refusal.reasons))
        except Article.DoesNotExist:
            continue  # Somebody deleted it meanwhile.
    return BulkResult(published, refused, sure_drafts(wanted).count())


def _is_repeat(article: Article) -> bool:
    """Whether the same article of the same outlet is public. Another outlet's copy is a report of its own."""
    alike = (one.article for one in alike_articles(article)) if article.outlet else ()
    return any(other.is_published and other.outlet == article.outlet for other in alike)
