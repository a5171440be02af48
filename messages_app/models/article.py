"""News articles as they were pasted."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from messages_app.models.addresses import address_of

# A year outside is no New Year of these articles.
FIRST_YEAR, LAST_YEAR = 1945, 2200


class Article(models.Model):
    """One article. ``body`` is for editors only: public pages show quotes and the link to the source."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("초안")
        PUBLISHED = "published", _("게시")

    title = models.CharField(_("제목"), max_length=300, blank=True)
    outlet = models.CharField(_("매체"), max_length=60, blank=True, db_index=True)
    reporters = models.JSONField(_("기자"), default=list, blank=True)
    published_date = models.DateField(_("보도일"), null=True, blank=True, db_index=True)
    url = models.URLField(_("원문 주소"), max_length=1000, blank=True)
    message_year = models.PositiveSmallIntegerField(
        _("신년사 연도"),
        null=True,
        blank=True,
        help_text=_("어느 해의 신년사인지. 12월 기사는 대개 이듬해입니다."),
    )
    body = models.TextField(_("붙여 넣은 글"), help_text=_("붙여 넣은 그대로. 공개되지 않습니다."))
    body_hash = models.CharField(_("본문 지문"), max_length=64, unique=True, editable=False)
    status = models.CharField(_("상태"), max_length=10, choices=Status, default=Status.DRAFT)
    revision = models.PositiveIntegerField(
        _("고친 횟수"), default=0, editable=False, help_text=_("두 사람이 동시에 고치는 것을 알아채는 데 씁니다.")
    )
    parser_version = models.CharField(_("분석기 판"), max_length=20, blank=True, editable=False)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("가져온 사람"),
    )
    imported_at = models.DateTimeField(_("가져온 때"), auto_now_add=True)
    published_at = models.DateTimeField(_("게시한 때"), null=True, blank=True, editable=False)
    is_sample = models.BooleanField(_("예시 데이터"), default=False, editable=False)
    # The text never changes, so no moment of the history repeats it.
    history = HistoricalRecords(
        excluded_fields=["body", "body_hash", "parser_version", "imported_by", "imported_at", "revision"],
        verbose_name=_("기사의 이력"),
    )

    class Meta:
        verbose_name = _("기사")
        verbose_name_plural = _("기사")
        ordering = ["-published_date", "-id"]
        indexes = [
            # Of drafts alone, which are few: one of all statuses looks useful to SQLite, which would read all that is published.
            models.Index(
                name="article_drafts", fields=["status", "imported_at", "id"], condition=models.Q(status="draft")
            ),
            models.Index(name="article_imported", fields=["-imported_at", "-id"]),
            models.Index(name="article_samples", fields=["status"], condition=models.Q(is_sample=True)),
            models.Index(
                name="article_published", fields=["-published_at", "-id"], condition=models.Q(status="published")
            ),
            models.Index(name="article_newest", fields=["message_year", "-published_date", "-id"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="published_article_has_year",
                condition=models.Q(status="draft") | models.Q(message_year__isnull=False),
            ),
            models.CheckConstraint(
                name="published_article_has_moment",
                condition=models.Q(status="draft", published_at__isnull=True)
                | models.Q(status="published", published_at__isnull=False),
            ),
            models.CheckConstraint(name="article_status_known", condition=models.Q(status__in=["draft", "published"])),
            models.CheckConstraint(
                name="message_year_sane",
                condition=models.Q(message_year__isnull=True) | models.Q(message_year__range=(FIRST_YEAR, LAST_YEAR)),
            ),
            models.CheckConstraint(name="article_body_not_blank", condition=~models.Q(body="")),
        ]

    def __str__(self) -> str:
        return self.title or f"#{self.pk}"

    def get_absolute_url(self) -> str:
        return address_of("messages_app:article", self.pk)

    @property
    def is_published(self) -> bool:
        return self.status == self.Status.PUBLISHED
