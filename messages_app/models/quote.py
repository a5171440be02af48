"""Quotations and who said them."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from messages_app.models.addresses import address_of
from messages_app.models.article import Article
from messages_app.models.company import Company
from messages_app.models.executive import Executive

# Answers of the parser this sure were right in 98 of 100 statements of the real articles; below, an editor is asked.
SURE = 0.9
UNCERTAIN = models.Q(kind="statement", checked=False, confidence__lt=SURE)


class QuoteMoment(models.Model):
    """What a moment of a quote's history holds beside its fields: who spoke, as printed, in order."""

    speakers = models.JSONField(_("발언자"), default=list)

    class Meta:
        abstract = True


class Quote(models.Model):
    """A quotation: ``article.body[start:end] == text``, offsets in code points, marks excluded.

    ``company`` and ``message_year`` repeat what the first attribution and the article say, so that one index answers a
    filtered list. Headlines are counted among no statements, and listed only where somebody asks for them; a dropped
    quote is kept to be taken back. ``original`` is the fullest wording on record of the same statement: this one is
    another outlet's report of it, and not counted. ``revision`` counts the changes, so that two editors notice each
    other.
    """

    class Kind(models.TextChoices):
        STATEMENT = "statement", _("발언")
        HEADLINE = "headline", _("제목 속 인용")
        DROPPED = "dropped", _("뺀 인용")

    # No index of their own where a longer one begins with them.
    article = models.ForeignKey(Article, models.CASCADE, related_name="quotes", db_index=False, verbose_name=_("기사"))
    text = models.TextField(_("인용문"))
    start = models.PositiveIntegerField(_("시작"))
    end = models.PositiveIntegerField(_("끝"))
    kind = models.CharField(_("종류"), max_length=10, choices=Kind, default=Kind.STATEMENT)
    company = models.ForeignKey(
        Company,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="quotes",
        db_index=False,
        verbose_name=_("회사"),
    )
    message_year = models.PositiveSmallIntegerField(_("신년사 연도"), null=True, blank=True)
    place = models.PositiveIntegerField(_("기사 안 순서"))
    confidence = models.FloatField(
        _("확신도"), default=0, validators=[MinValueValidator(0), MaxValueValidator(1)], help_text=_("0에서 1까지")
    )
    checked = models.BooleanField(_("확인함"), default=False, help_text=_("편집자가 발언자를 확인했습니다."))
    revision = models.PositiveIntegerField(_("고친 횟수"), default=0, editable=False)
    evidence = models.JSONField(_("근거"), default=list, blank=True)
    original = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reprints",
        db_index=False,
        verbose_name=_("같은 발언의 원 기록"),
    )
    original_decided = models.BooleanField(
        _("원 기록을 사람이 정함"),
        default=False,
        help_text=_("편집자가 잇거나 끊은 것은 게시할 때 다시 정하지 않습니다."),
    )
    history = HistoricalRecords(
        bases=[QuoteMoment], excluded_fields=["evidence", "confidence", "place"], verbose_name=_("인용의 이력")
    )

    class Meta:
        verbose_name = _("인용")
        verbose_name_plural = _("인용")
        ordering = ["article", "place"]
        constraints = [
            models.UniqueConstraint(name="quote_span_unique", fields=["article", "start", "end"]),
            models.CheckConstraint(name="quote_end_after_start", condition=models.Q(end__gt=models.F("start"))),
            models.CheckConstraint(
                name="quote_length_is_span", condition=models.Q(end=models.F("start") + Length("text"))
            ),
            models.CheckConstraint(
                name="quote_kind_known", condition=models.Q(kind__in=["statement", "headline", "dropped"])
            ),
            models.CheckConstraint(name="quote_confidence_range", condition=models.Q(confidence__range=(0, 1))),
            models.CheckConstraint(
                name="quote_not_its_own_original",
                condition=models.Q(original__isnull=True) | ~models.Q(original=models.F("id")),
            ),
        ]
        indexes = [
            models.Index(name="quote_company_year", fields=["company", "-message_year", "-id"]),
            models.Index(name="quote_year", fields=["-message_year", "-id"]),
            # Few have one: an index of all would look useless to SQLite, which would read every published quote.
            models.Index(name="quote_original", fields=["original"], condition=models.Q(original__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    def get_absolute_url(self) -> str:
        return address_of("messages_app:quote", self.pk)

    @property
    def is_uncertain(self) -> bool:
        """A statement nobody has checked whose speaker the parser is not sure of; ``UNCERTAIN`` in queries."""
        return self.kind == self.Kind.STATEMENT and not self.checked and self.confidence < SURE


class Attribution(models.Model):
    """One speaker of one quote: the words printed that day, and the records they stand for.

    ``name``, ``organisation`` and ``title`` are as printed and stay so. ``executive`` and ``company``
    are empty in a draft for names not yet on record; publishing fills them. An organisation can
    speak without a person.
    """

    quote = models.ForeignKey(
        Quote, models.CASCADE, related_name="attributions", db_index=False, verbose_name=_("인용")
    )
    place = models.PositiveSmallIntegerField(_("순서"), default=0)
    name = models.CharField(_("이름"), max_length=60, blank=True)
    organisation = models.CharField(_("조직"), max_length=100, blank=True)
    title = models.CharField(_("당시 직함"), max_length=100, blank=True)
    executive = models.ForeignKey(
        Executive, models.PROTECT, null=True, blank=True, related_name="attributions", verbose_name=_("경영인")
    )
    company = models.ForeignKey(
        Company, models.PROTECT, null=True, blank=True, related_name="attributions", verbose_name=_("회사")
    )

    class Meta:
        verbose_name = _("발언자")
        verbose_name_plural = _("발언자")
        ordering = ["quote", "place"]
        constraints = [
            models.UniqueConstraint(name="attribution_place_unique", fields=["quote", "place"]),
            models.UniqueConstraint(
                name="attribution_speaker_unique",
                fields=["quote", "executive"],
                condition=models.Q(executive__isnull=False),
            ),
            models.CheckConstraint(
                name="attribution_says_who",
                condition=~models.Q(name="", organisation="", title=""),
            ),
        ]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.name, self.organisation, self.title]))
