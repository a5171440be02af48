"""Paste an article: the draft is stored at once and the editor goes on to check it."""

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from messages_app.admin.forms import ImportForm
from messages_app.admin.screens import render_screen
from messages_app.importing import ImportRefused, create_draft


def import_article(model_admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """Show the form, or store what was pasted and lead to its review (303)."""
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return _page(model_admin, request, ImportForm(), 200)
    form = ImportForm(request.POST)
    form.is_valid()
    try:
        result = create_draft(text=form.cleaned_data.get("text", ""), imported_by=request.user)
    except ImportRefused as refusal:
        form.add_error("text", str(refusal.message))
        return _page(model_admin, request, form, 400)
    if not result.created:
        messages.info(request, _("같은 글을 이미 가져왔습니다. 아래가 그 기사입니다."))
    response = HttpResponseRedirect(reverse("admin:messages_app_article_review", args=[result.article.pk]))
    response.status_code = 303
    return response


def _page(model_admin: ModelAdmin, request: HttpRequest, form: ImportForm, status: int) -> HttpResponse:
    context = {"title": _("기사 가져오기"), "form": form}
    return render_screen(model_admin, request, "article/import.html", context, status)
