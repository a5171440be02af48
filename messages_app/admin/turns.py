"""Forms of records that two editors send at the same moment."""

from typing import Any

from django.contrib.admin.options import ModelAdmin
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from messages_app.importing import lock_index


class InTurn(ModelAdmin):
    """A ModelAdmin whose forms are checked and stored one after the other, and in turn with publishing and merging.

    Checked at the same moment, two records of one name or address would both be found right, and the database would
    refuse the later one with an error instead of a word beside the field.
    """

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return super().changeform_view(request, *args, **kwargs)
        with transaction.atomic():
            lock_index()
            return super().changeform_view(request, *args, **kwargs)
