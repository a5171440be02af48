"""What the review screen says of a paste that holds more than one article."""

from typing import Any

from django import template

from messages_app.models import Article
from messages_app.parsing import second_article

register = template.Library()


@register.inclusion_tag("admin/messages_app/article/_several.html", takes_context=True)
def several(context: Any, article: Article) -> dict[str, Any]:
    """The words of a draft by which a second article is known, and the way out of the draft."""
    found = None if article.is_published else second_article(article.body)
    return {
        "words": article.body[found.start : found.end] if found else "",
        "article": article,
        "may_delete": context["request"].user.has_perm("messages_app.delete_article"),
    }
