"""Articles: the list of what came in, and the way to the import and review screens."""

from contextlib import suppress
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from messages_app.admin.deletion import what_goes_with
from messages_app.admin.desk_actions import accept_sure, act_on_quote, add_to_article, name_alias
from messages_app.admin.history_screen import HistoryScreen
from messages_app.admin.import_screen import import_article
from messages_app.admin.parting import part
from messages_app.admin.queue import queue
from messages_app.admin.review_screen import review_article
from messages_app.admin.searching import FindsOnce
from messages_app.admin.suggestions import suggest
from messages_app.admin.uploads import Uploads
from messages_app.importing import NotPublishable, delete_articles, publish_article, unpublish_article
from messages_app.models import UNCERTAIN, Article, Quote
from messages_app.numbers import read_number

SCREENS = (
    ("import", "import/", import_article),
    ("queue", "queue/", queue),
    ("suggest", "suggest/", suggest),
    ("review", "<int:pk>/review/", review_article),
    ("quote", "<int:pk>/quotes/<int:quote_pk>/", act_on_quote),
    ("add_quote", "<int:pk>/quotes/", add_to_article),
    ("accept_sure", "<int:pk>/sure/", accept_sure),
    ("alias", "<int:pk>/alias/", name_alias),
    ("part", "<int:pk>/part/", part),
)


def _number_of(wanted: Q) -> Coalesce:
    """How many such quotes the article of a row has; counted for the rows of a page alone."""
    quotes = Quote.objects.filter(wanted, article=OuterRef("pk")).order_by().values("article")
    return Coalesce(Subquery(quotes.annotate(n=Count("pk")).values("n")), 0)


@admin.register(Article)
class ArticleAdmin(HistoryScreen, FindsOnce):
    """Articles come in by the import screen or an upload and are changed on the review screen."""

    list_display = [
        "heading",
        "status",
        "message_year",
        "outlet",
        "reported_on",
        "statement_count",
        "unsure_count",
        "came_in",
    ]
    list_select_related = ["imported_by"]
    list_filter = ["status", "message_year", "outlet", "is_sample"]
    search_fields = ["title", "outlet", "url", "quotes__text"]
    date_hierarchy = "published_date"
    ordering = ["-imported_at"]
    actions = ["publish", "unpublish"]
    fields = readonly_fields = [
        "title",
        "outlet",
        "reporters",
        "published_date",
        "url",
        "message_year",
        "status",
        "body",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        listed = super().get_queryset(request).defer("body")
        statements = Q(kind=Quote.Kind.STATEMENT)
        return listed.annotate(statement_total=_number_of(statements), unsure_total=_number_of(UNCERTAIN))

    def get_urls(self) -> list[URLPattern]:
        screens = [
            path(address, self.admin_site.admin_view(partial(view, self)), name=f"messages_app_article_{name}")
            for name, address, view in SCREENS
        ]
        return screens + Uploads(self).urls() + super().get_urls()

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Articles come in by being pasted."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        return HttpResponseRedirect(reverse("admin:messages_app_article_import"))

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        """An article is read and changed on the review screen."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        if number := read_number(object_id):
            return HttpResponseRedirect(reverse("admin:messages_app_article_review", args=[number]))
        return super().change_view(request, object_id, *args, **kwargs)

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[Any], dict[Any, int], set[str], list[Any]]:
        """Who may delete an article may delete its quotes; what that means is said in words."""
        listed, totals = what_goes_with(objs)
        return listed, totals, set(), []

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        delete_articles(articles=Article.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        delete_articles(articles=Article.objects.filter(pk__in=queryset.values("pk")))

    @admin.display(description=_("제목"), ordering="title")
    def heading(self, article: Article) -> str:
        return article.title or _("제목 없음")

    @admin.display(description=_("발언"), ordering="statement_total")
    def statement_count(self, article: Article) -> str:
        return intcomma(article.statement_total)

    @admin.display(description=_("보도일"), ordering="published_date")
    def reported_on(self, article: Article) -> str:
        return date_format(article.published_date, "SHORT_DATE_FORMAT") if article.published_date else ""

    @admin.display(description=_("가져온 때와 사람"), ordering="imported_at")
    def came_in(self, article: Article) -> str:
        at = date_format(timezone.localtime(article.imported_at), "SHORT_DATETIME_FORMAT")
        return f"{at} {article.imported_by or ''}".strip()

    @admin.display(description=_("발언자 불확실"), ordering="unsure_total")
    def unsure_count(self, article: Article) -> str:
        return intcomma(article.unsure_total) if article.unsure_total else ""

    @admin.action(description=_("고른 기사를 게시"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        done = 0
        for article in queryset.filter(status=Article.Status.DRAFT):
            try:
                publish_article(article_id=article.pk)
                done += 1
            except Article.DoesNotExist:
                continue  # Somebody deleted it meanwhile.
            except NotPublishable as refusal:
                reasons = " ".join(map(str, refusal.reasons))
                self.message_user(request, f"{article}: {reasons}", messages.ERROR)
        text = ngettext("기사 %(n)s건을 게시했습니다.", "기사 %(n)s건을 게시했습니다.", done) % {"n": intcomma(done)}
        self.message_user(request, text, messages.SUCCESS if done else messages.WARNING)

    @admin.action(description=_("고른 기사를 초안으로 되돌리기"), permissions=["change"])
    def unpublish(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        done = 0
        for article in queryset.filter(status=Article.Status.PUBLISHED):
            with suppress(Article.DoesNotExist):  # Somebody deleted it meanwhile.
                unpublish_article(article_id=article.pk)
                done += 1
        text = ngettext("기사 %(n)s건을 초안으로 되돌렸습니다.", "기사 %(n)s건을 초안으로 되돌렸습니다.", done) % {
            "n": intcomma(done)
        }
        self.message_user(request, text, messages.SUCCESS if done else messages.WARNING)
