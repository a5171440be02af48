"""Synonyms, compounds and stop words."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.exceptions import ValidationError
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from messages_app.admin.choosing import Choosing
from messages_app.admin.seen import SeenModelForm
from messages_app.admin.turns import InTurn
from messages_app.importing import ImportRefused, save_keyword
from messages_app.korean import similar_words
from messages_app.models import EVERYTHING, Keyword, KeywordTotal, plain_name


class KeywordForm(SeenModelForm):
    """A keyword; its form cannot change, as it is what texts hold."""

    class Meta:
        model = Keyword
        fields = ("form", "counts_as", "is_stop", "is_compound")

    def clean_form(self) -> str:
        form = "".join(plain_name(self.cleaned_data["form"]).split()).upper()
        if form == EVERYTHING:
            raise ValidationError(_("낱말을 적어 주세요."))
        if not self.instance.pk and Keyword.objects.filter(form=form).exists():
            raise ValidationError(_("이미 있는 낱말입니다. 목록에서 찾아 고쳐 주세요."))
        return form

    def clean_counts_as(self) -> Keyword | None:
        head = self.cleaned_data["counts_as"]
        if head and self.instance.pk in (head.pk, head.counts_as_id):
            raise ValidationError(_("낱말을 자기 자신이나 자기에 더해지는 낱말로 셀 수는 없습니다."))
        return head


@admin.register(Keyword)
class KeywordAdmin(Choosing, InTurn):
    """Words with what they count as; saving one counts afresh what depends on it."""

    form = KeywordForm
    list_display = ["form", "said", "counts_as", "unranked", "whole"]
    list_per_page = 50
    list_filter = ["is_stop", "is_compound", ("counts_as", admin.EmptyFieldListFilter)]
    list_select_related = ["counts_as"]
    search_fields = ["form"]
    autocomplete_fields = ["counts_as"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Keyword]:
        everything = KeywordTotal.objects.filter(keyword=OuterRef("pk"), scope=KeywordTotal.Scope.ALL)
        found = super().get_queryset(request).exclude(form=EVERYTHING)
        return found.annotate(said_in=Subquery(everything.values("raw_quotes")[:1]))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["form", "similar"] if obj else []

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [*KeywordForm.Meta.fields, *(["similar"] if obj else [])]

    @admin.display(description=_("비슷하게 쓰이는 낱말"))
    def similar(self, keyword: Keyword) -> str:
        """What the analyser thinks alike, for the editor to judge: opposites are among them."""
        known = Keyword.objects.filter(form__in=similar_words(keyword.form)).exclude(counts_as=keyword)
        found = [(reverse("admin:messages_app_keyword_change", args=[word.pk]), word.form) for word in known]
        links = format_html_join(", ", '<a href="{}">{}</a>', found) or _("기록된 발언에는 없습니다.")
        return format_html(
            "{}<br><small>{}</small>",
            links,
            _("분석기의 짐작입니다. 반대말도 섞여 있으니 뜻이 같은지 보고 정하세요."),
        )

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A word that was said cannot be unsaid; it can be a stop word."""
        return False

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form again, with the reason, where another editor's change meanwhile is against this one."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except ImportRefused as refusal:
            self.message_user(request, str(refusal.message), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def save_model(self, request: HttpRequest, obj: Keyword, form: Any, change: bool) -> None:
        saved = save_keyword(form=obj.form, counts_as=obj.counts_as, is_stop=obj.is_stop, is_compound=obj.is_compound)
        obj.pk = saved.keyword.pk
        done = saved.recounted
        text = ngettext("발언 %(n)s개를 다시 셌습니다.", "발언 %(n)s개를 다시 셌습니다.", done) % {"n": intcomma(done)}
        if done:
            self.message_user(request, text, messages.INFO)

    @admin.display(description=_("순위에서 뺌"), ordering="is_stop")
    def unranked(self, keyword: Keyword) -> str:
        return _("예") if keyword.is_stop else ""

    @admin.display(description=_("한 낱말로 셈"), ordering="is_compound")
    def whole(self, keyword: Keyword) -> str:
        return _("예") if keyword.is_compound else ""

    @admin.display(description=_("말한 발언"), ordering="said_in")
    def said(self, keyword: Keyword) -> str:
        return intcomma(keyword.said_in or 0)
