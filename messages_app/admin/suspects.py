"""Records that may stand for the same company or person, for a chief editor to decide on."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from messages_app.importing import mark_distinct, suspected_companies, suspected_executives, two_faced_executives
from messages_app.models import DistinctPair

SHOWN = 100


class DistinctForm(forms.Form):
    """Two records that are not the same."""

    kind = forms.ChoiceField(choices=DistinctPair.Kind)
    first = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    second = forms.IntegerField(min_value=1, max_value=2**63 - 1)


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
            {"kind": "company", "title": _("회사"), "pairs": companies[:SHOWN], "total": len(companies)},
            {"kind": "executive", "title": _("경영인"), "pairs": people[:SHOWN], "total": len(people)},
        ],
        "two_faced": split[:SHOWN],
    }
    return render(request, "admin/messages_app/suspects.html", context, status=400 if request.method == "POST" else 200)
