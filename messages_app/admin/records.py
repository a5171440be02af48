"""Companies and executives."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from messages_app.admin.history_screen import HistoryScreen
from messages_app.admin.merging import COMPANY, EXECUTIVE, MergeMixin
from messages_app.admin.suspects import suspects
from messages_app.importing import regroup_company
from messages_app.models import Company, CompanyAlias, Executive, ExecutiveAlias


class AliasInline(admin.TabularInline):
    model = CompanyAlias
    extra = 1
    verbose_name_plural = _("다른 표기 (기사에서 이 회사를 알아보는 이름들)")


class NameInline(admin.TabularInline):
    model = ExecutiveAlias
    extra = 1
    verbose_name_plural = _("다른 표기 (기사에서 이 사람을 알아보는 이름들)")


@admin.register(Company)
class CompanyAdmin(HistoryScreen, MergeMixin):
    kind = COMPANY
    list_display = ["name", "group", "industry", "alias_count", "is_sample"]
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
        return super().get_queryset(request).annotate(alias_total=Count("aliases", distinct=True))

    def save_model(self, request: HttpRequest, obj: Company, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and "group" in form.changed_data:
            regroup_company(company_id=obj.pk)

    @admin.display(description=_("표기 수"), ordering="alias_total")
    def alias_count(self, company: Company) -> int:
        return company.alias_total


@admin.register(Executive)
class ExecutiveAdmin(HistoryScreen, MergeMixin):
    kind = EXECUTIVE
    list_display = ["name", "company_names", "note", "is_sample"]
    list_filter = ["is_sample"]
    search_fields = ["name", "aliases__name", "note", "companies__name"]
    autocomplete_fields = ["companies"]
    fields = ["name", "slug", "note", "companies"]
    inlines = [NameInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Executive]:
        return super().get_queryset(request).prefetch_related("companies")

    @admin.display(description=_("회사"))
    def company_names(self, executive: Executive) -> str:
        return ", ".join(company.name for company in executive.companies.all())
