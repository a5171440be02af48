"""Records that look like one and are not."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DistinctPair(models.Model):
    """An editor's word that two companies, or two people, are different: they are not suspected again.

    Numbers instead of keys, the lower first: a record that goes leaves its word behind, which harms nobody.
    """

    class Kind(models.TextChoices):
        COMPANY = "company", _("회사")
        EXECUTIVE = "executive", _("경영인")

    kind = models.CharField(max_length=10, choices=Kind)
    first = models.PositiveBigIntegerField()
    second = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = _("다르다고 정한 쌍")
        verbose_name_plural = _("다르다고 정한 쌍")
        constraints = [
            models.UniqueConstraint(name="distinct_pair_unique", fields=["kind", "first", "second"]),
            models.CheckConstraint(name="distinct_pair_in_order", condition=models.Q(first__lt=models.F("second"))),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.first} {self.second}"
