"""Readers' reports of errors: taken in within limits, handled once."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from messages_app.importing.errors import ImportRefused
from messages_app.models import CORRECTION_LENGTH, Correction
from messages_app.search import statements


@transaction.atomic
def file_correction(*, text: str, sender: str, contact: str = "", quote_id: int | None = None) -> Correction:
    """Store a reader's report for the editors. ``sender`` is an address on the network; only a hash of it is kept.

    A quote that is not public is not connected. Raises ImportRefused for a text that is empty or too long and beyond
    ``CORRECTIONS_PER_HOUR`` reports of one sender, or ten times as many of all.
    """
    text = text.replace("\x00", "").replace("\r\n", "\n").strip()  # Browsers count a line end once and send two.
    if not text:
        raise ImportRefused("empty", _("무엇이 잘못되었는지 적어 주세요."))
    if len(text) > CORRECTION_LENGTH:
        raise ImportRefused("too_long", _("%(limit)s자 안으로 줄여 주세요.") % {"limit": f"{CORRECTION_LENGTH:,}"})
    key = salted_hmac("messages_app.corrections", sender, algorithm="sha256").hexdigest()
    _refuse_flood(key)
    quote = statements().filter(pk=quote_id).first() if quote_id else None
    return Correction.objects.create(text=text, sender=key, contact=contact, quote=quote)


@transaction.atomic
def handle_corrections(*, corrections: QuerySet[Correction], user: AbstractBaseUser) -> int:
    """Mark reports as handled by a user; those that were already stay as they are. Returns how many."""
    return corrections.filter(handled_at__isnull=True).update(handled_at=timezone.now(), handled_by=user)


def _refuse_flood(sender: str) -> None:
    limit = settings.CORRECTIONS_PER_HOUR
    recent = Correction.objects.filter(sent_at__gt=timezone.now() - timedelta(hours=1))
    if recent.filter(sender=sender).count() >= limit or recent.count() >= limit * 10:
        raise ImportRefused("too_many", _("한 시간에 받을 수 있는 요청이 찼습니다. 잠시 뒤 다시 보내 주세요."))
