"""Traces of an article's text, by which the same article is found under other chrome."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from messages_app.models.article import Article


class ArticleShingle(models.Model):
    """One of a few numbers that stand for an article's text: two texts share as many as they are alike.

    Made once, with the article, as its text never changes.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="shingles", db_index=False)
    value = models.BigIntegerField()

    class Meta:
        verbose_name = _("기사의 자취")
        verbose_name_plural = _("기사의 자취")
        constraints = [models.UniqueConstraint(name="shingle_unique", fields=["article", "value"])]
        indexes = [models.Index(name="shingle_value", fields=["value", "article"])]

    def __str__(self) -> str:
        return str(self.value)
