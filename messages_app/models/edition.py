"""The ranking of a year's words as it was counted at one moment, and stays."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from messages_app.models.article import FIRST_YEAR, LAST_YEAR

NOTE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class FrozenWord:
    """A word of a ranking: the statements it is in, how often they say it, the synonyms that were counted with it."""

    rank: int
    form: str
    statements: int
    uses: int
    synonyms: tuple[str, ...] = ()


class Edition(models.Model):
    """A ranking of words to be cited. Nothing in it changes; its number is never given to another, not even once deleted.

    ``words`` is ``[{"rank": 1, "form": "고객", "statements": 12, "uses": 20, "synonyms": ["소비자"]}, …]``, by rank.
    ``is_sample``: statements of the sample were counted, so it goes with the sample.
    """

    message_year = models.PositiveSmallIntegerField(_("신년사 연도"))
    number = models.PositiveSmallIntegerField(_("판"))
    frozen_at = models.DateTimeField(_("확정한 때"), auto_now_add=True)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("확정한 사람"),
    )
    note = models.CharField(_("덧붙이는 말"), max_length=NOTE_LENGTH, blank=True)
    statements = models.PositiveIntegerField(_("센 발언"))
    companies = models.PositiveIntegerField(_("센 회사"))
    executives = models.PositiveIntegerField(_("센 경영인"))
    words = models.JSONField(_("낱말 순위"))
    is_sample = models.BooleanField(_("예시 데이터"), default=False)
    # Who froze and who deleted what, and the numbers that are taken.
    history = HistoricalRecords(excluded_fields=["words"], verbose_name=_("확정판의 이력"))

    class Meta:
        verbose_name = _("확정판")
        verbose_name_plural = _("확정판")
        ordering = ["-message_year", "-number"]
        # Nobody changes an edition, and no group deletes one.
        default_permissions = ("add", "view")
        constraints = [
            models.UniqueConstraint(name="edition_once", fields=["message_year", "number"]),
            models.CheckConstraint(name="edition_numbered_from_one", condition=models.Q(number__gte=1)),
            models.CheckConstraint(
                name="edition_year_sane", condition=models.Q(message_year__range=(FIRST_YEAR, LAST_YEAR))
            ),
            models.CheckConstraint(name="edition_counts_something", condition=models.Q(statements__gte=1)),
        ]

    def __str__(self) -> str:
        return gettext("%(year)d년 신년사 낱말 순위 제%(number)d판") % {
            "year": self.message_year,
            "number": self.number,
        }

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new edition; one that is stored stays as it is."""
        if not self._state.adding:
            raise TypeError("An edition never changes.")
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("messages_app:edition", args=[self.message_year, self.number])

    @property
    def ranking(self) -> list[FrozenWord]:
        """The words, by rank."""
        return [FrozenWord(**word | {"synonyms": tuple(word["synonyms"])}) for word in self.words]
