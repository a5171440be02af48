"""Who changed what when: the history of an article with its quotes, of a company with its spellings, of a person."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.formats import date_format

from messages_app.models import Article, Company, CompanyAlias, Executive, Quote

MOST = 300
SHOWN: dict[type[Model], tuple[str, ...]] = {
    Article: ("title", "outlet", "reporters", "published_date", "url", "message_year", "status"),
    Quote: ("text", "kind", "speakers", "checked"),
    Company: ("name", "slug", "group", "industry"),
    CompanyAlias: ("name",),
    Executive: ("name", "slug", "note", "companies"),
}
# What going back to a moment restores. An article's status is changed by publishing, which is more than a change.
RESTORED = SHOWN | {Article: SHOWN[Article][:-1], Quote: (*SHOWN[Quote], "start")}
# Where a record has parts with a history of their own: the model, and how it names the record.
PARTS: dict[type[Model], tuple[type[Model], str]] = {
    Article: (Quote, "article_id"),
    Company: (CompanyAlias, "company_id"),
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as text."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened to a record or to a part of it. ``key`` names it for ``revert_record``.

    ``kind`` is ``+``, ``~`` or ``-``; ``subject`` says which part; ``is_current`` where it is so still; ``is_different``
    where going back would change something.
    """

    key: str
    changed_at: datetime
    who: str
    kind: str
    subject: str
    changes: tuple[FieldChange, ...]
    is_current: bool
    is_different: bool


def timeline(record: Model) -> list[Moment]:
    """The newest ``MOST`` moments of a record and its parts, newest first. Queries do not depend on their number."""
    rows = list(_rows(type(record), Q(id=record.pk)))
    if type(record) in PARTS:
        part, field = PARTS[type(record)]
        rows += _rows(part, Q(**{field: record.pk}))
    rows.sort(key=lambda row: (row.history_date, row.history_id), reverse=True)
    return list(_moments(rows))[:MOST]


def _rows(model: type[Model], wanted: Q) -> Iterable[Any]:
    history: Any = model
    rows: QuerySet[Any] = history.history.filter(wanted).select_related("history_user")
    if model is Company:
        rows = rows.select_related("history_user", "group")
    newest = list(rows.order_by("-history_date", "-history_id")[: MOST + 1])
    if model is Executive:
        _attach_companies(newest)
    return newest


def _attach_companies(rows: list[Any]) -> None:
    """Give moments of people the names of the companies they had, which are moments of their own."""
    names: dict[int, list[str]] = defaultdict(list)
    links: Any = Executive.history.model.companies.model
    found = links.objects.filter(history__in=[row.pk for row in rows]).select_related("company")
    for link in found.order_by("company__name"):
        names[link.history_id].append(str(link.company))
    for row in rows:
        row.company_names = ", ".join(names[row.pk])


def _moments(rows: list[Any]) -> Iterator[Moment]:
    """Every row against the one before it of the same thing, and against the newest."""
    seen: set[tuple[type[Model], int]] = set()
    newest: dict[tuple[type[Model], int], Any] = {}
    for row in rows:
        newest.setdefault((row.instance_type, row.id), row)
    for place, row in enumerate(rows):
        model = row.instance_type
        before = next((one for one in rows[place + 1 :] if one.instance_type is model and one.id == row.id), None)
        changes = tuple(_changes(model, before, row))
        if not changes and before is not None and row.history_type == "~":
            continue
        yield Moment(
            key=f"{model._meta.model_name}-{row.history_id}",
            changed_at=row.history_date,
            who=str(row.history_user or ""),
            kind=row.history_type,
            subject=_subject(model, row),
            changes=changes,
            is_current=(model, row.id) not in seen and row.history_type != "-",
            is_different=_is_different(row, newest),
        )
        seen.add((model, row.id))


def _is_different(row: Any, newest: Mapping[tuple[type[Model], int], Any]) -> bool:
    """A spelling that is gone can be given again; of anything else deleted nothing is left to go back."""
    model, now = row.instance_type, newest[row.instance_type, row.id]
    if model is CompanyAlias:
        spellings = (one for one in newest.values() if one.instance_type is model and one.history_type != "-")
        return row.key not in {one.key for one in spellings}
    return now.history_type != "-" and any(_text(now, name) != _text(row, name) for name in RESTORED[model])


def _changes(model: type[Model], before: Any, after: Any) -> Iterator[FieldChange]:
    for name in SHOWN[model]:
        old, new = _text(before, name) if before else "", _text(after, name)
        if old != new:
            yield FieldChange(_label(model, name), old, new)


def _label(model: type[Model], name: str) -> str:
    moment: Any = model
    fields: Any = moment.history.model if name == "speakers" else model
    return str(fields._meta.get_field(name).verbose_name)


def _text(row: Any, name: str) -> str:
    if name == "speakers":
        return "; ".join(" ".join(filter(None, who)) for who in row.speakers)
    if name == "companies":
        return str(row.company_names)
    if name == "reporters":
        return ", ".join(row.reporters)
    if hasattr(row, f"get_{name}_display"):
        return str(getattr(row, f"get_{name}_display")())
    value = getattr(row, name)
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    return "" if value is None else str(value)


def _subject(model: type[Model], row: Any) -> str:
    if model is Quote:
        return f"“{row.text[:40]}”"
    return row.name if model is CompanyAlias else ""
