"""What search engines read: where they may go, and every address worth finding."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from messages_app.models import Article, Company, Edition, Executive, Keyword, Quote
from messages_app.search import companies, counted_statements, executives, portrayed, published_articles, totals

PAGES = ("home", "companies", "executives", "compare", "editions", "help", "about")


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public but combinations of filters, of which there is no end."""
    context = {"sitemap": request.build_absolute_uri(reverse("sitemap_index"))}
    return render(request, "robots.txt", context, content_type="text/plain; charset=utf-8")


class InEachLanguage(Sequence[tuple[Any, str]]):
    """Each record with each language, read a page at a time: a list of all of them would not fit in memory."""

    def __init__(self, records: Sequence[Any] | QuerySet[Any], count: int | None = None) -> None:
        self.records = records
        self.count = count
        self.languages = [code for code, _ in settings.LANGUAGES]

    def __len__(self) -> int:
        if self.count is None:
            self.count = self.records.count() if isinstance(self.records, QuerySet) else len(self.records)
        return self.count * len(self.languages)

    def __getitem__(self, wanted: Any) -> Any:
        times = len(self.languages)
        first, last = wanted.start // times, -(-wanted.stop // times)
        return [(record, code) for record in self.records[first:last] for code in self.languages]


class Addresses(Sitemap):
    """Addresses in both languages, each naming the other."""

    i18n = alternates = x_default = True
    # Even, so that the two languages of a record share a page.
    limit = 5000

    @property
    def paginator(self) -> Paginator[Any]:
        return Paginator(InEachLanguage(self.items(), self.known_count()), self.limit)

    def known_count(self) -> int | None:
        """How many records there are, where that need not be counted."""
        return None


class PageAddresses(Addresses):
    def items(self) -> Sequence[str]:
        return PAGES

    def location(self, item: str) -> str:
        return reverse(f"messages_app:{item}")


class CompanyAddresses(Addresses):
    def items(self) -> Sequence[Company]:
        return [entry.company for entry in companies()]


class ExecutiveAddresses(Addresses):
    def items(self) -> QuerySet[Executive]:
        return executives().prefetch_related(None)


class ArticleAddresses(Addresses):
    def items(self) -> QuerySet[Article]:
        return published_articles().order_by("pk").only("pk")


class KeywordAddresses(Addresses):
    def items(self) -> QuerySet[Keyword]:
        return portrayed().only("form")


class QuoteAddresses(Addresses):
    """One address for a statement, however many outlets report it."""

    def items(self) -> QuerySet[Quote]:
        return counted_statements().order_by("pk").only("pk")

    def known_count(self) -> int:
        return totals().statements


class EditionAddresses(Addresses):
    def items(self) -> QuerySet[Edition]:
        return Edition.objects.order_by("pk").defer("words")


SITEMAPS = {
    "pages": PageAddresses,
    "companies": CompanyAddresses,
    "executives": ExecutiveAddresses,
    "articles": ArticleAddresses,
    "quotes": QuoteAddresses,
    "keywords": KeywordAddresses,
    "editions": EditionAddresses,
}
