"""Searching the lists of the desk also by what stands in other tables."""

from typing import Any

from django.contrib.admin.options import ModelAdmin
from django.db.models import QuerySet
from django.http import HttpRequest


class FindsOnce(ModelAdmin):
    """A ModelAdmin whose search finds a record once, however many related rows hold what is searched for.

    Django would sort all that is found, with every column, to leave out what is repeated.
    """

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        found, is_repeated = super().get_search_results(request, queryset, search_term)
        if is_repeated:
            found = queryset.filter(pk__in=found.order_by().values("pk"))
        return found, False
