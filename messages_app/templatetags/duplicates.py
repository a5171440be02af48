"""What the review screen says about articles that came in before."""

from typing import Any

from django import template

from messages_app.importing import alike_articles
from messages_app.models import Article

register = template.Library()


@register.inclusion_tag("admin/messages_app/article/_alike.html", takes_context=True)
def alike(context: Any, article: Article) -> dict[str, Any]:
    """The articles on record that a draft repeats, with the ways to them and out of the draft."""
    user = context["request"].user
    found = [] if article.is_published else alike_articles(article)
    return {"alike": found, "article": article, "may_delete": user.has_perm("messages_app.delete_article")}
