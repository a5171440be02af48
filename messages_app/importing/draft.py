"""From pasted text to a stored draft."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from messages_app.importing.duplicates import store_sketch
from messages_app.importing.errors import ImportRefused
from messages_app.importing.intake.documents import ReadArticle, read_text, refuse_long
from messages_app.importing.recognise import Directory, look_up
from messages_app.models import FIRST_YEAR, LAST_YEAR, Article, Attribution, Quote, plain_name
from messages_app.parsing import PARSER_VERSION, ParsedArticle, ParsedQuote, parse_article

CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
UNDECODED_SHARE = 0.2
OPENING_LENGTH = 60
# So many have room on the review screen, and in what its form may send.
MOST_QUOTES = 1_000


@dataclass(frozen=True, slots=True)
class DraftResult:
    """The article a paste led to; ``created`` is False where the same text was there already."""

    article: Article
    created: bool


@dataclass(frozen=True, slots=True)
class PreparedDraft:
    """A parsed article ready to be stored, or (``existing``) the one that is stored already."""

    body: str
    fingerprint: str
    parsed: ParsedArticle
    known: ReadArticle | None = None
    existing: Article | None = None


def create_draft(*, text: str, imported_by: Any = None, is_sample: bool = False) -> DraftResult:
    """Parse a paste and store it as a draft with its quotations and speakers.

    The text is kept as it came, but for line ends, which forms and editors rewrite, and syllables in parts, which no search
    would find; of the source of a web page its article is kept. The same text again, however spaced, leads to the article
    that exists.

    Raises ImportRefused for text that is empty, too long, binary, quotes nobody, or quotes more than ``MOST_QUOTES`` times.
    """
    read = read_text(text)
    return store_draft(prepare_draft(text=read.text, known=read), imported_by=imported_by, is_sample=is_sample)


def prepare_draft(*, text: str, known: ReadArticle | None = None) -> PreparedDraft:
    """All of ``create_draft`` that takes time, and nothing that writes. What is ``known`` goes before what is parsed.

    Raises ImportRefused as that does.
    """
    body = _readable(text)
    _refuse_data(" ".join(known.reporters if known else ()))  # All else that is known stands in the text.
    fingerprint = body_hash(body)
    existing = Article.objects.filter(body_hash=fingerprint).first()
    if existing:
        return PreparedDraft(body, fingerprint, ParsedArticle(), known, existing)
    parsed = parse_article(body)
    if not any(quote.kind == "statement" for quote in parsed.quotes):
        raise ImportRefused(
            "no_quotation",
            _("따옴표로 인용한 발언을 찾지 못했습니다. 기사 본문이 빠지지 않았는지 확인하고 다시 가져오세요."),
        )
    if len(parsed.quotes) > MOST_QUOTES:
        raise ImportRefused(
            "too_many",
            _("인용이 너무 많습니다(%(count)s개). 한 기사에 %(limit)s개까지이니 나누어 가져오세요.")
            % {"count": f"{len(parsed.quotes):,}", "limit": f"{MOST_QUOTES:,}"},
        )
    return PreparedDraft(body, fingerprint, parsed, known)


def store_draft(prepared: PreparedDraft, *, imported_by: Any = None, is_sample: bool = False) -> DraftResult:
    """Store a prepared draft, in one transaction."""
    if prepared.existing:
        return DraftResult(prepared.existing, created=False)
    try:
        with transaction.atomic():
            article = _store(prepared, imported_by, is_sample)
            _store_quotes(article, [quote for quote in prepared.parsed.quotes if quote.kind != "term"])
            store_sketch(article)
    except IntegrityError:
        # Two tabs pasted the same text at once: the other one was first.
        return DraftResult(Article.objects.get(body_hash=prepared.fingerprint), created=False)
    return DraftResult(article, created=True)


def body_hash(body: str) -> str:
    """Hexadecimal SHA-256 of the text, blanks and Unicode composition evened out."""
    plain = " ".join(unicodedata.normalize("NFC", body).split())
    return hashlib.sha256(plain.encode()).hexdigest()


def _readable(text: str) -> str:
    """The text with ``\\n`` line ends and whole syllables, or the reason it cannot be imported."""
    if not text.strip("\ufeff \t\r\n\u00a0\u200b\u3000"):
        raise ImportRefused("empty", _("글이 비어 있습니다. 기사 본문이 들어 있는지 확인하세요."))
    refuse_long(text)
    _refuse_data(text)
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def _refuse_data(text: str) -> None:
    """Raise ImportRefused for what was never text, which no database stores as such."""
    if CONTROL.search(text) or text.count("\ufffd") > len(text) * UNDECODED_SHARE or not _encodable(text):
        raise ImportRefused(
            "binary", _("글이 아닌 데이터가 섞여 있습니다. 브라우저에서 기사의 글자를 복사해 넣으세요.")
        )


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _store(prepared: PreparedDraft, imported_by: Any, is_sample: bool) -> Article:
    parsed, known = prepared.parsed, prepared.known or ReadArticle("")
    return Article.objects.create(
        title=plain_name(known.title or parsed.title or _opening(parsed, prepared.body))[:300],
        outlet=plain_name(known.outlet or parsed.outlet or "")[:60],
        reporters=[plain_name(reporter) for reporter in known.reporters or parsed.reporters],
        published_date=known.published_date or parsed.published_date,
        url=_address(known.url) or _address(parsed.url),
        message_year=parsed.message_year if FIRST_YEAR <= (parsed.message_year or 0) <= LAST_YEAR else None,
        body=prepared.body,
        body_hash=prepared.fingerprint,
        parser_version=PARSER_VERSION,
        imported_by=imported_by,
        is_sample=is_sample,
    )


def _address(url: str | None) -> str:
    """The address if it is one that an editor could store, else nothing."""
    field: Any = Article._meta.get_field("url")
    try:
        return str(field.clean(url or "", None))
    except ValidationError:
        return ""


def _opening(parsed: ParsedArticle, body: str) -> str:
    """The first words of an article pasted without its title, after the outlet and reporter in brackets."""
    first = next((body[line.start : line.end] for line in parsed.lines if line.role in ("heading", "body")), "")
    return Truncator(re.sub(r"^\s*\[[^\]]*\]\s*", "", first)).chars(OPENING_LENGTH)


def _store_quotes(article: Article, quotes: list[ParsedQuote]) -> None:
    directory = look_up((s.name or "", s.organisation or "") for quote in quotes for s in quote.speakers)
    stored = Quote.objects.bulk_create(_quote(article, place, quote) for place, quote in enumerate(quotes))
    Attribution.objects.bulk_create(
        attribution
        for record, quote in zip(stored, quotes, strict=True)
        for attribution in _attributions(record, quote, directory)
    )


def _quote(article: Article, place: int, quote: ParsedQuote) -> Quote:
    evidence = [{"reason": item.reason, "start": item.span.start, "end": item.span.end} for item in quote.evidence]
    return Quote(
        article=article,
        text=quote.text,
        start=quote.start,
        end=quote.end,
        kind=quote.kind,
        place=place,
        message_year=article.message_year,
        confidence=round(quote.confidence, 4),
        evidence=evidence,
    )


def _attributions(record: Quote, quote: ParsedQuote, directory: Directory) -> Iterable[Attribution]:
    """One attribution for each speaker with a name of any kind; a person on record counts once."""
    found: list[Attribution] = []
    for speaker in quote.speakers:
        name, organisation = plain_name(speaker.name or "")[:60], plain_name(speaker.organisation or "")[:100]
        title = plain_name(speaker.title or "")[:100]
        executive = directory.executive(name, organisation)
        known = executive is not None and any(who.executive == executive for who in found)
        if known or not (name or organisation or title):
            continue
        found.append(
            Attribution(
                quote=record,
                place=len(found),
                name=name,
                organisation=organisation,
                title=title,
                executive=executive,
                company=directory.company(organisation),
            )
        )
    return found
