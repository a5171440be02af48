"""Tags and filters of the public pages."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from html import escape

from django import template
from django.core.paginator import Page
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from messages_app.models import Attribution, Quote
from messages_app.search import Highlighter, articles_reporting, query_for

register = template.Library()
register.filter(articles_reporting)
# Tags and character references, which are no text; foreign words as against initials such as AI, ESG.
MARKUP = re.compile(r"(<[^>]*>|&[#\w]+;)")
FOREIGN = re.compile(r"[A-Za-z][a-z]+(?:[ -][A-Za-z][a-z]+)*")
RECENT_DAYS = 31
AND = '<span class="joint" aria-hidden="true"> · </span>'


@register.filter
def highlight(text: str, highlighter: Highlighter | None) -> SafeString:
    """The text as HTML with what was searched for in ``<mark>``; everything in it escaped."""
    return _marked(text, highlighter.spans(text) if highlighter else [])


@register.filter
def text_of(quote: Quote, highlighter: Highlighter | None) -> SafeString:
    """The same for the text of a quote on a page of results, of whose words the index knows the places."""
    return _marked(quote.text, highlighter.spans(quote.text, quote.pk) if highlighter else [])


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> SafeString:
    parts, last = [], 0
    for start, end in spans:
        parts += [escape(text[last:start]), "<mark>", escape(text[start:end]), "</mark>"]
        last = end
    parts.append(escape(text[last:]))
    return mark_safe("".join(parts).replace("\n", "<br>"))  # noqa: S308 - every piece of text is escaped above


@register.filter
def foreign(html: SafeString) -> SafeString:
    """Escaped HTML with its foreign words marked as such for a voice: ``전력망(Grid)`` -> ``…<span lang="en">Grid</span>…``.

    Initials such as AI stay as they are: a Korean voice spells them as Koreans do.
    """
    pieces = MARKUP.split(html)
    pieces[::2] = [FOREIGN.sub(r'<span lang="en">\g<0></span>', text) for text in pieces[::2]]
    return mark_safe("".join(pieces))  # noqa: S308 - nothing but fixed tags was added to what was safe


def days_ago(day: date, today: date) -> str:
    """How long ago a recent day was, to stand beside the day itself: ``어제``, ``3일 전``. Empty after a month."""
    past = (today - day).days
    if past == 0:
        return gettext("오늘")
    if past == 1:
        return gettext("어제")
    if 1 < past < RECENT_DAYS:
        return ngettext("%(days)d일 전", "%(days)d일 전", past) % {"days": past}
    return ""


@register.simple_tag
def day(published: date | None) -> SafeString:
    """A day for eyes and for machines: ``<time datetime="2026-01-02">2026. 1. 2. (어제)</time>``; empty for None."""
    return _day(published, timezone.localdate(), get_language()) if published else SafeString()


@lru_cache(maxsize=512)
def _day(published: date, today: date, language: str) -> SafeString:
    """The same on a day and in a language. Messages are of few days: a page shows each many times."""
    since = days_ago(published, today)
    shown = date_format(published, "SHORT_DATE_FORMAT") + (f" ({since})" if since else "")
    return mark_safe(f'<time datetime="{published.isoformat()}">{escape(shown)}</time>')  # noqa: S308 - escaped


@register.simple_tag
def speakers(quote: Quote) -> SafeString:
    """Who says a quote, as printed, each linked to the pages of the person and the company."""
    said_by = [f'<span class="speaker" lang="ko">{_speaker(who)}</span>' for who in quote.attributions.all()]
    nobody = f'<span class="speaker">{escape(gettext("발언자 미상"))}</span>'
    return mark_safe(AND.join(said_by) or nobody)  # noqa: S308 - every piece of text is escaped


def _speaker(who: Attribution) -> str:
    name, organisation = escape(who.name), escape(who.organisation)
    if name and who.executive:
        name = f'<a class="speaker-name" href="{escape(who.executive.get_absolute_url())}">{name}</a>'
    elif name:
        name = f'<span class="speaker-name">{name}</span>'
    if who.company:
        organisation = f'<a href="{escape(who.company.get_absolute_url())}">{organisation}</a>'
    return " ".join(filter(None, [name, organisation, escape(who.title)]))


@register.filter
def as_query(form: str) -> str:
    """What to search for to find the statements counted for a keyword: ``"고객"`` as it is, ``"우리"`` -> ``낱말:우리``."""
    return query_for(form)


@register.filter
def percent(share: float) -> str:
    """``0.293`` -> ``29%``, which is both text and a length."""
    return f"{share:.0%}"


@register.filter
def signed(difference: int) -> str:
    """A difference with its sign: ``3`` -> ``+3``, ``-1200`` -> ``−1,200``, ``0`` -> ``0``."""
    return f"{difference:+,}".replace("-", "−") if difference else "0"


@register.filter
def gap(share: float, top: float) -> str:
    """How far below the top a bar begins: ``0.25|gap:0.5`` -> ``50%``."""
    return f"{1 - share / top:.0%}" if top else "100%"


@register.simple_tag
def page_address(base: str, number: int) -> str:
    """``base`` with ``page=number`` added: ``("/search/?q=고객", 2)`` -> ``/search/?q=고객&page=2``."""
    if number == 1:
        return base
    return f"{base}{'&' if '?' in base else '?'}page={number}"


@register.simple_tag
def page_numbers(page: Page) -> list[int | str]:
    """The page numbers to offer, with ``…`` where some are left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))
