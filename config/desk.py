"""The editors' desk: Django's admin under our name, with the records in the order one works with them."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

ORDER = ("Article", "Correction", "Quote", "Company", "Executive", "Keyword")


class Desk(AdminSite):
    """Articles first, then what they lead to."""

    site_title = site_header = _("신년사 편집실")
    index_title = _("기다리는 일")

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """The records one may see; those without a place in ``ORDER`` last."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(
                key=lambda model: ORDER.index(model["object_name"]) if model["object_name"] in ORDER else len(ORDER)
            )
        return sorted(apps, key=lambda app: app["app_label"] != "messages_app")
