"""What an editor does to one quote, stored at once. To htmx the answer is the part of the screen that changed;
without a script it leads back to the screen."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from messages_app.admin.cards import Desk, QuoteCard
from messages_app.admin.forms import AliasForm, SpanForm
from messages_app.admin.review_screen import desk_page, seen_revision
from messages_app.importing import (
    ChangeResult,
    ImportRefused,
    NotPublishable,
    StaleQuote,
    add_alias,
    add_quote,
    change_quote,
    change_speaker,
    check_sure_quotes,
    find_span,
    move_quote,
)
from messages_app.models import Article, Company, Quote

Refusal = (ImportRefused, NotPublishable)


def act_on_quote(model_admin: ModelAdmin, request: HttpRequest, pk: int, quote_pk: int) -> HttpResponse:
    """GET: the card as stored. POST: store what is sent for one quote: fields, a new place, or speakers everywhere."""
    _require_change(model_admin, request)
    article = get_object_or_404(Article, pk=pk)
    get_object_or_404(Quote, pk=quote_pk, article=article)
    if request.method != "POST":
        return _card(model_admin, request, Desk.of(article), quote_pk) if request.htmx else _back(pk, quote_pk)
    card = _card_of(Desk.of(article, request.POST), quote_pk)
    if not card.is_sent or not card.is_valid():
        return _refused(model_admin, request, article, quote_pk, _("저장하지 않았습니다. 표시된 곳을 고치세요."))
    try:
        result, whole, show = _change(request, article, card)
    except StaleQuote as stale:
        return _stale(model_admin, request, article, quote_pk, stale)
    except Refusal as refusal:
        return _refused(model_admin, request, article, quote_pk, _in_words(refusal))
    return _changed(model_admin, request, result, quote_pk, whole=whole, show=show)


def add_to_article(model_admin: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """POST ``start`` and ``end``, or ``words``: a new quote of that place of the source."""

    def add() -> ChangeResult:
        start, end = _span(request, pk)
        return add_quote(article_id=pk, start=start, end=end)

    return _act(model_admin, request, pk, add)


def accept_sure(model_admin: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """POST: everything the parser was sure of is checked."""
    return _act(model_admin, request, pk, lambda: check_sure_quotes(article_id=pk))


def name_alias(model_admin: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """POST ``alias``, ``company:name``: from now on that spelling stands for that company."""
    if not request.user.has_perm("messages_app.add_companyalias"):
        raise PermissionDenied

    def add() -> ChangeResult:
        company_id, _colon, name = request.POST.get("alias", "").partition(":")
        form = AliasForm({"company": company_id, "name": name})
        if not form.is_valid():
            raise ImportRefused("alias", _("없는 회사입니다. 화면을 새로 여세요."))
        try:
            add_alias(name=form.cleaned_data["name"], company_id=form.cleaned_data["company"])
        except Company.DoesNotExist as error:
            raise ImportRefused("alias", _("없는 회사입니다. 화면을 새로 여세요.")) from error
        return ChangeResult(Article.objects.get(pk=pk))

    return _act(model_admin, request, pk, add)


def _act(model_admin: ModelAdmin, request: HttpRequest, pk: int, do: Callable[[], ChangeResult]) -> HttpResponse:
    """Something that may change any card: the answer is all of them."""
    _require_change(model_admin, request)
    article = get_object_or_404(Article, pk=pk)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        result = do()
    except Refusal as refusal:
        return _refused(model_admin, request, article, None, _in_words(refusal))
    return _changed(
        model_admin,
        request,
        result,
        result.changed[0] if result.changed else None,
        whole=True,
        show=bool(result.changed),
    )


def _require_change(model_admin: ModelAdmin, request: HttpRequest) -> None:
    if not model_admin.has_change_permission(request):
        raise PermissionDenied


def _change(request: HttpRequest, article: Article, card: QuoteCard) -> tuple[ChangeResult, bool, bool]:
    """Store what was sent for a card; whether other cards change with it, and whether the card is at a new place."""
    change = card.change()
    if request.POST.get("words", "").strip() or request.POST.get("start"):
        start, end = _span(request, article.pk, change.quote_id)
        moved = move_quote(
            article_id=article.pk, quote_id=change.quote_id, revision=change.revision, start=start, end=end
        )
        return moved, True, True
    pairs = card.replaced_speakers() if "everywhere" in request.POST else []
    for before, after in pairs:
        result = change_speaker(article_id=article.pk, before=before, after=after)
    if pairs:
        return result, True, False
    spoken = any(form.has_changed() for form in card.speaker_forms)
    return change_quote(article_id=article.pk, change=change), spoken, False


def _span(request: HttpRequest, pk: int, moved: int | None = None) -> tuple[int, int]:
    form = SpanForm(request.POST)
    if not form.is_valid():
        raise ImportRefused("span", _("원문에서 인용할 말을 고르거나 적으세요."))
    given = form.cleaned_data
    if given["words"]:
        return find_span(article_id=pk, words=given["words"], moved=moved)
    return given["start"], given["end"]


def _in_words(refusal: Any) -> str:
    if isinstance(refusal, NotPublishable):
        return " ".join(map(str, refusal.reasons))
    return str(refusal.message)


def _back(pk: int, quote_pk: int | None = None) -> HttpResponse:
    address = reverse("admin:messages_app_article_review", args=[pk])
    return HttpResponseRedirect(f"{address}#q{quote_pk}" if quote_pk else address)


def _card_of(desk: Desk, quote_pk: int) -> QuoteCard:
    return next(card for card in desk.cards if card.quote.pk == quote_pk)


def _card(model_admin: ModelAdmin, request: HttpRequest, desk: Desk, quote_pk: int, **more: Any) -> HttpResponse:
    return desk_page(model_admin, request, desk, part="one_card", card=_card_of(desk, quote_pk), **more)


def _changed(
    model_admin: ModelAdmin,
    request: HttpRequest,
    result: ChangeResult,
    quote_pk: int | None,
    *,
    whole: bool,
    show: bool,
) -> HttpResponse:
    """The card, or all of them, as stored now; ``show`` brings the card before the editor's eyes."""
    pk = result.article.pk
    if not request.htmx:
        messages.success(request, _("저장했습니다."))
        return _back(pk, quote_pk)
    desk = Desk.of(Article.objects.get(pk=pk))
    more = seen_revision(request, result.article, changed=bool(result.changed))
    if not whole and quote_pk:
        return _card(model_admin, request, desk, quote_pk, **more)
    response = desk_page(model_admin, request, desk, part="all_cards", **more)
    response["HX-Retarget"], response["HX-Reswap"] = "#cards", "innerHTML"
    if show:
        response["HX-Trigger-After-Swap"] = f'{{"desk:show": {quote_pk}}}'
    return response


