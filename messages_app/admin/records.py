"""Companies and executives."""

from collections import Counter
from contextlib import nullcontext
from typing import Any

from django.contrib import admin
from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from messages_app.admin.choosing import Choosing
from messages_app.admin.deletion import SpeakerDeletion
from messages_app.admin.history_screen import HistoryScreen
from messages_app.admin.merging import COMPANY, EXECUTIVE, MergeMixin
from messages_app.admin.seen import SeenModelForm
from messages_app.admin.suspects import suspects
from messages_app.admin.turns import InTurn
from messages_app.importing import delete_companies, regrouping
from messages_app.models import Company, CompanyAlias, Executive, ExecutiveAlias, name_key, plain_name
from messages_app.search import said_beside


class AliasFormSet(BaseInlineFormSet):
    """The spellings of a company, each once; its own name is one by itself, and no row that could be deleted."""

    def get_queryset(self) -> QuerySet[CompanyAlias]:
        if not hasattr(self, "_queryset"):
            # The name as stored: the form may have another one by now.
            own = Company.objects.filter(pk=self.instance.pk).values_list("name", flat=True).first()
            self._queryset = super().get_queryset().exclude(key=name_key(own or ""))
        return self._queryset

    def clean(self) -> None:
        super().clean()
        given = [form for form in self.forms if form.has_changed() and not self._should_delete_form(form)]
        seen = Counter(name_key(form.cleaned_data.get("name", "")) for form in given if form.is_valid())
        own = name_key(self.instance.name)
        for form in given:
            key = name_key(form.cleaned_data.get("name", ""))
            if key == own != name_key(form.initial.get("name", "")):
                form.add_error("name", _("회사 이름은 적지 않아도 표기가 됩니다. 이 줄은 비워 두세요."))
            elif key and seen[key] > 1:
                form.add_error("name", _("같은 표기를 두 번 적었습니다."))


class AliasInline(admin.TabularInline):
    """The spellings on the form of a company."""

    model = CompanyAlias
    formset = AliasFormSet
    extra = 1
    verbose_name_plural = _("다른 표기 (기사에서 이 회사를 알아보는 이름들)")


class NameFormSet(BaseInlineFormSet):
    """The spellings of a person, each once, also where another tab has stored one meanwhile."""

    def clean(self) -> None:
        given = [form for form in self.forms if form.has_changed() and not self._should_delete_form(form)]
        names = Counter(plain_name(form.cleaned_data.get("name", "")) for form in given)
        stored = dict(self.instance.aliases.values_list("name", "pk")) if self.instance.pk else {}
        for form in given:
            name = plain_name(form.cleaned_data.get("name", ""))
            if names[name] > 1:
                form.add_error("name", _("같은 표기를 두 번 적었습니다."))
            elif stored.get(name, form.instance.pk) != form.instance.pk:
                form.add_error("name", _("이미 있는 표기입니다. 이 줄은 비워 두세요."))


class NameInline(admin.TabularInline):
    """The spellings on the form of a person."""

    model = ExecutiveAlias
    formset = NameFormSet
    extra = 1
    verbose_name_plural = _("다른 표기 (기사에서 이 사람을 알아보는 이름들)")


@admin.register(Company)
class CompanyAdmin(HistoryScreen, SpeakerDeletion, Choosing, InTurn, MergeMixin):
    """Companies with their groups and spellings; a change of the group changes what is counted under it."""

    kind = COMPANY
    form = SeenModelForm
    list_display = ["name", "group", "industry", "statements", "spellings"]
    list_filter = ["industry", "is_sample", ("group", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["group"]
    search_fields = ["name", "aliases__name"]
    autocomplete_fields = ["group"]
    inlines = [AliasInline]
    fields = ["name", "slug", "group", "industry"]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(suspects)
        return [path("suspects/", view, name="messages_app_suspects"), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Company]:
        return super().get_queryset(request).annotate(said=said_beside("house", "company")).prefetch_related("aliases")

    def save_model(self, request: HttpRequest, obj: Company, form: Any, change: bool) -> None:
        regrouped = change and "group" in form.changed_data
        with regrouping(company_id=obj.pk) if regrouped else nullcontext():
            super().save_model(request, obj, form, change)

    def delete_model(self, request: HttpRequest, obj: Company) -> None:
        delete_companies(companies=Company.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Company]) -> None:
        delete_companies(companies=Company.objects.filter(pk__in=queryset.values("pk")))

    @admin.display(description=_("공개된 발언"), ordering="said")
    def statements(self, company: Company) -> str:
        return intcomma(company.said or 0)

    @admin.display(description=_("다른 표기"))
    def spellings(self, company: Company) -> str:
        return ", ".join(alias.name for alias in company.aliases.all() if alias.name != company.name)


@admin.register(Executive)
class ExecutiveAdmin(HistoryScreen, SpeakerDeletion, Choosing, InTurn, MergeMixin):
    """People with the companies by which they are recognised."""

    kind = EXECUTIVE
    form = SeenModelForm
    list_display = ["name", "company_names", "statements", "note"]
    list_filter = ["is_sample"]
    search_fields = ["name", "aliases__name", "note", "companies__name"]
    autocomplete_fields = ["companies"]
    fields = ["name", "slug", "note", "companies"]
    inlines = [NameInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Executive]:
        return super().get_queryset(request).annotate(said=said_beside("executive")).prefetch_related("companies")

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """A former name stays a spelling: articles and addresses that were sent go on using it."""
        super().save_related(request, form, formsets, change)
        if change and form.initial["name"] != form.instance.name:
            ExecutiveAlias.objects.get_or_create(executive=form.instance, name=form.initial["name"])

    @admin.display(description=_("공개된 발언"), ordering="said")
    def statements(self, executive: Executive) -> str:
        return intcomma(executive.said or 0)

    @admin.display(description=_("회사"))
    def company_names(self, executive: Executive) -> str:
        return ", ".join(company.name for company in executive.companies.all())
