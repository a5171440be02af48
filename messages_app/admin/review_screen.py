"""Check an article beside its source, correct it, publish it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from messages_app.admin.forms import HeaderForm, QuoteCard
from messages_app.admin.source import source_pieces
from messages_app.importing import NotPublishable, PublishResult, StaleArticle, save_review, unpublish_article
from messages_app.models import Article, Quote

if TYPE_CHECKING:
    from messages_app.admin.articles import ArticleAdmin

VOICES = 8


@dataclass(slots=True)
class Desk:
    """An article on the desk with its forms, bound where the editor has sent something."""

    article: Article
    header: HeaderForm
    cards: list[QuoteCard]

    def is_valid(self) -> bool:
        return all([self.header.is_valid(), *(card.is_valid() for card in self.cards)])


def review_article(model_admin: "ArticleAdmin", request: HttpRequest, pk: int) -> HttpResponse:
    """Show the article with its source; on POST store the corrections and do what the button says."""
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    article = get_object_or_404(Article, pk=pk)
    desk = _desk(article, request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(model_admin, request, desk, 200)
    if not desk.is_valid():
        messages.error(request, _("저장하지 않았습니다. 표시된 곳을 고친 뒤 다시 저장하세요."))
        return _page(model_admin, request, desk, 400)
    return _store(model_admin, request, desk)


def _store(model_admin: "ArticleAdmin", request: HttpRequest, desk: Desk) -> HttpResponse:
    publish = "publish" in request.POST
    try:
        result = save_review(
            article_id=desk.article.pk,
            revision=desk.header.cleaned_data["revision"],
            header=desk.header.change(),
            quotes=[card.change() for card in desk.cards],
            publish=publish,
        )
        if "unpublish" in request.POST:
            unpublish_article(article_id=desk.article.pk)
    except StaleArticle:
        return _stale(model_admin, request, desk)
    except NotPublishable as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
        return _page(model_admin, request, desk, 400)
    messages.success(request, _outcome(result, "unpublish" in request.POST))
    return HttpResponseRedirect(reverse("admin:messages_app_article_review", args=[desk.article.pk]))


def _stale(model_admin: "ArticleAdmin", request: HttpRequest, desk: Desk) -> HttpResponse:
    """Nothing is overwritten: what was typed is shown again, and sending it once more is a decision."""
    messages.error(
        request,
        _(
            "그사이 다른 사람이 이 기사를 고쳐서 저장하지 않았습니다. 아래는 지금 적은 내용입니다. "
            "다시 저장하면 이 내용으로 바뀌고, 이 화면을 새로 열면 저장되어 있는 내용이 보입니다."
        ),
    )
    data = request.POST.copy()
    data["header-revision"] = str(desk.article.revision)
    return _page(model_admin, request, _desk(desk.article, data), 409)


def _outcome(result: PublishResult | Article, withdrawn: bool) -> str:
    if withdrawn:
        return _("초안으로 되돌렸습니다. 공개 쪽에서는 더 보이지 않습니다.")
    if isinstance(result, Article):
        return _("저장했습니다. 아직 공개되지 않은 초안입니다.")
    text = _("게시했습니다: 발언 %(count)s개.") % {"count": result.statements}
    made = ", ".join((*result.companies_created, *result.executives_created))
    return text + " " + _("새로 만든 기록: %(names)s") % {"names": made} if made else text


def _desk(article: Article, data: Any) -> Desk:
    quotes = list(article.quotes.prefetch_related("attributions__executive", "attributions__company").order_by("place"))
    voices = _voices(quotes)
    header = HeaderForm(data, prefix="header") if data is not None else HeaderForm.of(article)
    return Desk(article, header, [QuoteCard(quote, voices[quote.pk], data) for quote in quotes])


def _voices(quotes: list[Quote]) -> dict[int, int]:
    """A colour number for each quote, the same for the same speakers."""
    numbers: dict[tuple[tuple[str, str], ...], int] = {}
    voices = {}
    for quote in quotes:
        speakers = tuple((who.name, who.organisation) for who in quote.attributions.all())
        voices[quote.pk] = numbers.setdefault(speakers, len(numbers)) % VOICES
    return voices


def _page(model_admin: "ArticleAdmin", request: HttpRequest, desk: Desk, status: int) -> HttpResponse:
    quotes = [card.quote for card in desk.cards]
    attributions = [who for card in desk.cards for who in card.attributions]
    context = model_admin.admin_site.each_context(request) | {
        "opts": model_admin.model._meta,
        "title": _("기사 확인"),
        "desk": desk,
        "article": desk.article,
        "pieces": source_pieces(desk.article.body, quotes, {card.quote.pk: card.voice for card in desk.cards}),
        "statement_count": sum(quote.kind == Quote.Kind.STATEMENT for quote in quotes),
        "known_names": sorted({who.name for who in attributions} - {""}),
        "known_organisations": sorted({who.organisation for who in attributions} - {""}),
        "known_titles": sorted({who.title for who in attributions} - {""}),
        "companies": _companies(quotes),
    }
    return render(request, "admin/messages_app/article/review.html", context, status=status)


def _companies(quotes: list[Quote]) -> list[Any]:
    """The companies whose public pages this article fills."""
    found = {who.company.pk: who.company for quote in quotes for who in quote.attributions.all() if who.company}
    return sorted(found.values(), key=lambda company: company.name)