def _refused(
    model_admin: ModelAdmin, request: HttpRequest, article: Article, quote_pk: int | None, reason: str
) -> HttpResponse:
    """Nothing was stored: the reason, and what was typed."""
    if not request.htmx:
        messages.error(request, reason)
        return _back(article.pk, quote_pk)
    if quote_pk is None:
        response = desk_page(model_admin, request, Desk.of(article), part="notice", status=400, notice=reason)
        response["HX-Retarget"], response["HX-Reswap"] = "#desk-notice", "outerHTML"
        return response
    desk = Desk.of(article, request.POST)
    _card_of(desk, quote_pk).problem = reason
    return _card(model_admin, request, desk, quote_pk, status=400)


def _stale(
    model_admin: ModelAdmin, request: HttpRequest, article: Article, quote_pk: int, stale: StaleQuote
) -> HttpResponse:
    """What is stored now beside what was typed; storing it all the same takes a second decision."""
    if not request.htmx:
        messages.error(request, _("저장하지 않았습니다. 그사이 다른 사람이 이 인용을 고쳤습니다."))
        return _back(article.pk, quote_pk)
    data: QueryDict = request.POST.copy()
    quote = article.quotes.get(pk=quote_pk)
    data[f"q{quote_pk}-revision"] = str(quote.revision)
    desk = Desk.of(article, data)
    _card_of(desk, quote_pk).conflict = stale.differences[0]
    return _card(model_admin, request, desk, quote_pk, status=409)
