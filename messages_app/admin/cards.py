"""An article on the desk: its header and a card for each quote, bound where an editor has sent something."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from messages_app.admin.forms import HeaderForm, QuoteForm, SpeakerForm
from messages_app.importing import Difference, QuoteChange, SpeakerChange, likely_companies, recognise
from messages_app.models import Article, Attribution, Company, Quote
from messages_app.search import is_statement

VOICES = 8


class QuoteCard:
    """A quote with its forms: one for itself, one for each speaker and an empty one for another.

    ``data`` is what was sent, or None; a quote that is not in it, as it was made meanwhile, is shown as stored.
    """

    def __init__(self, quote: Quote, number: int, voice: int, data: Any = None) -> None:
        self.quote = quote
        self.number = number
        self.voice = voice
        self.attributions: list[Attribution] = list(quote.attributions.all())
        self.prefix = f"q{quote.pk}"
        self.is_sent = data is not None and f"{self.prefix}-kind" in data
        self.conflict: Difference | None = None
        self.problem = ""
        self.likely: dict[str, list[Company]] = {}
        self._fill(data if self.is_sent else None)

    def _fill(self, data: Any) -> None:
        quote = self.quote
        stored = {"kind": quote.kind, "checked": quote.checked, "revision": quote.revision}
        self.form = QuoteForm(data, prefix=self.prefix, initial=stored)
        people: list[dict[str, str]] = [
            {"name": who.name, "organisation": who.organisation, "title": who.title} for who in self.attributions
        ]
        if data is not None:
            rows = itertools.takewhile(lambda row: f"{self.prefix}-s{row}-name" in data, itertools.count())
            people = [{} for _row in rows]
        else:
            people.append({})
        self.speaker_forms = [
            SpeakerForm(data, prefix=f"{self.prefix}-s{place}", initial=initial) for place, initial in enumerate(people)
        ]

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown: where something was refused, or nobody is known to speak."""
        return bool(self.conflict or self.problem or (self.is_sent and not self.is_valid()))

    @property
    def restored_kind(self) -> str:
        """What a dropped quote becomes when it is taken back: the parser says nothing of who speaks in headlines."""
        said = self.attributions or self.quote.confidence or self.quote.evidence
        return Quote.Kind.STATEMENT if said else Quote.Kind.HEADLINE

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *(form.is_valid() for form in self.speaker_forms)])

    def change(self) -> QuoteChange:
        """What was sent. Speakers that an editor typed are checked."""
        given = self.form.cleaned_data
        spoken = any(form.has_changed() for form in self.speaker_forms)
        # A quote that is no statement shows no mark to be set or taken away: taken back, it is as it was.
        unasked = self.form["checked"].html_initial_name not in self.form.data
        return QuoteChange(
            quote_id=self.quote.pk,
            kind=given["kind"],
            speakers=_unlike(form.change() for form in self.speaker_forms),
            checked=given["checked"] or spoken or (unasked and self.quote.checked),
            revision=given["revision"],
            touched=spoken or bool({*self.form.changed_data} - {"revision"}),
        )

    def replaced_speakers(self) -> list[tuple[SpeakerChange, SpeakerChange]]:
        """Speakers as shown and as sent, where the two differ."""
        pairs = [(form.before(), form.change()) for form in self.speaker_forms if form.has_changed()]
        return [(before, after) for before, after in pairs if before and after]


def _unlike(speakers: Any) -> tuple[SpeakerChange, ...]:
    return tuple(dict.fromkeys(filter(None, speakers)))


@dataclass(slots=True)
class Desk:
    """An article with its header and its cards in the order of the source."""

    article: Article
    header: HeaderForm
    cards: list[QuoteCard]
    read_only: bool = False
    differences: Sequence[Difference] = ()

    @classmethod
    def of(cls, article: Article, data: Any = None, *, read_only: bool = False) -> "Desk":
        """``data`` is what was sent, or None for what is stored. Queries do not depend on the number of quotes."""
        ready = article.quotes.prefetch_related("attributions__executive", "attributions__company")
        public = is_statement("reprints__")
        ready = ready.annotate(others=Count("reprints__article", filter=public, distinct=True))
        quotes = list(ready.order_by("start", "-end"))
        voices = _voices(quotes)
        header = HeaderForm(data, prefix="header") if data is not None else HeaderForm.of(article)
        cards = [QuoteCard(quote, number, voices[quote.pk], data) for number, quote in enumerate(quotes, 1)]
        return cls(article, header, cards, read_only)

    def is_valid(self) -> bool:
        return all([self.header.is_valid(), *(card.is_valid() for card in self.cards if card.is_sent)])

    def recognise_speakers(self) -> None:
        """Show who is on record by now, and offer each card the companies that its unknown organisations may be."""
        speakers = [who for card in self.cards for who in card.attributions]
        recognise(speakers)
        unknown = [(who.name, who.organisation) for who in speakers if not who.company]
        likely = likely_companies(unknown, self.article.body)
        for card in self.cards:
            names = [who.organisation for who in card.attributions if not who.company]
            card.likely = {name: likely[name] for name in names if likely.get(name)}

    def counts(self) -> dict[str, int]:
        """How many statements there are, how many of them wait for a look, and how many are sure but unchecked."""
        statements = [card.quote for card in self.cards if card.quote.kind == Quote.Kind.STATEMENT]
        uncertain = sum(quote.is_uncertain for quote in statements)
        return {
            "statements": len(statements),
            "uncertain": uncertain,
            "unchecked": sum(not quote.checked for quote in statements) - uncertain,
            "dropped": sum(card.quote.kind == Quote.Kind.DROPPED for card in self.cards),
        }

    def companies(self) -> list[Company]:
        """The companies whose public pages this article fills."""
        found = {who.company.pk: who.company for card in self.cards for who in card.attributions if who.company}
        return sorted(found.values(), key=lambda company: company.name)

    def known(self, name: str) -> list[str]:
        """What the speakers of this article are called, have for a company or a title."""
        return sorted({getattr(who, name) for card in self.cards for who in card.attributions} - {""})


def _voices(quotes: list[Quote]) -> dict[int, int]:
    """A colour number for each quote, the same for the same speakers."""
    numbers: dict[tuple[tuple[str, str], ...], int] = {}
    voices = {}
    for quote in quotes:
        speakers = tuple((who.name, who.organisation) for who in quote.attributions.all())
        voices[quote.pk] = numbers.setdefault(speakers, len(numbers)) % VOICES
    return voices
