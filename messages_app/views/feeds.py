"""A list as a feed, for programs that look whether something was added to it."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language, gettext

from messages_app.exports import rights
from messages_app.models import Quote
from messages_app.search import Plan, QuoteFilter, published_last
from messages_app.views.addresses import with_values
from messages_app.views.downloads import address_of_quote
from messages_app.views.quotes import credit, summary

ENTRIES = 50
# What XML has no way to write: the end of a page, the line break that word processors call soft, what is no character.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def statements_as_feed(request: HttpRequest, plan: Plan, wanted: QuoteFilter, title: str) -> HttpResponse:
    """The newest statements of a page as an Atom feed, each under the address that stays.

    Feed readers ask every hour: where nothing was added the answer is 304, without a body.
    """
    feed = Atom1Feed(
        title=_writable(f"{title} · {settings.SITE_NAME}"),
        link=request.build_absolute_uri(with_values(request)),
        description=None,
        feed_url=request.build_absolute_uri(),
        author_name=str(settings.SITE_NAME),
        feed_copyright=rights(),
        language=get_language(),
    )
    address = address_of_quote(request)
    for quote in published_last(plan, wanted, ENTRIES):
        feed.add_item(
            title=_writable(_heading(quote)),
            link=address(quote),
            description=escape(_writable(quote.text)),
            author_name=_writable(credit(quote)),
            pubdate=quote.article.published_at,
            updateddate=quote.article.published_at,
            unique_id=request.build_absolute_uri(quote.get_absolute_url()),
        )
    response = HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
    set_response_etag(response)
    return get_conditional_response(request, etag=response["ETag"], response=response)


def _heading(quote: Quote) -> str:
    return f"[{gettext('예시')}] {summary(quote)}" if quote.article.is_sample else summary(quote)


def _writable(text: str) -> str:
    return UNWRITABLE.sub(" ", text)
