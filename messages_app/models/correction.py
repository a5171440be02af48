"""What readers say is wrong."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from messages_app.models.quote import Quote

CORRECTION_LENGTH = 2000


class Correction(models.Model):
    """A reader's report of an error, of one quote or of the site; done once an editor has handled it.

    ``sender`` tells senders apart for a limit on reports without saying who they are: a keyed hash.
    """

    quote = models.ForeignKey(
        Quote, models.SET_NULL, null=True, blank=True, related_name="corrections", verbose_name=_("발언")
    )
    text = models.TextField(_("알린 내용"))
    contact = models.EmailField(_("답을 받을 주소"), blank=True)
    sender = models.CharField(max_length=64, editable=False)
    sent_at = models.DateTimeField(_("알린 때"), auto_now_add=True)
    handled_at = models.DateTimeField(_("처리한 때"), null=True, blank=True, editable=False)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("처리한 사람"),
    )

    class Meta:
        verbose_name = _("정정 요청")
        verbose_name_plural = _("정정 요청")
        ordering = ["-sent_at", "-id"]
        constraints = [models.CheckConstraint(name="correction_says_something", condition=~models.Q(text=""))]
        indexes = [models.Index(name="correction_by_sender", fields=["sender", "sent_at"])]

    def __str__(self) -> str:
        return self.text[:60]
