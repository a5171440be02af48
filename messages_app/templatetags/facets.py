"""The choices of a facet as HTML.

A page of results has up to two hundred of them; written here they take a fifth of the time of a loop in a template.
"""

from collections.abc import Iterable
from html import escape
from typing import Protocol

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
# Both languages put a comma between thousands; asking Django for it would take longer than all the rest.
CHOICE = (
    '<li><a id="{id}" href="{url}" data-hx-get="{url}"{chosen} rel="nofollow">'
    '<span{lang}>{label}</span> <span class="count">{count:,}</span></a></li>'
)
CHOSEN = ' aria-current="true"'
KOREAN = ' lang="ko"'


class Link(Protocol):
    """One choice: its address, what it leaves, and whether it is in force."""

    label: str
    count: int
    url: str
    chosen: bool

    @property
    def anchor(self) -> str: ...


@register.simple_tag
def choices(links: Iterable[Link], name: str) -> SafeString:
    """The list items of the facet called ``name``."""
    items = (
        CHOICE.format(
            id=escape(f"{name}-{link.anchor}"),
            url=escape(link.url),
            chosen=CHOSEN if link.chosen else "",
            # Kinds alone are called something else in English.
            lang="" if name == "kind" else KOREAN,
            label=escape(link.label),
            count=link.count,
        )
        for link in links
    )
    return mark_safe("\n    ".join(items))  # noqa: S308 - every piece of text is escaped above
