"""People who speak for companies."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from messages_app.models.addresses import address_of
from messages_app.models.company import Company
from messages_app.models.names import plain_name
from messages_app.models.slugs import SluggedModel
from messages_app.models.typed import KeysField

NO_NAME = _("이름에 글자가 있어야 합니다.")


class Executive(SluggedModel):
    """A person. Names repeat in Korea: a person is recognised by name and one of their companies."""

    name = models.CharField(_("이름"), max_length=60, db_index=True)
    note = models.CharField(
        _("구별"),
        max_length=200,
        blank=True,
        help_text=_("같은 이름의 다른 사람과 구별하는 말. 예: 1965년생, 전 재무 담당"),
    )
    companies = models.ManyToManyField(
        Company,
        blank=True,
        related_name="executives",
        verbose_name=_("회사"),
        help_text=_("이 이름이 이 가운데 한 회사와 함께 나오면 이 사람으로 알아봅니다."),
    )
    typed = KeysField("name")
    initials = KeysField("name", only_initials=True)
    is_sample = models.BooleanField(_("예시 데이터"), default=False, editable=False)
    former_slug_field = "executive"
    history = HistoricalRecords(
        m2m_fields=[companies], verbose_name=_("경영인의 이력"), excluded_fields=["typed", "initials"]
    )

    class Meta:
        verbose_name = _("경영인")
        verbose_name_plural = _("경영인")
        ordering = ["name", "id"]
        indexes = [
            models.Index(name="executive_typed", fields=["typed"]),
            models.Index(name="executive_initials", fields=["initials"]),
        ]
        constraints = [models.CheckConstraint(name="executive_name_not_blank", condition=~models.Q(name=""))]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("messages_app:executive", self.slug)

    def clean(self) -> None:
        super().clean()
        self.name = plain_name(self.name)
        if not self.name:
            raise ValidationError({"name": NO_NAME})


class ExecutiveAlias(models.Model):
    """Another spelling of a person's name: 가브리엘 온 for 가브리엘 온느. Unlike a company's, others may share it."""

    executive = models.ForeignKey(
        Executive, models.CASCADE, related_name="aliases", db_index=False, verbose_name=_("경영인")
    )
    name = models.CharField(_("표기"), max_length=60, db_index=True)
    typed = KeysField("name")
    initials = KeysField("name", only_initials=True)

    class Meta:
        verbose_name = _("경영인의 다른 표기")
        verbose_name_plural = _("경영인의 다른 표기")
        ordering = ["name"]
        indexes = [
            models.Index(name="executive_alias_typed", fields=["typed"]),
            models.Index(name="executive_alias_initials", fields=["initials"]),
        ]
        constraints = [
            models.CheckConstraint(name="executive_alias_not_blank", condition=~models.Q(name="")),
            models.UniqueConstraint(name="executive_alias_unique", fields=["executive", "name"]),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.name = plain_name(self.name)
        if not self.name:
            raise ValidationError({"name": NO_NAME})
