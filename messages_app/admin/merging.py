"""Merge and split companies and people: choose, look at what will happen, do it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from messages_app.admin.screens import render_screen
from messages_app.importing import (
    ImportRefused,
    MergePreview,
    Portion,
    Suspect,
    merge_companies,
    merge_executives,
    portions_of_company,
    portions_of_executive,
    preview_companies,
    preview_executives,
    split_company,
    split_executive,
    suspected_companies,
    suspected_executives,
)
from messages_app.models import Company, Executive
from messages_app.numbers import read_number

FOUND = 20
Record = Company | Executive


@dataclass(frozen=True, slots=True)
class Kind:
    """What companies and people have in common on these screens."""

    model: type[Any]
    preview: Callable[[Any, Any], MergePreview]
    merge: Callable[..., Record]
    portions: Callable[[Any], list[Portion]]
    split: Callable[[int, list[str], Any], Record]
    suspects: Callable[[], list[Suspect]]


COMPANY = Kind(
    Company,
    lambda stays, goes: preview_companies(goes=goes),
    merge_companies,
    portions_of_company,
    lambda pk, chosen, given: split_company(company_id=pk, spellings=chosen),
    suspected_companies,
)
EXECUTIVE = Kind(
    Executive,
    lambda stays, goes: preview_executives(stays=stays, goes=goes),
    merge_executives,
    portions_of_executive,
    lambda pk, chosen, given: split_executive(
        executive_id=pk, portions=chosen, name=given.get("name", "")[:60], note=given.get("note", "")[:200]
    ),
    suspected_executives,
)


class MergeMixin(admin.ModelAdmin):
    """Adds the two screens to the admin of a model; ``kind`` says which model."""

    kind: Kind

    def get_urls(self) -> list[URLPattern]:
        name = f"messages_app_{self.model._meta.model_name}"
        return [
            path("<int:pk>/merge/", self.admin_site.admin_view(self.merge_view), name=f"{name}_merge"),
            path("<int:pk>/split/", self.admin_site.admin_view(self.split_view), name=f"{name}_split"),
            *super().get_urls(),
        ]

    def merge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Choose another record, look at what goes over to it, merge on POST."""
        record = self._record(request, pk)
        other = self._other(request, record)
        if request.method == "POST" and other:
            try:
                merged = self.kind.merge(stays_id=other.pk, goes_id=record.pk)
            except ObjectDoesNotExist:
                return self._gone(request)
            messages.success(request, _("‘%(goes)s’의 기록을 모두 옮겼습니다.") % {"goes": record})
            return HttpResponseRedirect(self._change_address(merged))
        preview = self.kind.preview(other, record) if other else None
        context = {"other": other, "preview": preview, "found": [] if other else self._candidates(request, record)}
        return self._page(request, record, "merge", context)

    def split_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Choose what becomes a record of its own, look at the two, split on POST."""
        record = self._record(request, pk)
        given = request.POST if request.method == "POST" else request.GET
        if request.method == "POST":
            try:
                other = self.kind.split(record.pk, given.getlist("portion"), given)
            except ObjectDoesNotExist:
                return self._gone(request)
            except ImportRefused as refusal:
                messages.error(request, str(refusal.message))
            else:
                messages.success(request, _("새 기록을 만들었습니다: %(name)s") % {"name": other})
                return HttpResponseRedirect(self._change_address(other))
        portions, chosen = self.kind.portions(record), given.getlist("portion")
        context = {"portions": portions, "chosen": chosen, "given": given}
        if request.method != "POST" and "portion" in given:
            context["preview"] = self._halves(request, record, portions)
        return self._page(request, record, "split", context, 400 if request.method == "POST" else 200)

    def _halves(
        self, request: HttpRequest, record: Record, portions: list[Portion]
    ) -> list[tuple[str, list[Portion]]] | None:
        """The record to be made and the one that stays, each with what it holds; None, and why, where one is empty."""
        chosen = set(request.GET.getlist("portion"))
        taken = [portion for portion in portions if portion.key in chosen]
        left = [portion for portion in portions if portion.key not in chosen]
        if not taken or not left:
            messages.error(request, _("새 기록으로 옮길 것을 고르되, 하나는 남겨 두세요."))
            return None
        name = request.GET.get("name", "").strip()[:60] or str(record)
        return [(name if self.model is Executive else taken[0].label, taken), (str(record), left)]

    def _record(self, request: HttpRequest, pk: int) -> Record:
        if not (self.has_change_permission(request) and self.has_delete_permission(request)):
            raise PermissionDenied
        return get_object_or_404(self.model, pk=pk)

    def _other(self, request: HttpRequest, record: Record) -> Record | None:
        """The record that stays, where one was chosen."""
        chosen = request.POST.get("with") or request.GET.get("with") or ""
        if not chosen:
            return None
        other = self.model.objects.filter(pk=read_number(chosen)).first()
        if not other or other == record:
            raise Http404
        return other

    def _gone(self, request: HttpRequest) -> HttpResponse:
        """Somebody else was faster with one of the two: back to the list, with nothing done."""
        messages.error(request, _("그사이 다른 사람이 합치거나 지운 기록입니다. 아무것도 바꾸지 않았습니다."))
        return HttpResponseRedirect(reverse(f"admin:messages_app_{self.model._meta.model_name}_changelist"))

    def _candidates(self, request: HttpRequest, record: Record) -> list[Record]:
        """What the words looked for find, or what is suspected."""
        words = request.GET.get("q", "").strip()[:100].replace("\x00", "")
        if words:
            named = Q(name__icontains=words) | Q(aliases__name__icontains=words)
            found = self.model.objects.filter(named).exclude(pk=record.pk).distinct()
            return list((found.prefetch_related("companies") if self.model is Executive else found)[:FOUND])
        pairs = [item for item in self.kind.suspects() if record in (item.first, item.second)]
        return [item.second if item.first == record else item.first for item in pairs][:FOUND]

    def _page(
        self, request: HttpRequest, record: Record, screen: str, context: dict[str, Any], status: int = 200
    ) -> HttpResponse:
        titles = {"merge": _("다른 기록에 합치기"), "split": _("둘로 나누기")}
        common = {
            "title": titles[screen],
            "record": record,
            "is_person": self.model is Executive,
            "back": self._change_address(record),
        }
        return render_screen(self, request, f"{screen}.html", common | context, status)

    def _change_address(self, record: Record) -> str:
        return reverse(f"admin:messages_app_{self.model._meta.model_name}_change", args=[record.pk])
