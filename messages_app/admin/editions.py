"""Frozen editions: an editor sees what would be frozen beside the last edition, and freezes it."""

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from messages_app.admin.screens import render_screen
from messages_app.importing import EditionResult, ImportRefused, freeze_edition
from messages_app.models import NOTE_LENGTH, Edition
from messages_app.reports import preview_edition
from messages_app.search import years


class EditionForm(forms.Form):
    """A year of which something is published, and a note; the year alone asks for a preview."""

    message_year = forms.TypedChoiceField(label=_("신년사 연도"), coerce=int)
    note = forms.CharField(
        label=_("덧붙이는 말"),
        required=False,
        max_length=NOTE_LENGTH,
        help_text=_("적지 않아도 됩니다. 적으면 공개됩니다. 예: 1월 말까지의 보도"),
    )

    def __init__(self, data: Any = None, *, said: Sequence[int]) -> None:
        super().__init__(data)
        self.fields["message_year"].choices = [(year, str(year)) for year in said]  # type: ignore[attr-defined]


@admin.register(Edition)
class EditionAdmin(admin.ModelAdmin):
    """Editions are frozen here and read; none changes, and only a superuser deletes one."""

    list_display = ["title", "frozen_at", "frozen_by", "counted", "note", "is_sample"]
    list_filter = ["message_year"]
    list_select_related = ["frozen_by"]
    fields = readonly_fields = ["message_year", "number", "frozen_at", "frozen_by", "note", "counted", "is_sample"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        return super().get_queryset(request).defer("words")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An edition stays as it is."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Somebody may have cited it."""
        return bool(request.user.is_superuser)

    def get_deleted_objects(
        self, objs: Collection[Edition], request: HttpRequest
    ) -> tuple[list[Any], dict[str | Promise, int], set[str], list[str]]:
        """What goes with editions that are deleted."""
        gone = gettext("이 판을 인용한 주소가 사라집니다. 번호는 다시 쓰지 않으며, 되돌릴 수 없습니다.")
        listed = [line for edition in objs for line in (str(edition), [gone])]
        return listed, {self.opts.verbose_name_plural: len(objs)}, set(), []

    def view_on_site(self, edition: Edition) -> str:
        """The public page, which has the words."""
        return edition.get_absolute_url()

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Choose a year, see what would be frozen, freeze it."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        said = [year for year, _statements in years()]
        data = request.POST if request.method == "POST" else request.GET
        form = EditionForm(data if request.method == "POST" or "message_year" in data else None, said=said)
        if form.is_valid() and request.method == "POST" and (result := _freeze(request, form)):
            if result.created:
                self.log_addition(request, result.edition, [{"added": {}}])
            return _back(request, result)
        return self._screen(request, form, said)

    def _screen(self, request: HttpRequest, form: EditionForm, said: Sequence[int]) -> HttpResponse:
        year = form.cleaned_data.get("message_year") if form.is_bound else max(said, default=None)
        preview = preview_edition(year) if year else None
        context = {"title": _("새 판"), "form": form, "year": year, "said": said, "preview": preview}
        return render_screen(self, request, "edition/freeze.html", context, 400 if form.errors else 200)

    @admin.display(description=_("확정판"), ordering="message_year")
    def title(self, edition: Edition) -> str:
        return str(edition)

    @admin.display(description=_("센 것"), ordering="statements")
    def counted(self, edition: Edition) -> str:
        counts = {"c": edition.companies, "e": edition.executives, "n": edition.statements}
        text = gettext("회사 %(c)s곳 · 경영인 %(e)s명 · 발언 %(n)s개")
        return text % {name: intcomma(count) for name, count in counts.items()}


def _freeze(request: HttpRequest, form: EditionForm) -> EditionResult | None:
    """What came of it; None where the form says why nothing did."""
    given = form.cleaned_data
    try:
        return freeze_edition(message_year=given["message_year"], frozen_by=request.user, note=given["note"])  # type: ignore[arg-type]
    except ImportRefused as refusal:
        form.add_error(None, str(refusal.message))
        return None


def _back(request: HttpRequest, result: EditionResult) -> HttpResponse:
    if result.created:
        messages.success(request, gettext("확정했습니다: %(edition)s") % {"edition": result.edition})
    else:
        text = gettext("마지막 판과 수가 모두 같아 새로 확정하지 않았습니다: %(edition)s")
        messages.warning(request, text % {"edition": result.edition})
    response = HttpResponseRedirect(reverse("admin:messages_app_edition_change", args=[result.edition.pk]))
    response.status_code = 303
    return response
