"""Every moment of a quote's history says who spoke."""

from typing import Any

from django.dispatch import receiver
from simple_history.signals import pre_create_historical_record

from messages_app.models.quote import Quote


def printed_speakers(quote: Quote) -> list[list[str]]:
    """``[[name, organisation, title], …]`` in order."""
    rows = quote.attributions.order_by("place").values_list("name", "organisation", "title")
    return [list(row) for row in rows]


@receiver(pre_create_historical_record, sender=Quote.history.model)
def _note_speakers(instance: Quote, history_instance: Any, **_kwargs: Any) -> None:
    history_instance.speakers = printed_speakers(instance)
