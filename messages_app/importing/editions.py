"""Editions of a year's ranking of words: frozen once, never changed."""

from dataclasses import asdict, dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from messages_app.importing.errors import ImportRefused
from messages_app.importing.keywords import lock_index
from messages_app.models import NOTE_LENGTH, Edition
from messages_app.reports import YearCount, count_year, last_edition


@dataclass(frozen=True, slots=True)
class EditionResult:
    """The edition, and whether it was made now; where it was not, the last one holds the same figures."""

    edition: Edition
    created: bool


def freeze_edition(*, message_year: int, frozen_by: User | None = None, note: str = "") -> EditionResult:
    """Keep the ranking of a year's words as it is counted now; nothing is stored where the last edition says the same.

    Nobody publishes meanwhile, so that all figures are of one moment. Raises ImportRefused for a year of which nothing
    that could be ranked is published, and for a note that is too long.
    """
    note = " ".join(note.replace("\x00", "").split())
    if len(note) > NOTE_LENGTH:
        raise ImportRefused("too_long", _("%(limit)s자 안으로 줄여 주세요.") % {"limit": NOTE_LENGTH})
    with transaction.atomic():
        lock_index()
        counted = count_year(message_year)
        if not counted.words:
            raise ImportRefused("empty", _("%(year)d년에는 확정할 낱말 순위가 없습니다.") % {"year": message_year})
        last = last_edition(message_year)
        if last and counted.is_that_of(last):
            return EditionResult(last, created=False)
        return EditionResult(_store(message_year, counted, frozen_by, note), created=True)


def _store(year: int, counted: YearCount, frozen_by: User | None, note: str) -> Edition:
    return Edition.objects.create(
        message_year=year,
        number=_next_number(year),
        frozen_by=frozen_by,
        note=note,
        statements=counted.totals.statements,
        companies=counted.totals.companies,
        executives=counted.totals.executives,
        words=[asdict(word) for word in counted.words],
        is_sample=counted.has_sample,
    )


def _next_number(year: int) -> int:
    """One that no edition of the year ever had: the address of a deleted one must not lead to other figures."""
    taken = Edition.history.filter(message_year=year).aggregate(most=Max("number"))["most"]
    return (taken or 0) + 1
