"""Two articles in one paste: two drafts instead of one."""

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from messages_app.importing import ImportRefused, part_article
from messages_app.models import Article
from messages_app.numbers import read_number


def part(model_admin: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """POST ``second``, where the second article begins, and the revision seen: on to the first of the two drafts, which
    names the other.
    """
    if not (model_admin.has_add_permission(request) and model_admin.has_change_permission(request)):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        first, second = part_article(
            article_id=pk,
            start=read_number(request.POST.get("second")) or 0,
            revision=read_number(request.POST.get("header-revision")),
            imported_by=request.user,
        )
    except ImportRefused as refusal:
        messages.error(request, _("나누지 않았습니다. %(reason)s") % {"reason": refusal.message})
        return HttpResponseRedirect(_address(pk))
    except Article.DoesNotExist:  # The button was pressed twice, or in another tab before.
        messages.info(request, _("그사이 나누었거나 지운 초안입니다. 남은 초안은 아래에 있습니다."))
        return HttpResponseRedirect(reverse("admin:messages_app_article_queue"))
    link = format_html('<a href="{}">{}</a>', _address(second.pk), second)
    text = _("두 초안으로 나누었습니다. 아래가 앞의 기사이고, 뒤의 기사는 {link}입니다.")
    messages.success(request, format_html(text, link=link))
    return HttpResponseRedirect(_address(first.pk))


def _address(pk: int) -> str:
    return reverse("admin:messages_app_article_review", args=[pk])
