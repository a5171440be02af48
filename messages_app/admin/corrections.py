"""What readers report, waiting to be handled."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from messages_app.importing import handle_corrections
from messages_app.models import Correction


class WaitingFilter(admin.SimpleListFilter):
    """Those that wait, unless all or the handled ones are asked for."""

    title = _("처리")
    parameter_name = "handled"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("처리함")), ("all", _("모두"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Correction]) -> QuerySet[Correction]:
        if self.value() == "all":
            return queryset
        return queryset.filter(handled_at__isnull=self.value() != "yes")

    def choices(self, changelist: Any) -> Any:
        first, *others = super().choices(changelist)
        return [first | {"display": _("기다림")}, *others]


@admin.register(Correction)
class CorrectionAdmin(admin.ModelAdmin):
    """Reports are read and marked as handled; nothing in them changes."""

    list_display = ["words", "about", "contact", "sent_at", "handled_at", "handled_by"]
    list_filter = [WaitingFilter]
    list_select_related = ["quote", "handled_by"]
    search_fields = ["text", "contact", "quote__text"]
    fields = readonly_fields = ["text", "about", "contact", "sent_at", "handled_at", "handled_by"]
    actions = ["handle"]
    change_form_template = "admin/messages_app/correction/change_form.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Readers report on the public page."""
        return False

    def view_on_site(self, correction: Correction) -> str | None:
        """The page of the quote that the report is about."""
        return correction.quote.get_absolute_url() if correction.quote else None

    def save_model(self, request: HttpRequest, obj: Correction, form: Any, change: bool) -> None:
        """The one thing to do with a report: say that it is handled."""
        handle_corrections(corrections=Correction.objects.filter(pk=obj.pk), user=request.user)

    @admin.display(description=_("알린 내용"))
    def words(self, correction: Correction) -> str:
        return Truncator(correction.text).chars(80)

    @admin.display(description=_("발언"))
    def about(self, correction: Correction) -> SafeString | str:
        if not correction.quote:
            return _("사이트 전체")
        address = reverse("admin:messages_app_article_review", args=[correction.quote.article_id])
        words = Truncator(correction.quote.text).chars(40)
        return format_html('<a href="{}#q{}">{}</a>', address, correction.quote_id, words)

    @admin.action(description=_("고른 요청을 처리함으로 표시"), permissions=["change"])
    def handle(self, request: HttpRequest, queryset: QuerySet[Correction]) -> None:
        done = handle_corrections(corrections=queryset, user=request.user)
        text = ngettext("요청 %(n)s건을 처리했습니다.", "요청 %(n)s건을 처리했습니다.", done) % {"n": intcomma(done)}
        self.message_user(request, text, messages.SUCCESS if done else messages.WARNING)
