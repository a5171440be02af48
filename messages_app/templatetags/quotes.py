"""Tags and filters of the public pages."""

from urllib.parse import urlencode

from django import template
from django.core.paginator import Page
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from messages_app.search import Highlighter

register = template.Library()


@register.filter
def highlight(text: str, highlighter: Highlighter | None) -> SafeString:
    """The text as HTML with what was searched for in ``<mark>``; everything in it escaped."""
    parts, last = [], 0
    for start, end in highlighter.spans(text) if highlighter else []:
        parts += [escape(text[last:start]), "<mark>", escape(text[start:end]), "</mark>"]
        last = end
    parts.append(escape(text[last:]))
    return mark_safe("".join(parts).replace("\n", "<br>"))  # noqa: S308 - every piece of text is escaped above


@register.simple_tag
def page_address(base: str, number: int) -> str:
    """``base`` with ``page=number`` added: ``("/search/?q=고객", 2)`` -> ``/search/?q=고객&page=2``."""
    if number == 1:
        return base
    return f"{base}{'&' if '?' in base else '?'}{urlencode({'page': number})}"


@register.simple_tag
def page_numbers(page: Page) -> list[int | str]:
    """The page numbers to offer, with ``…`` where some are left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))
