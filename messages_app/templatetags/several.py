"""What the review screen says of a paste that holds more than one article."""

from typing import Any

from django import template

from messages_app.importing import possible_beginnings
from messages_app.models import Article

register = template.Library()


@register.inclusion_tag("admin/messages_app/article/_several.html", takes_context=True)
def several(context: Any, article: Article) -> dict[str, Any]:
    """The lines of a draft with which a second article may begin, and the ways out of the draft."""
    user = context["request"].user
    return {
        "beginnings": [] if article.is_published else possible_beginnings(article),
        "article": article,
        "may_part": user.has_perms(["messages_app.add_article", "messages_app.change_article"]),
        "may_delete": user.has_perm("messages_app.delete_article"),
    }
