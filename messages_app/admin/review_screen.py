"""Check an article beside its source, correct it, publish it: one form, which also works without a script."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from messages_app.admin.cards import Desk
from messages_app.admin.forms import HeaderForm
from messages_app.admin.queue import address_of_next
from messages_app.admin.screens import render_screen
from messages_app.admin.source import source_pieces
from messages_app.importing import (
    ImportRefused,
    NotPublishable,
    PublishResult,
    StaleArticle,
    save_review,
    unpublish_article,
)
from messages_app.models import Article, Quote
from messages_app.numbers import read_number

TEMPLATE = "article/review.html"


def review_article(model_admin: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Show the article with its source; on POST store the corrections and do what the button says.

    To htmx a POST stores the header alone.
    """
    may_change = model_admin.has_change_permission(request)
    if not (may_change or (request.method in ("GET", "HEAD") and model_admin.has_view_permission(request))):
        raise PermissionDenied
    article = get_object_or_404(Article, pk=pk)
    if request.method != "POST":
        return desk_page(model_admin, request, Desk.of(article, read_only=not may_change))
    desk = Desk.of(article, request.POST)
    if request.htmx:
        return _store_header(model_admin, request, desk)
    if not desk.is_valid():
        messages.error(request, _("저장하지 않았습니다. 표시된 곳을 고친 뒤 다시 저장하세요."))
        return desk_page(model_admin, request, desk, status=400)
    return _store(model_admin, request, desk)


def desk_page(
    model_admin: ModelAdmin, request: HttpRequest, desk: Desk, *, part: str = "", status: int = 200, **more: Any
) -> HttpResponse:
    """The whole screen, or a ``part`` of it for htmx; ``more`` is added to the context."""
    desk.recognise_speakers()
    context = {
        "title": _("기사 확인"),
        "desk": desk,
        "article": desk.article,
        "counts": desk.counts(),
        "seen_revision": desk.article.revision,
        "dropped_kind": Quote.Kind.DROPPED,
        "pieces": source_pieces(
            desk.article.body,
            [card.quote for card in desk.cards],
            {card.quote.pk: card.voice for card in desk.cards},
        ),
        "known": {name: desk.known(name) for name in ("name", "organisation", "title")},
        "suggest_address": reverse("admin:messages_app_article_suggest"),
        "next_address": address_of_next(request),
        "may_delete": model_admin.has_delete_permission(request, desk.article),
    }
    return render_screen(model_admin, request, f"{TEMPLATE}#{part}" if part else TEMPLATE, context | more, status)


def _store_header(model_admin: ModelAdmin, request: HttpRequest, desk: Desk) -> HttpResponse:
    """A field of the header was changed: it is stored at once. The answer is what there is to say about it."""
    header, article = desk.header, desk.article
    if not header.is_valid():
        return desk_page(model_admin, request, desk, part="header_state", status=400)
    try:
        save_review(
            article_id=article.pk,
            revision=header.cleaned_data["revision"],
            header=header.change(),
            seen=header.before(),
        )
    except StaleArticle as stale:
        stored = HeaderForm.of(article)
        seen = header.as_seen(stored, stale.header)
        return desk_page(
            model_admin, request, desk, part="header_state", status=409, lost=_lost(stored, stale), seen_header=seen
        )
    except NotPublishable as refusal:
        return desk_page(model_admin, request, desk, part="header_state", status=400, reasons=refusal.reasons)
    fresh = Desk.of(Article.objects.get(pk=article.pk))
    more = seen_revision(request, fresh.article, changed=fresh.article.revision != article.revision)
    return desk_page(
        model_admin, request, fresh, part="header_state", stored=True, seen_header=header.as_seen(), **more
    )


def seen_revision(request: HttpRequest, article: Article, *, changed: bool) -> dict[str, Any]:
    """The revision that the editor has seen after an own change, and whether somebody else's lies between.

    Then the old number stays on the screen, and publishing says what was not seen.
    """
    sent = read_number(request.POST.get("header-revision"))
    behind = sent is not None and sent != article.revision - changed
    return {"seen_revision": sent if behind else article.revision, "behind": behind}


def _lost(stored: HeaderForm, stale: StaleArticle) -> list[tuple[str, str]]:
    return [(str(stored.fields[name].label), stored.shown(name)) for name in stale.header]


def _store(model_admin: ModelAdmin, request: HttpRequest, desk: Desk) -> HttpResponse:
    try:
        result = save_review(
            article_id=desk.article.pk,
            revision=desk.header.cleaned_data["revision"],
            header=desk.header.change(),
            seen=desk.header.before(),
            quotes=[card.change() for card in desk.cards if card.is_sent],
            publish="publish" in request.POST,
        )
        if "unpublish" in request.POST:
            unpublish_article(article_id=desk.article.pk)
    except StaleArticle as stale:
        return _stale(model_admin, request, desk, stale)
    except NotPublishable as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
        return desk_page(model_admin, request, desk, status=400)
    except ImportRefused as refusal:
        messages.error(request, str(refusal.message))
        return desk_page(model_admin, request, desk, status=400)
    messages.success(request, _outcome(result, "unpublish" in request.POST))
    return HttpResponseRedirect(reverse("admin:messages_app_article_review", args=[desk.article.pk]))


def _stale(model_admin: ModelAdmin, request: HttpRequest, desk: Desk, stale: StaleArticle) -> HttpResponse:
    """Nothing is overwritten: what was typed is shown again with what changed, and sending it again is a decision."""
    messages.error(
        request, _("저장하지 않았습니다. 그사이 다른 사람이 이 기사를 고쳤습니다. 바뀐 것을 보고 다시 누르세요.")
    )
    touched = {card.quote.pk for card in desk.cards if card.is_sent and card.change().touched}
    data = request.POST.copy()
    data["header-revision"] = str(desk.article.revision)
    for card in desk.cards:
        if card.quote.pk in touched:
            data[f"{card.prefix}-revision"] = str(card.quote.revision)
        else:
            data.pop(f"{card.prefix}-kind", None)
    for name in stale.header:
        _show_stored(data, name, desk)
    again = Desk.of(desk.article, data)
    again.differences = stale.differences
    by_quote = {item.quote.pk: item for item in stale.differences}
    for card in again.cards:
        card.conflict = by_quote.get(card.quote.pk)
    return desk_page(model_admin, request, again, status=409, lost=_lost(HeaderForm.of(desk.article), stale))


def _show_stored(data: Any, name: str, desk: Desk) -> None:
    """A field of the header that the editor left alone shows what is stored now; one that was changed stays typed."""
    shown = HeaderForm.of(desk.article).shown(name)
    if name not in desk.header.changed_data:
        data[f"header-{name}"] = shown
    data[f"initial-header-{name}"] = shown


def _outcome(result: PublishResult | Article, withdrawn: bool) -> str:
    if withdrawn:
        return _("초안으로 되돌렸습니다. 공개 페이지에서는 더 보이지 않습니다.")
    if isinstance(result, Article):
        return _("저장했습니다. 아직 공개되지 않은 초안입니다.")
    text = _("게시했습니다: 발언 %(count)s개.") % {"count": intcomma(result.statements)}
    made = ", ".join((*result.companies_created, *result.executives_created))
    return text + " " + _("새로 만든 기록: %(names)s") % {"names": made} if made else text
