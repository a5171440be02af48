"""Who is at work on which draft."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from messages_app.models.article import Article


class DraftClaim(models.Model):
    """A draft that an editor took from the queue: for a while it is offered to nobody else."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="claim")
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    taken_at = models.DateTimeField()

    class Meta:
        verbose_name = _("맡은 초안")
        verbose_name_plural = _("맡은 초안")

    def __str__(self) -> str:
        return f"{self.article_id} {self.taken_by_id}"
