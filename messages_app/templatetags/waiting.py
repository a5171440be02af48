"""What waits on the editors' desk."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from messages_app.models import UNCERTAIN, Article, Correction, Quote

register = template.Library()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A kind of work, how much of it there is, and the list that holds it."""

    label: str | Promise
    count: int
    url: str


@register.simple_tag(takes_context=True)
def waiting(context: template.Context) -> list[Waiting]:
    """Drafts, uncertain speakers in them and readers' reports, as far as the user may work on them; a query each."""
    user = context["user"]
    drafts = Article.objects.filter(status=Article.Status.DRAFT)
    unsure = Quote.objects.filter(UNCERTAIN, article__status=Article.Status.DRAFT)
    reports = Correction.objects.filter(handled_at__isnull=True)
    queue = "queue" if user.has_perm("messages_app.change_article") else "changelist"
    kinds: list[tuple[Any, QuerySet[Any], str, str]] = [
        (_("게시를 기다리는 초안"), drafts, f"article_{queue}", "" if queue == "queue" else "?status__exact=draft"),
        (
            _("초안에서 발언자가 확실하지 않은 발언"),
            unsure,
            "quote_changelist",
            "?article__status__exact=draft&unsure=yes",
        ),
        (_("처리할 정정 요청"), reports, "correction_changelist", ""),
    ]
    return [
        Waiting(label, rows.count(), reverse(f"admin:messages_app_{page}") + query)
        for label, rows, page, query in kinds
        if user.has_perm(f"messages_app.view_{rows.model._meta.model_name}")
    ]


@register.simple_tag(takes_context=True)
def newest_articles(context: template.Context, limit: int = 8) -> list[Article]:
    """The articles that came in last, for those who may see them: one query."""
    if not context["user"].has_perm("messages_app.view_article"):
        return []
    return list(Article.objects.defer("body").select_related("imported_by").order_by("-imported_at", "-pk")[:limit])
