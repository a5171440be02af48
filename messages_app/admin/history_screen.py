"""The history of a record, and the way back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from messages_app.admin.screens import render_screen
from messages_app.importing import ImportRefused, NotPublishable, revert_record, timeline
from messages_app.numbers import read_number


class HistoryScreen:
    """A ModelAdmin whose history says who changed what when, and can go back to each moment."""

    def history_view(self: Any, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """GET: the moments, newest first. POST ``moment``: back to that one."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        record = get_object_or_404(self.model, pk=read_number(object_id))
        if request.method == "POST":
            return self._revert(request, record)
        context = {
            "title": _("이력: %(name)s") % {"name": record},
            "record": record,
            "moments": timeline(record),
            "may_revert": self.has_change_permission(request, record),
        }
        return render_screen(self, request, "history.html", context | (extra_context or {}))

    def _revert(self: Any, request: HttpRequest, record: Any) -> HttpResponse:
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        try:
            revert_record(record=record, key=request.POST.get("moment", ""))
        except ImportRefused as refusal:
            messages.error(request, str(refusal.message))
        except NotPublishable as refusal:
            messages.error(request, " ".join(map(str, refusal.reasons)))
        else:
            messages.success(request, _("되돌렸습니다."))
        return HttpResponseRedirect(request.get_full_path())
