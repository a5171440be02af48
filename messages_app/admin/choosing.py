"""Choices among many records, which are looked up while one types."""

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.options import ModelAdmin
from django.contrib.admin.widgets import AutocompleteMixin, AutocompleteSelect, AutocompleteSelectMultiple
from django.http import HttpRequest

from messages_app.numbers import read_number


class NumbersOnly(AutocompleteMixin):
    """Shows a refused form again whatever was sent: Django asks the database for values that are no numbers, too."""

    def optgroups(self, name: str, value: Sequence[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        return super().optgroups(name, [each for each in value if not each or read_number(each)], attrs)


class OneRecord(NumbersOnly, AutocompleteSelect):
    """One of many records."""


class SomeRecords(NumbersOnly, AutocompleteSelectMultiple):
    """Any number of them."""


class Choosing(ModelAdmin):
    """A ModelAdmin whose ``autocomplete_fields`` bear whatever is sent."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return super().formfield_for_foreignkey(db_field, request, **self._widget(db_field, OneRecord), **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return super().formfield_for_manytomany(db_field, request, **self._widget(db_field, SomeRecords), **kwargs)

    def _widget(self, db_field: Any, widget: type[AutocompleteMixin]) -> dict[str, Any]:
        chosen = db_field.name in self.autocomplete_fields
        return {"widget": widget(db_field, self.admin_site)} if chosen else {}
