"""Moments of a quote's history, written many at once."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.utils import timezone

from messages_app.models import Article, Attribution, Quote


def note_beginnings(article: Article, quotes: Collection[int]) -> None:
    """Quotes are stored without history, as most never change; before the first change what was is noted."""
    moments: Any = Quote.history
    noted = moments.filter(id__in=quotes).values_list("id", flat=True)
    fresh = Quote.objects.filter(pk__in=set(quotes) - set(noted))
    _note(list(fresh), "+", article.imported_at, article.imported_by)


def note_additions(quotes: Collection[Quote]) -> None:
    """Note new quotes as they begin, with their speakers."""
    _note(quotes, "+", timezone.now(), None)


def note_changes(quotes: Collection[Quote]) -> None:
    """Note what quotes have become; who did it is known from the request."""
    _note(quotes, "~", timezone.now(), None)


def _note(quotes: Collection[Quote], kind: str, at: datetime, by: Any) -> None:
    model: Any = Quote.history.model
    speakers: dict[int, list[list[str]]] = defaultdict(list)
    said = Attribution.objects.filter(quote__in=[quote.pk for quote in quotes]).order_by("quote", "place")
    for quote_id, *who in said.values_list("quote_id", "name", "organisation", "title"):
        speakers[quote_id].append(who)
    model.objects.bulk_create(
        model(
            history_type=kind,
            history_date=at,
            history_user=by or model.get_default_history_user(quote),
            speakers=speakers[quote.pk],
            **{field.attname: getattr(quote, field.attname) for field in model.tracked_fields},
        )
        for quote in quotes
    )
