"""Upload hundreds of articles, watch them come in, see why some did not."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from messages_app.admin.screens import render_screen
from messages_app.importing import (
    ImportRefused,
    Progress,
    begin,
    cancel,
    choose_columns,
    create_job,
    drop_table,
    is_unattended,
    progress,
    progress_of,
    retry_refused,
    work_on,
)
from messages_app.importing.intake import COLUMNS, read_table
from messages_app.models import ImportJob, ImportRow, ImportTable
from messages_app.numbers import read_number

ROWS_A_PAGE = 100
JOBS_SHOWN = 20
PREVIEWED = 3
# A step without a worker stays well below the timeout of a web process.
STEP_SECONDS = 5.0
MAX_UPLOAD = 200 * 1024 * 1024
LABELS = {
    "body": gettext_lazy("본문"),
    "title": gettext_lazy("제목"),
    "outlet": gettext_lazy("매체"),
    "reporters": gettext_lazy("기자"),
    "published_date": gettext_lazy("보도일"),
    "url": gettext_lazy("원문 주소"),
}


class ManyFilesInput(forms.ClearableFileInput):
    """A field for several files."""

    allow_multiple_selected = True


class UploadForm(forms.Form):
    """Files to take in. What is in them is for the job to say, file by file."""

    files = forms.FileField(
        label=gettext_lazy("파일"),
        required=False,
        widget=ManyFilesInput(attrs={"accept": ".txt,.md,.html,.htm,.docx,.jsonl,.csv,.xlsx,.zip"}),
        help_text=gettext_lazy(
            "txt, md, html, docx 파일은 하나가 기사 하나입니다. csv, xlsx, jsonl은 한 줄이 기사 하나이고, 빅카인즈에서 내려받은 "
            "표는 그대로 읽습니다. 여럿을 한꺼번에 고르거나 zip으로 묶어 올려도 됩니다. 한 번에 200MB까지 올릴 수 있습니다."
        ),
    )


class ColumnsForm(forms.Form):
    """Which heading of a table is what."""

    def __init__(self, table: ImportTable, headings: tuple[str, ...], data: Any = None) -> None:
        super().__init__(data, prefix=f"t{table.pk}")
        choices = [("", "—"), *((heading, heading) for heading in headings)]
        for name in COLUMNS:
            self.fields[name] = forms.ChoiceField(
                label=LABELS[name], choices=choices, required=name == "body", initial=table.columns.get(name, "")
            )


class Uploads:
    """The addresses of uploads below those of articles; every one is for those who may add articles."""

    def __init__(self, model_admin: ModelAdmin) -> None:
        self.model_admin = model_admin

    def urls(self) -> list[URLPattern]:
        wrap, name = self.model_admin.admin_site.admin_view, "messages_app_article_upload"
        return [
            path("upload/", wrap(self.upload), name=name),
            path("upload/<int:job>/", wrap(self.job), name=f"{name}_job"),
            path("upload/<int:job>/columns/", wrap(self.columns), name=f"{name}_columns"),
            path("upload/<int:job>/change/", wrap(self.change), name=f"{name}_change"),
        ]

    def upload(self, request: HttpRequest) -> HttpResponse:
        """Choose files, or see the uploads there were; a new one begins at once."""
        self._check(request)
        form = UploadForm()
        if request.method == "POST":
            try:
                job, created = create_job(files=self._files(request), created_by=request.user)
            except ImportRefused as refusal:
                form = UploadForm(request.POST)
                form.add_error("files", str(refusal.message))
            else:
                if created and job.status == ImportJob.Status.RUNNING:
                    begin(job)
                elif not created:
                    messages.info(request, _("같은 파일을 이미 올렸습니다. 아래가 그 작업입니다."))
                return HttpResponseRedirect(job.get_absolute_url())
        newest = list(ImportJob.objects.select_related("created_by")[:JOBS_SHOWN])
        done = progress_of(newest)
        context = {"title": _("여러 기사 올리기"), "form": form, "jobs": [(job, done[job.pk]) for job in newest]}
        return render_screen(self.model_admin, request, "article/upload.html", context, 400 if form.errors else 200)

    def job(self, request: HttpRequest, job: int) -> HttpResponse:
        """How far an upload is, and what became of each article; htmx asks for the part that moves."""
        self._check(request)
        found = get_object_or_404(ImportJob, pk=job)
        chosen = request.GET.get("status", "")
        rows = found.rows.select_related("article").defer("content", "article__body")
        rows = rows.filter(status=chosen) if chosen in ImportRow.Status.values else rows.exclude(status="waiting")
        done = progress(found)
        context = {
            "title": found.name,
            "job": found,
            "progress": done,
            "unattended": is_unattended(found),
            "rows": Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page")),
            "choices": _choices(request.path, done, chosen),
            "tables": self._tables(found),
        }
        template = "article/upload_job.html#progress" if request.htmx else "article/upload_job.html"
        response = render_screen(self.model_admin, request, template, context)
        patch_vary_headers(response, ["HX-Request"])
        return response

    def columns(self, request: HttpRequest, job: int) -> HttpResponse:
        """Say what the columns of a table are, or leave the table out."""
        self._check(request)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        found = get_object_or_404(ImportJob, pk=job)
        table = get_object_or_404(found.tables, pk=read_number(request.POST.get("table")))
        if "drop" in request.POST:
            drop_table(table=table)
        else:
            columns = {name: request.POST.get(f"t{table.pk}-{name}", "") for name in COLUMNS}
            try:
                choose_columns(table=table, columns=columns)
            except ImportRefused as refusal:
                messages.error(request, str(refusal.message))
        found.refresh_from_db()
        if found.status == ImportJob.Status.RUNNING:
            begin(found)
        return HttpResponseRedirect(found.get_absolute_url())

    def change(self, request: HttpRequest, job: int) -> HttpResponse:
        """Stop, go on, try again what was refused, or do a step here and now, without a worker."""
        self._check(request)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        found = get_object_or_404(ImportJob, pk=job)
        if "cancel" in request.POST:
            cancel(found)
        elif "resume" in request.POST or "retry" in request.POST and retry_refused(found):
            begin(found)
        elif "step" in request.POST:
            work_on(job_id=found.pk, wait=False, seconds=STEP_SECONDS)
        return HttpResponseRedirect(found.get_absolute_url())

    def _check(self, request: HttpRequest) -> None:
        if not self.model_admin.has_add_permission(request):
            raise PermissionDenied

    def _files(self, request: HttpRequest) -> list[tuple[str, Any]]:
        files = request.FILES.getlist("files")
        if sum(file.size for file in files) > MAX_UPLOAD:
            raise ImportRefused("too_large", _("한 번에 200MB까지 올릴 수 있습니다. 나누어 올리세요."))
        return [(file.name, file.file) for file in files]

    def _tables(self, job: ImportJob) -> list[dict[str, Any]]:
        """The tables whose columns are still to be chosen, each with a form and its first rows."""
        tables = []
        for table in job.tables.filter(is_chosen=False):
            found = read_table(table.name, bytes(table.content))
            form = ColumnsForm(table, found.headings)
            rows = found.rows[:PREVIEWED]
            tables.append(
                {"table": table, "form": form, "headings": found.headings, "rows": rows, "total": len(found.rows)}
            )
        return tables


def _choices(path: str, done: Progress, chosen: str) -> list[dict[str, Any]]:
    """The kinds of results to choose from, each with how many there are."""
    kinds: list[tuple[str, Any, int | None]] = [("", _("모두"), None)]
    kinds += [(value, label, getattr(done, value)) for value, label in ImportRow.Status.choices]
    known = chosen in ImportRow.Status.values
    return [
        {
            "value": value,
            "label": label,
            "count": count,
            "url": f"{path}?status={value}" if value else path,
            "chosen": value == (chosen if known else ""),
        }
        for value, label, count in kinds
    ]
