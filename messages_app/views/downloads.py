"""What a page shows, as a file."""

from collections.abc import Callable, Iterable

from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.encoding import uri_to_iri
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext

from messages_app.exports import KINDS, as_csv, as_json
from messages_app.models import Quote
from messages_app.search import HEADLINE, Plan, QuoteFilter, count, every
from messages_app.views.addresses import with_values


def download(request: HttpRequest, kind: str, plan: Plan, wanted: QuoteFilter, *about: str) -> StreamingHttpResponse:
    """All statements asked for, in the order of the page; ``about`` says in words which they are."""
    return statements_as_file(request, kind, every(plan, wanted), count(plan), *about)


def statements_as_file(
    request: HttpRequest, kind: str, quotes: Iterable[Quote], counted: int, *about: str
) -> StreamingHttpResponse:
    """The statements of a page, ``counted`` in all, as the file of a ``kind`` among ``KINDS``."""
    address = address_of_quote(request)
    if kind == "csv":
        return as_file(as_csv(quotes, address), kind, *about)
    page = uri_to_iri(request.build_absolute_uri(with_values(request)))
    at = timezone.localtime().isoformat(timespec="seconds")
    return as_file(as_json(quotes, address, page=page, exported_at=at, count=counted), kind, *about)


def address_of_quote(request: HttpRequest) -> Callable[[Quote], str]:
    """What tells the whole address of a statement's page; quotations in headlines have that of their article."""

    def address(quote: Quote) -> str:
        page = quote.article if quote.kind == HEADLINE else quote
        return request.build_absolute_uri(page.get_absolute_url())

    return address


def as_file(lines: Iterable[str], kind: str, *about: str) -> StreamingHttpResponse:
    """A file to save, sent as it is made: ``신년사-가람텔레콤-고객.csv``."""
    response = StreamingHttpResponse(lines, content_type=KINDS[kind])
    words = [slugify(word, allow_unicode=True)[:40] for word in (gettext("신년사"), *about)]
    name = f"{'-'.join(filter(None, words))}.{kind}"
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["X-Robots-Tag"] = "noindex"
    return response
