"""The editors' desk: Django's admin under our name, with the records in the order one works with them."""

import functools
from collections.abc import Callable
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import TO_FIELD_VAR
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

ORDER = ("Article", "Correction", "Quote", "Company", "Executive", "Keyword", "Edition")
View = Callable[..., HttpResponse]


def _is_sound(request: HttpRequest) -> bool:
    """Whether a request names nothing that Django would take as it is, and fail."""
    rows = request.POST.getlist(ACTION_CHECKBOX_NAME)
    fields = [*request.GET.getlist(TO_FIELD_VAR), *request.POST.getlist(TO_FIELD_VAR)]
    # An expression may be broken, or keep the database at work for ever.
    filtered = [name for name in request.GET if name.endswith(("__regex", "__iregex"))]
    return all(row.isdecimal() for row in rows) and all(fields) and not filtered


class Lookup(AutocompleteJsonView):
    """The records that a field of a form can name."""

    def process_request(self, request: HttpRequest) -> tuple[Any, ...]:
        found = super().process_request(request)
        if found[2].auto_created:
            raise PermissionDenied  # The other end of a field, which no form has.
        return found


class Desk(AdminSite):
    """Articles first, then what they lead to."""

    site_title = site_header = _("신년사 편집실")
    index_title = _("기다리는 일")

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """The view for those who may see it; to a value that no column can hold it answers 400."""
        checked = super().admin_view(view, cacheable)

        @functools.wraps(checked)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not _is_sound(request):
                raise BadRequest
            try:
                return checked(request, *args, **kwargs)
            except (OverflowError, DataError) as error:
                # ?group=99999999999999999999 with SQLite, ?outlet=%00 with PostgreSQL: Django asks the database as it is.
                raise BadRequest from error

        return answer

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """What may be chosen in a field."""
        return Lookup.as_view(admin_site=self)(request)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """The records one may see; those without a place in ``ORDER`` last."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(
                key=lambda model: ORDER.index(model["object_name"]) if model["object_name"] in ORDER else len(ORDER)
            )
        return sorted(apps, key=lambda app: app["app_label"] != "messages_app")
