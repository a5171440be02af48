"""Which statement on record a quote reports: what was found, and the editor's decision."""

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from messages_app.admin.screens import render_screen
from messages_app.importing import ImportRefused, likely_records, link_quote, unlink_quote
from messages_app.models import Article, Quote
from messages_app.search import statements, with_speakers


class LinkForm(forms.Form):
    """The record a quote should be linked to; empty takes the link away. ``back`` is the quote to show afterwards."""

    original = forms.ModelChoiceField(
        Quote.objects.all(),
        required=False,
        widget=forms.NumberInput,
        label=gettext_lazy("원 기록의 번호"),
        help_text=gettext_lazy("위에 없으면 원 기록의 공개 주소 /quotes/ 뒤에 있는 번호를 적습니다."),
        error_messages={"invalid_choice": gettext_lazy("그런 번호의 인용이 없습니다.")},
    )
    back = forms.ModelChoiceField(Quote.objects.all(), required=False, widget=forms.HiddenInput)


def reprints_of(model_admin: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Show a quote with its record and the other reports; on POST link or unlink it."""
    if not request.user.has_perm("messages_app.change_article"):
        raise PermissionDenied
    quote = get_object_or_404(Quote.objects.select_related("article", "original__article"), pk=pk)
    form = LinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _decide(request, quote, form.cleaned_data["original"]):
        shown = form.cleaned_data["back"] or quote
        return HttpResponseRedirect(reverse("admin:messages_app_quote_reprints", args=[shown.pk]))
    record = with_speakers(statements()).filter(pk=quote.original_id or quote.pk).first()
    context = {
        "title": _("같은 발언의 보도"),
        "articles": Article._meta.verbose_name_plural,
        "review": reverse("admin:messages_app_article_review", args=[quote.article_id]) + f"#q{pk}",
        "quote": quote,
        "record": record,
        "likely": likely_records(quote) if not quote.original_id else [],
        "form": form,
    }
    status = 400 if request.method == "POST" else 200
    return render_screen(model_admin, request, "quote/reprints.html", context, status)


def _decide(request: HttpRequest, quote: Quote, original: Quote | None) -> bool:
    """Store the decision, or say why it cannot be."""
    if original is None:
        unlink_quote(quote_id=quote.pk)
        messages.success(request, _("따로 한 발언으로 세도록 끊었습니다."))
        return True
    try:
        link_quote(quote_id=quote.pk, original_id=original.pk)
    except ImportRefused as refusal:
        messages.error(request, str(refusal.message))
        return False
    messages.success(request, _("같은 발언의 보도로 이었습니다. 한 번만 셉니다."))
    return True
