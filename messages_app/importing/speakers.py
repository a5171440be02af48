"""Who said a quote, as an editor says it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from messages_app.importing.recognise import Directory, look_up
from messages_app.models import Attribution, Quote


@dataclass(frozen=True, slots=True)
class SpeakerChange:
    """One speaker as printed; all three empty means nobody."""

    name: str
    organisation: str
    title: str

    def __bool__(self) -> bool:
        return bool(self.name or self.organisation or self.title)

    def __str__(self) -> str:
        return " ".join(filter(None, (self.name, self.organisation, self.title)))


Speakers = tuple[SpeakerChange, ...]


def speakers_of(quote: Quote) -> Speakers:
    """Those on record, in order; prefetched attributions are used."""
    stored = sorted(quote.attributions.all(), key=lambda who: who.place)
    return tuple(SpeakerChange(who.name, who.organisation, who.title) for who in stored)


def replace_speakers(wanted: Mapping[int, Speakers]) -> None:
    """Store the speakers of quotes by id; names on record are recognised. The transaction is the caller's."""
    directory = look_up((who.name, who.organisation) for speakers in wanted.values() for who in speakers if who)
    Attribution.objects.filter(quote__in=wanted).delete()
    Attribution.objects.bulk_create(
        item for quote_id, speakers in wanted.items() for item in _attributions(quote_id, speakers, directory)
    )


def repeat_companies(quotes: Collection[int]) -> None:
    """Repeat on quotes the company of the first speaker who has one; the transaction is the caller's."""
    firsts = Attribution.objects.filter(quote=OuterRef("pk"), company__isnull=False).order_by("place")
    Quote.objects.filter(pk__in=quotes).update(company=Subquery(firsts.values("company")[:1]))


def _attributions(quote_id: int, speakers: Speakers, directory: Directory) -> list[Attribution]:
    """One attribution for each different speaker; the same person twice counts once."""
    found: list[Attribution] = []
    seen: set[int | tuple[str, str]] = set()
    for who in filter(None, speakers):
        executive = directory.executive(who.name, who.organisation)
        identity = executive.pk if executive else (who.name, who.organisation)
        if identity in seen:
            continue
        seen.add(identity)
        found.append(
            Attribution(
                quote_id=quote_id,
                place=len(found),
                name=who.name,
                organisation=who.organisation,
                title=who.title,
                executive=executive,
                company=directory.company(who.organisation),
            )
        )
    return found
