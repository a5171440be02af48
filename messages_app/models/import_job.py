"""Many articles at once: an upload, and what became of each article in it."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from messages_app.models.article import Article


class ImportJob(models.Model):
    """One upload. ``digest`` stands for all that was uploaded: the same again leads to the job there is."""

    class Status(models.TextChoices):
        CHOOSING = "choosing", _("열 고르는 중")
        RUNNING = "running", _("가져오는 중")
        CANCELLED = "cancelled", _("멈춤")
        DONE = "done", _("끝남")

    name = models.CharField(_("이름"), max_length=200)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    status = models.CharField(_("상태"), max_length=10, choices=Status, default=Status.RUNNING)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("올린 사람")
    )
    created_at = models.DateTimeField(_("올린 때"), auto_now_add=True)
    finished_at = models.DateTimeField(_("끝난 때"), null=True)

    class Meta:
        verbose_name = _("가져오기 작업")
        verbose_name_plural = _("가져오기 작업")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="import_job_status_known",
                condition=models.Q(status__in=["choosing", "running", "cancelled", "done"]),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("admin:messages_app_article_upload_job", args=[self.pk])


class ImportTable(models.Model):
    """A table of an upload: its articles become rows once it is known which column is what."""

    job = models.ForeignKey(ImportJob, models.CASCADE, related_name="tables", db_index=False)
    place = models.PositiveIntegerField()
    name = models.CharField(max_length=300)
    content = models.BinaryField()
    columns = models.JSONField(default=dict)
    is_chosen = models.BooleanField(default=False)

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(name="import_table_unique", fields=["job", "place"])]

    def __str__(self) -> str:
        return self.name


class ImportRow(models.Model):
    """One article of an upload. ``content`` is kept until it is a draft; ``claimed_at`` says when work on it began.

    The content is a file, or (``from_table``) the values of a table's row as JSON.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", _("기다림")
        CREATED = "created", _("초안이 됨")
        KNOWN = "known", _("이미 있음")
        REFUSED = "refused", _("가져오지 못함")

    job = models.ForeignKey(ImportJob, models.CASCADE, related_name="rows", db_index=False)
    place = models.PositiveBigIntegerField()
    name = models.CharField(_("파일"), max_length=300)
    content = models.BinaryField()
    from_table = models.BooleanField(default=False)
    status = models.CharField(_("결과"), max_length=10, choices=Status, default=Status.WAITING)
    reason = models.TextField(_("까닭"), blank=True)
    article = models.ForeignKey(Article, models.SET_NULL, null=True, related_name="+", verbose_name=_("기사"))
    claimed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["job", "place"]
        constraints = [
            models.UniqueConstraint(name="import_row_unique", fields=["job", "place"]),
            models.CheckConstraint(
                name="import_row_status_known",
                condition=models.Q(status__in=["waiting", "created", "known", "refused"]),
            ),
            models.CheckConstraint(
                name="import_row_refused_says_why", condition=~models.Q(status="refused", reason="")
            ),
        ]
        indexes = [models.Index(name="import_row_status", fields=["job", "status", "place"])]

    def __str__(self) -> str:
        return self.name
