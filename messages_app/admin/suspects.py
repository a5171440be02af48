"""Records that may stand for the same company or person, for a chief editor to decide on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from messages_app.importing import (
    Suspect,
    mark_distinct,
    suspected_companies,
    suspected_executives,
    two_faced_executives,
)
from messages_app.models import Attribution, Company, DistinctPair, Executive
from messages_app.search import is_counted_statement

SHOWN = 100


class DistinctForm(forms.Form):
    """Two records that are not the same."""

    kind = forms.ChoiceField(choices=DistinctPair.Kind)
    first = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    second = forms.IntegerField(min_value=1, max_value=2**63 - 1)


@dataclass(frozen=True, slots=True)
class Known:
    """A record with what tells it from another: the companies of a person, and how much it said."""

    record: Company | Executive
    houses: tuple[str, ...]
    said: int


def suspects(request: HttpRequest) -> HttpResponse:
    """The pairs to decide on, surest first; on POST one of them is said to be different."""
    if not request.user.has_perms(["messages_app.delete_company", "messages_app.delete_executive"]):
        raise PermissionDenied
    form = DistinctForm(request.POST or None)
    if form.is_valid() and form.cleaned_data["first"] != form.cleaned_data["second"]:
        given = form.cleaned_data
        mark_distinct(kind=given["kind"], first_id=given["first"], second_id=given["second"])
        messages.success(request, _("서로 다른 기록으로 정했습니다. 다시 묻지 않습니다."))
        return HttpResponseRedirect(reverse("admin:messages_app_suspects"))
    companies, people, split = suspected_companies(), suspected_executives(), two_faced_executives()
    context = admin.site.each_context(request) | {
        "title": _("중복이 의심되는 기록"),
        "sections": [
            {"kind": kind, "title": title, "pairs": _told_apart(kind, pairs[:SHOWN]), "total": len(pairs)}
            for kind, title, pairs in (("company", _("회사"), companies), ("executive", _("경영인"), people))
        ],
        "two_faced": split[:SHOWN],
        "two_faced_total": len(split),
    }
    return render(request, "admin/messages_app/suspects.html", context, status=400 if request.method == "POST" else 200)


def _told_apart(kind: str, pairs: Sequence[Suspect]) -> list[dict[str, Any]]:
    """Each pair with what is known of both; one query."""
    records = {record.pk for pair in pairs for record in (pair.first, pair.second)}
    counted = Attribution.objects.filter(**{f"{kind}__in": records}).order_by().values_list(kind)
    said = dict(counted.annotate(n=Count("quote", filter=is_counted_statement("quote__"), distinct=True)))
    return [
        {
            "first": pair.first,
            "second": pair.second,
            "reason": pair.reason,
            "both": [_known(record, said) for record in (pair.first, pair.second)],
        }
        for pair in pairs
    ]


def _known(record: Company | Executive, said: dict[int, int]) -> Known:
    houses = record.companies.all() if isinstance(record, Executive) else ()
    return Known(record, tuple(company.name for company in houses), said.get(record.pk, 0))
