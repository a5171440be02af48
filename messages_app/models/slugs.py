"""Addresses for people: readable slugs in Hangul, and the ones they replaced."""

import unicodedata
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

SLUG_LENGTH = 120


class SluggedModel(models.Model):
    """A record with a page of its own, found by ``slug`` now and by every slug it ever had.

    A new record gets a slug made of its name (가람텔레콤, or 가람텔레콤-2 where that is taken).
    An address that was once given out is never given to another record, but for one that is split out in the place of
    the record that had it.
    """

    slug = models.SlugField(_("주소 이름"), max_length=SLUG_LENGTH, unique=True, allow_unicode=True, blank=True)
    former_slug_field: ClassVar[str]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            if not self.slug:
                self.slug = self._free_slug()
            before = type(self)._default_manager.filter(pk=self.pk).values_list("slug", flat=True).first()
            super().save(*args, **kwargs)
            former = FormerSlug.objects.filter(**{f"{self.former_slug_field}__isnull": False})
            former.filter(slug=self.slug, **{self.former_slug_field: self}).delete()
            if before and before != self.slug:
                former.update_or_create(slug=before, defaults={self.former_slug_field: self})

    def clean(self) -> None:
        super().clean()
        self.slug = unicodedata.normalize("NFC", self.slug)
        others = FormerSlug.objects.filter(slug=self.slug, **{f"{self.former_slug_field}__isnull": False})
        if self.slug and others.exclude(**{self.former_slug_field: self.pk}).exists():
            raise ValidationError(
                {"slug": _("다른 기록이 예전에 쓰던 주소입니다. 그 주소는 그 기록으로 이어져야 합니다.")}
            )

    @classmethod
    def of_slug(cls, slug: str) -> Self | None:
        """The record whose slug this is, or once was: a query, and another only for a former one."""
        records = cls._default_manager
        return records.filter(slug=slug).first() or records.filter(former_slugs__slug=slug).first()

    def _free_slug(self) -> str:
        base = slugify(str(self), allow_unicode=True)[: SLUG_LENGTH - 6] or "-"
        others = type(self)._default_manager.exclude(pk=self.pk)
        former = FormerSlug.objects.filter(**{f"{self.former_slug_field}__isnull": False}).exclude(
            **{self.former_slug_field: self.pk}
        )
        taken = {
            slug
            for some in (others, former)
            for slug in some.filter(slug__startswith=base).values_list("slug", flat=True)
        }
        number = 1
        slug = base
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        return slug


class FormerSlug(models.Model):
    """A slug that a company or an executive once had; its address redirects for ever."""

    slug = models.CharField(_("예전 주소 이름"), max_length=SLUG_LENGTH)
    company = models.ForeignKey(
        "Company", models.CASCADE, null=True, blank=True, related_name="former_slugs", verbose_name=_("회사")
    )
    executive = models.ForeignKey(
        "Executive", models.CASCADE, null=True, blank=True, related_name="former_slugs", verbose_name=_("경영인")
    )

    class Meta:
        verbose_name = _("예전 주소")
        verbose_name_plural = _("예전 주소")
        constraints = [
            models.CheckConstraint(
                name="former_slug_has_one_owner",
                condition=models.Q(company__isnull=True) ^ models.Q(executive__isnull=True),
            ),
            models.UniqueConstraint(
                name="former_slug_unique_company", fields=["slug"], condition=models.Q(company__isnull=False)
            ),
            models.UniqueConstraint(
                name="former_slug_unique_executive", fields=["slug"], condition=models.Q(executive__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.slug
