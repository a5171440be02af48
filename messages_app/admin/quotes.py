"""Quotes, to find one; they are corrected beside their source, on the review screen."""

from functools import partial
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from messages_app.admin.reprints import reprints_of
from messages_app.admin.searching import FindsOnce
from messages_app.models import UNCERTAIN, Attribution, Quote


class AttributionInline(admin.TabularInline):
    """The speakers of a quote, to be read."""

    model = Attribution
    extra = 0
    can_delete = False
    fields = readonly_fields = ["name", "organisation", "title", "executive", "company"]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class UnsureFilter(admin.SimpleListFilter):
    """Statements whose speaker nobody has checked and the parser is not sure of."""

    title = _("발언자")
    parameter_name = "unsure"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("확실하지 않음"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Quote]) -> QuerySet[Quote]:
        return queryset.filter(UNCERTAIN) if self.value() == "yes" else queryset


@admin.register(Quote)
class QuoteAdmin(FindsOnce):
    """Quotes are read here: they are changed on the review screen and go with their article."""

    list_display = ["words", "speakers", "message_year", "outlet", "kind", "certainty", "review"]
    list_per_page = 50
    # By the number of the article: by what articles are ordered by, all of them would be joined and sorted.
    ordering = ["-article_id", "place"]
    list_filter = [UnsureFilter, "kind", "message_year", "article__status", "article__outlet"]
    list_select_related = ["article"]
    search_fields = ["text", "attributions__name", "attributions__organisation"]
    fields = readonly_fields = [
        "text",
        "kind",
        "article",
        "company",
        "message_year",
        "certainty",
        "review",
        "reprints",
    ]
    inlines = [AttributionInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only together with its article; one quote is dropped on the review screen."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Quote]:
        return super().get_queryset(request).defer("article__body").prefetch_related("attributions")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """The way to the reports of a quote is for those who may link them."""
        may = request.user.has_perm("messages_app.change_article")
        return [name for name in self.fields if may or name != "reprints"]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(partial(reprints_of, self))
        return [path("<int:pk>/reprints/", view, name="messages_app_quote_reprints"), *super().get_urls()]

    @admin.display(description=_("인용문"))
    def words(self, quote: Quote) -> str:
        return Truncator(quote.text).chars(80)

    @admin.display(description=_("발언자"))
    def speakers(self, quote: Quote) -> str:
        return "; ".join(str(who) for who in quote.attributions.all())

    @admin.display(description=_("매체"), ordering="article__outlet")
    def outlet(self, quote: Quote) -> str:
        return quote.article.outlet

    @admin.display(description=_("발언자 확신도"), ordering="confidence")
    def certainty(self, quote: Quote) -> str:
        if quote.checked:
            return _("확인함")
        return f"{quote.confidence:.0%}" if quote.kind == Quote.Kind.STATEMENT else ""

    @admin.display(description=_("고치기"))
    def review(self, quote: Quote) -> SafeString:
        address = reverse("admin:messages_app_article_review", args=[quote.article_id])
        return format_html('<a href="{}#q{}">{}</a>', address, quote.pk, _("원문 옆에서 보기"))

    @admin.display(description=_("같은 발언"))
    def reprints(self, quote: Quote) -> SafeString:
        address = reverse("admin:messages_app_quote_reprints", args=[quote.pk])
        return format_html('<a href="{}">{}</a>', address, _("다른 매체의 보도와 잇거나 끊기"))
