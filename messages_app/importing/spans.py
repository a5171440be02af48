"""Quotes by their place in the source: new ones, and others' places changed. Their words are always the source's."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from messages_app.importing.changes import ChangeResult, QuoteChange, apply_changes, difference, follow_up, lock_article
from messages_app.importing.errors import ImportRefused, StaleQuote
from messages_app.importing.speakers import SpeakerChange, Speakers, speakers_of
from messages_app.models import Article, Quote, plain_name
from messages_app.parsing import attribute_span, find_words, trim_span

Evidence = list[dict[str, str | int]]


@dataclass(frozen=True, slots=True)
class Context:
    """Who probably says the words of a span, how sure that is and why."""

    speakers: Speakers
    confidence: float
    evidence: Evidence


def add_quote(*, article_id: int, start: int, end: int) -> ChangeResult:
    """Make ``body[start:end]`` a statement, blanks and outer marks excluded, its speaker read from the context.

    A dropped quote of the same place is taken back. Raises ImportRefused for a span outside the text, without
    words, or over another quote's.
    """
    with transaction.atomic():
        article = lock_article(article_id)
        start, end = usable_span(article, start, end)
        context = _context(article, start, end)
        quote = article.quotes.filter(start=start, end=end).first() or Quote(
            article=article, start=start, end=end, place=0, message_year=article.message_year
        )
        quote.text, quote.kind, quote.checked = article.body[start:end], Quote.Kind.STATEMENT, False
        quote.confidence, quote.evidence = context.confidence, context.evidence
        added = quote.pk is None
        if added:
            Quote.objects.bulk_create([quote])  # Its history begins when its speakers are stored.
        else:
            Quote.objects.bulk_update([quote], ["confidence", "evidence"])
        _store(article, quote, {quote.pk: context.speakers}, added=added)
    return ChangeResult(article, (quote.pk,))


def move_quote(*, article_id: int, quote_id: int, revision: int, start: int, end: int) -> ChangeResult:
    """Let a quote be ``body[start:end]`` instead; its speakers stay.

    Raises ImportRefused as ``add_quote`` does, and StaleQuote where somebody changed the quote meanwhile.
    """
    with transaction.atomic():
        article = lock_article(article_id)
        quote = article.quotes.prefetch_related("attributions").get(pk=quote_id)
        start, end = usable_span(article, start, end, quote)
        if (start, end) == (quote.start, quote.end):
            return ChangeResult(article)
        if quote.revision != revision:
            raise StaleQuote([difference(quote, QuoteChange(quote_id, quote.kind, speakers_of(quote)))])
        article.quotes.filter(start=start, end=end, kind=Quote.Kind.DROPPED).delete()
        quote.start, quote.end, quote.text = start, end, article.body[start:end]
        _store(article, quote, {})
    return ChangeResult(article, (quote.pk,))


def find_span(*, article_id: int, words: str, moved: int | None = None) -> tuple[int, int]:
    """Where words stand in the source: all of them, or the first and the last with ``…`` between.

    The first place not quoted yet, but by the quote ``moved``. Raises ImportRefused where there is none.
    """
    article = Article.objects.get(pk=article_id)
    taken = [quote for quote in _kept(article.quotes.all()) if quote.pk != moved]
    for start, end in find_words(article.body, words):
        if not any(start < quote.end and quote.start < end for quote in taken):
            return start, end
    raise ImportRefused(
        "not_found", _("그 말을 원문에서 찾지 못했거나 이미 인용된 곳입니다. 원문에 있는 그대로 적으세요.")
    )


def usable_span(article: Article, start: int, end: int, moved: Quote | None = None) -> tuple[int, int]:
    """The span without blanks and outer marks, or the reason it cannot be quoted."""
    if not 0 <= start < end <= len(article.body):
        raise ImportRefused("outside", _("원문에 없는 곳입니다. 원문에서 다시 고르세요."))
    start, end = trim_span(article.body, start, end)
    if not any(character.isalnum() for character in article.body[start:end]):
        raise ImportRefused("no_words", _("고른 곳에 글자가 없습니다. 원문에서 다시 고르세요."))
    for other in _kept(article.quotes.all()):
        if other != moved and start < other.end and other.start < end:
            raise ImportRefused(
                "overlap",
                _("이미 인용된 말과 겹칩니다: “%(text)s”. 그 인용을 빼거나 범위를 고치세요.")
                % {"text": other.text[:30]},
            )
    return start, end


def check_taken_back(article: Article, quote: Quote, kind: str) -> None:
    """Raise ImportRefused where a dropped quote would become one of ``kind`` over words that are quoted by now."""
    if quote.kind == Quote.Kind.DROPPED and kind != quote.kind:
        usable_span(article, quote.start, quote.end, quote)


def _kept(quotes: Iterable[Quote]) -> Iterable[Quote]:
    return (quote for quote in quotes if quote.kind != Quote.Kind.DROPPED)


def _context(article: Article, start: int, end: int) -> Context:
    """What the parser makes of the place; where it knows nobody, whoever spoke last before it, else first after."""
    found = attribute_span(article.body, start, end)
    said = tuple(
        SpeakerChange(*(plain_name(part or "") for part in (who.name, who.organisation, who.title)))
        for who in found.speakers
    )
    if any(said):
        evidence: Evidence = [
            {"reason": item.reason, "start": item.span.start, "end": item.span.end} for item in found.evidence
        ]
        return Context(said, round(found.confidence, 4), evidence)
    others = article.quotes.filter(kind=Quote.Kind.STATEMENT, attributions__isnull=False)
    near = others.filter(end__lte=start).order_by("-start").first() or others.order_by("start").first()
    return Context(speakers_of(near) if near else (), 0.0, [])


def _store(article: Article, quote: Quote, speakers: dict[int, Speakers], *, added: bool = False) -> None:
    """Store a quote at its new place; the others keep their order around it."""
    moved = [quote]
    for place, other in enumerate(article.quotes.exclude(pk=quote.pk).order_by("start", "-end")):
        number = place + (other.start >= quote.start)
        if other.place != number:
            other.place = number
            moved.append(other)
    quote.place = article.quotes.exclude(pk=quote.pk).filter(start__lt=quote.start).count()
    Quote.objects.bulk_update(moved[1:], ["place"])
    apply_changes(article, [quote], speakers, added=added)
    follow_up(article, moved)
