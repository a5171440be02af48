"""The permanent page of one quote."""

from datetime import date

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from messages_app.models import Quote
from messages_app.search import published_articles, statements, with_speakers

GONE = 410


@require_safe
def quote(request: HttpRequest, pk: int) -> HttpResponse:
    """One statement with its speaker, source and citation, and its neighbours in the article."""
    found = with_speakers(statements()).filter(pk=pk).first()
    if not found:
        return withdrawn(request, pk)
    record = with_speakers(statements()).filter(pk=found.original_id or found.pk).first()
    around = _neighbours(found)
    permalink = request.build_absolute_uri(found.get_absolute_url())
    context = {
        "quote": found,
        "record": record,
        "before": [other for other in around if other.place < found.place],
        "after": [other for other in around if other.place > found.place],
        "permalink": permalink,
        "citation": citation(found, permalink),
        "credit": credit(found),
        "summary": summary(found),
    }
    return render(request, "messages_app/quote.html", context)


def withdrawn(request: HttpRequest, pk: int) -> HttpResponse:
    """To whoever follows the address of a quote that was taken out of an article: the way to the article."""
    taken = get_object_or_404(Quote, pk=pk, kind=Quote.Kind.DROPPED)
    article = get_object_or_404(published_articles(), pk=taken.article_id)
    return render(request, "messages_app/quote_withdrawn.html", {"article": article}, status=GONE)


def _neighbours(quote: Quote) -> QuerySet[Quote]:
    """The statement before a quote in its article and the one after it, as far as there are such."""
    others = statements().filter(article=quote.article_id).order_by("place").values("pk")
    before, after = others.filter(place__lt=quote.place).reverse()[:1], others.filter(place__gt=quote.place)[:1]
    return with_speakers(statements().filter(Q(pk__in=before) | Q(pk__in=after))).order_by("place")


def credit(quote: Quote) -> str:
    """Who said it, in one line: ``김가온 가람텔레콤 사장·나래원 누리전자 대표``."""
    return "·".join(str(who) for who in quote.attributions.all()) or gettext("발언자 미상")


def summary(quote: Quote) -> str:
    """Who said it when and who reported it, as shown under the words where the page is shared.

    ``김가온 가람텔레콤 사장, 2026년 신년사 · 가온경제 2026. 1. 2.``
    """
    said = gettext("%(who)s, %(year)d년 신년사") % {"who": credit(quote), "year": quote.message_year}
    reported = " ".join(filter(None, [quote.article.outlet, written(quote.article.published_date)]))
    return " · ".join(filter(None, [said, reported]))


def citation(quote: Quote, permalink: str) -> str:
    """How to cite the quote in Korean writing, always with the title held that day.

    ``김가온 가람텔레콤 사장, “…”, 「기사 제목」, 『가온경제』, 2026. 1. 2., http://…/quotes/1/``
    """
    article = quote.article
    parts = [
        "·".join(str(who) for who in quote.attributions.all()),
        f"“{quote.text}”",
        f"「{article.title}」",
        f"『{article.outlet}』" if article.outlet else "",
        written(article.published_date),
        permalink,
    ]
    return ", ".join(filter(None, parts))


def written(day: date | None) -> str:
    """A day in Korean writing: ``2026. 1. 2.``; empty for None."""
    return f"{day.year}. {day.month}. {day.day}." if day else ""
