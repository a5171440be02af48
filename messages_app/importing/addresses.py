"""Addresses of records that become one, or two again: none is lost, and undoing a merge gives back what it took."""

from collections.abc import Collection
from typing import Any

from messages_app.models import Company, Executive, FormerSlug


def hand_over_addresses(stays: Company | Executive, goes: Company | Executive) -> None:
    """Let all addresses of a record that is about to go lead to the one that stays."""
    owner = stays.former_slug_field
    former = FormerSlug.objects.filter(**{f"{owner}__isnull": False})
    former.filter(**{owner: goes}).update(**{owner: stays})
    former.update_or_create(slug=goes.slug, defaults={owner: stays})


def last_merged(record: Company | Executive, names: Collection[str]) -> Any | None:
    """The last moment of a record of one of the names that was merged into this one; of several, the latest.

    A name may have been this record's own: an address that it had itself is no other's.
    """
    moments: Any = type(record).history
    own = moments.filter(id=record.pk).values("slug")
    taken_over = record.former_slugs.exclude(slug__in=own).values("slug")
    return moments.filter(history_type="-", name__in=names, slug__in=taken_over).first()


def give_addresses_back(record: Company | Executive, other: Company | Executive, merged: Any) -> None:
    """Let the addresses of what had been merged into a record lead to the one that was split out in its place."""
    had = type(merged).objects.filter(id=merged.id).values("slug")
    back = record.former_slugs.filter(slug__in=had)
    back.filter(slug=other.slug).delete()
    back.update(**{record.former_slug_field: other})
