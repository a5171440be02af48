"""The queue of drafts: what is left, the next one, and those that need no look."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from messages_app.admin.screens import render_screen
from messages_app.importing import QueueFilter, draft_queue, publish_sure, queue_counts, sure_drafts, take_next

ROWS_A_PAGE = 50
REASONS_SHOWN = 10
UNKNOWN = "-"
# Where a session keeps the filter by which its editor takes drafts, for the button on the review screen.
FILTER = "queue"


class QueueForm(forms.Form):
    """The filter of an address; what cannot be understood is no condition."""

    outlet = forms.CharField(required=False, max_length=60, strip=False)
    day = forms.DateField(
        label=gettext_lazy("보도일"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    uncertain = forms.ChoiceField(required=False, choices=[("yes", ""), ("no", "")])

    @property
    def wanted(self) -> QueueFilter:
        """The filter; the form must have been validated."""
        given = self.cleaned_data
        outlet = given.get("outlet") or None
        return QueueFilter(
            outlet="" if outlet == UNKNOWN else outlet,
            day=given.get("day"),
            uncertain={"yes": True, "no": False}.get(given.get("uncertain", "")),
        )

    def address(self, **changes: str) -> str:
        """The address of the queue with this filter but for the changes."""
        given = {name: str(value) for name, value in self.cleaned_data.items() if value} | changes
        query = urlencode({name: value for name, value in given.items() if value})
        return reverse("admin:messages_app_article_queue") + (f"?{query}" if query else "")


def queue(model_admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """List the drafts; on POST take the next of them, or publish those in which nothing is uncertain."""
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    form = QueueForm(request.GET)
    form.is_valid()
    if request.method == "POST" and "next" in request.POST:
        return _next(request, form)
    if request.method == "POST":
        if "publish" in request.POST:
            _publish(request, form)
        return HttpResponseRedirect(form.address())
    counts = queue_counts()
    context = {
        "title": _("확인할 초안"),
        "form": form,
        "counts": counts,
        "sure": sure_drafts(form.wanted).count(),
        "here": form.address(),
        "any_day": form.address(day=""),
        "page": Paginator(draft_queue(form.wanted).select_related("claim__taken_by"), ROWS_A_PAGE).get_page(
            request.GET.get("page")
        ),
        "choices": _choices(form),
        "outlets": _outlets(form, counts.outlets),
    }
    return render_screen(model_admin, request, "article/queue.html", context)


def _next(request: HttpRequest, form: QueueForm) -> HttpResponse:
    request.session[FILTER] = request.GET.urlencode()
    article = take_next(wanted=form.wanted, user=request.user)
    if article:
        return HttpResponseRedirect(reverse("admin:messages_app_article_review", args=[article.pk]))
    messages.info(request, _("이 조건에서 더 확인할 초안이 없습니다."))
    return HttpResponseRedirect(form.address())


def address_of_next(request: HttpRequest) -> str:
    """Where the review screen takes the next draft: the queue, filtered as the editor filtered it last."""
    query = request.session.get(FILTER, "")
    return reverse("admin:messages_app_article_queue") + (f"?{query}" if query else "")


def _publish(request: HttpRequest, form: QueueForm) -> None:
    result = publish_sure(wanted=form.wanted)
    text = ngettext("기사 %(n)s건을 게시했습니다.", "기사 %(n)s건을 게시했습니다.", result.published)
    text %= {"n": intcomma(result.published)}
    if result.left > len(result.refused):
        text += " " + _("아직 남았으니 한 번 더 누르세요.")
    messages.success(request, text)
    for article, reasons in result.refused[:REASONS_SHOWN]:
        messages.error(request, f"{article}: {' '.join(map(str, reasons))}")
    if len(result.refused) > REASONS_SHOWN:
        messages.error(request, _("그 밖에 %(n)s건") % {"n": intcomma(len(result.refused) - REASONS_SHOWN)})


def _choices(form: QueueForm) -> list[dict[str, Any]]:
    chosen = form.cleaned_data.get("uncertain", "")
    labels = (("", _("모두")), ("yes", _("불확실한 것이 있음")), ("no", _("불확실한 것이 없음")))
    return [
        {"label": label, "url": form.address(uncertain=value), "chosen": value == chosen} for value, label in labels
    ]


def _outlets(form: QueueForm, counted: list[tuple[str, int]]) -> list[dict[str, Any]]:
    chosen = form.cleaned_data.get("outlet", "")
    return [
        {
            "label": outlet or _("매체 미상"),
            "count": count,
            "chosen": chosen == (outlet or UNKNOWN),
            "url": form.address(outlet="" if chosen == (outlet or UNKNOWN) else outlet or UNKNOWN),
        }
        for outlet, count in counted
    ]
