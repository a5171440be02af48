"""Companies and the other spellings the press uses for them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from messages_app.models.addresses import address_of
from messages_app.models.names import KEY_LENGTH, name_key, plain_name
from messages_app.models.slugs import SluggedModel
from messages_app.models.typed import KeysField


class Company(SluggedModel):
    """A company, or a group of companies (a group is a company that others name as theirs)."""

    name = models.CharField(_("이름"), max_length=100, unique=True)
    group = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="members", verbose_name=_("그룹")
    )
    industry = models.CharField(_("업종"), max_length=50, blank=True, db_index=True)
    is_sample = models.BooleanField(_("예시 데이터"), default=False, editable=False)
    former_slug_field = "company"
    history = HistoricalRecords(verbose_name=_("회사의 이력"))

    class Meta:
        verbose_name = _("회사")
        verbose_name_plural = _("회사")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(name="company_name_not_blank", condition=~models.Q(name="")),
            models.CheckConstraint(
                name="company_not_its_own_group",
                condition=models.Q(group__isnull=True) | ~models.Q(group=models.F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("messages_app:company", self.slug)

    def clean(self) -> None:
        super().clean()
        self.name, self.industry = plain_name(self.name), plain_name(self.industry)
        key = name_key(self.name)
        if not key:
            raise ValidationError({"name": _("회사 이름에 글자나 숫자가 있어야 합니다.")})
        other = CompanyAlias.objects.filter(key=key).exclude(company=self.pk).select_related("company").first()
        if other:
            raise ValidationError(
                {"name": _("‘%(other)s’의 다른 표기로 이미 쓰이는 이름입니다.") % {"other": other.company}}
            )
        if self.group and self.group == self:
            raise ValidationError(
                {"group": _("회사를 자기 자신의 그룹에 넣을 수 없습니다. 다른 회사를 고르거나 비워 두세요.")}
            )
        if self.group and (self.group.group_id or (self.pk and self.members.exists())):
            raise ValidationError({"group": _("그룹 안에 그룹을 둘 수 없습니다. 맨 위 그룹을 고르세요.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and keep the company's own name among its aliases, so that one index recognises both."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            CompanyAlias.objects.get_or_create(key=name_key(self.name), company=self, defaults={"name": self.name})


class CompanyAlias(models.Model):
    """A spelling by which a company is recognised. No two companies share one."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="aliases", verbose_name=_("회사"))
    name = models.CharField(_("표기"), max_length=100)
    key = models.CharField(_("비교형"), max_length=KEY_LENGTH, unique=True, editable=False)
    typed = KeysField("key")
    initials = KeysField("key", only_initials=True)
    history = HistoricalRecords(verbose_name=_("표기의 이력"), excluded_fields=["typed", "initials"])

    class Meta:
        verbose_name = _("회사의 다른 표기")
        verbose_name_plural = _("회사의 다른 표기")
        ordering = ["name"]
        indexes = [
            models.Index(name="alias_typed", fields=["typed"]),
            models.Index(name="alias_initials", fields=["initials"]),
        ]
        constraints = [models.CheckConstraint(name="alias_key_not_blank", condition=~models.Q(key=""))]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = name_key(self.name)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """One spelling stands for one company: checked here too, for a message instead of an error."""
        super().clean()
        self.name = plain_name(self.name)
        self.key = name_key(self.name)
        if not self.key:
            raise ValidationError({"name": _("표기에 글자나 숫자가 있어야 합니다.")})
        other = CompanyAlias.objects.filter(key=self.key).exclude(pk=self.pk).select_related("company").first()
        if other:
            raise ValidationError({"name": _("‘%(other)s’에서 이미 쓰는 표기입니다.") % {"other": other.company}})
