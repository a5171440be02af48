"""The sample shown on the first run: invented articles, brought in the way real ones are."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from messages_app.importing.draft import create_draft
from messages_app.importing.editions import freeze_edition
from messages_app.importing.publish import delete_articles, publish_article
from messages_app.models import Article, Company, CompanyAlias, Edition, Executive, name_key


@dataclass(frozen=True, slots=True)
class SampleResult:
    """How many articles were added or removed, and how many are there."""

    changed: int
    total: int


def load_sample(*, folder: Path | None = None) -> SampleResult:
    """Import and publish every article of the sample, and freeze an edition of each of its years.

    What is there already stays as it is.
    """
    folder = folder or Path(settings.SAMPLE_DIR)
    reference = json.loads((folder / "companies.json").read_text(encoding="utf-8"))
    added = 0
    years: set[int] = set()
    with transaction.atomic():
        _load_companies(reference["companies"])
        _load_executives(reference["executives"])
        for path in sorted((folder / "articles").glob("*.txt")):
            result = create_draft(text=path.read_text(encoding="utf-8"), is_sample=True)
            if result.created:
                published = publish_article(article_id=result.article.pk).article
                years.add(published.message_year or 0)
                added += 1
        for year in sorted(years):
            freeze_edition(message_year=year)
    return SampleResult(added, Article.objects.filter(is_sample=True).count())


def _load_companies(rows: list[dict[str, Any]]) -> None:
    companies = {}
    for row in rows:
        alias = CompanyAlias.objects.filter(key=name_key(row["name"])).select_related("company").first()
        company = (
            alias.company
            if alias
            else Company.objects.create(name=row["name"], industry=row["industry"], is_sample=True)
        )
        companies[row["name"]] = company
        for other in row["aliases"]:
            CompanyAlias.objects.get_or_create(key=name_key(other), defaults={"name": other, "company": company})
    for row in rows:
        company = companies[row["name"]]
        if row["group"] and company.is_sample and not company.group_id:
            company.group = companies[row["group"]]
            company.save(update_fields=["group"])


def _load_executives(rows: list[dict[str, Any]]) -> None:
    """People whose name and company are not enough to know them by: those who changed company."""
    for row in rows:
        if Executive.objects.filter(name=row["name"], is_sample=True).exists():
            continue
        person = Executive.objects.create(name=row["name"], note=row["note"], is_sample=True)
        person.companies.set(Company.objects.filter(name__in=row["companies"]))


def remove_sample() -> SampleResult:
    """Delete the sample's articles, editions they were counted in, and its people and companies unless in use."""
    with transaction.atomic():
        removed = delete_articles(articles=Article.objects.filter(is_sample=True))
        _remove_editions()
        Executive.objects.filter(is_sample=True, attributions__isnull=True).delete()
        unused = Company.objects.filter(
            is_sample=True,
            attributions__isnull=True,
            quotes__isnull=True,
            executives__isnull=True,
            members__isnull=True,
        )
        unused.delete()
        unused.all().delete()  # The groups that have no members any more.
    return SampleResult(removed, 0)


def _remove_editions() -> None:
    """Delete editions that hold figures of the sample, and with their history what keeps their numbers taken."""
    Edition.objects.filter(is_sample=True).delete()
    Edition.history.filter(is_sample=True).delete()
