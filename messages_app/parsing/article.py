"""The pipeline: pasted text in, everything found in it out."""

from bisect import bisect_left, bisect_right
from operator import attrgetter

from messages_app import korean
from messages_app.parsing.attribution import Attributed, Attributor
from messages_app.parsing.cleaning import SENTENCE_END, classify_lines
from messages_app.parsing.directory import Organisations
from messages_app.parsing.discourse import Discourse
from messages_app.parsing.full_text import FullText, find_full_text
from messages_app.parsing.header import find_date, find_reporters, find_url
from messages_app.parsing.kinds import classify
from messages_app.parsing.occasions import holder, host, titled_holder
from messages_app.parsing.organisations import (
    headed_organisations,
    headline_organisations,
    incorporated,
    is_generic,
    looks_like_organisation,
    named_organisations,
    opening_topic,
    section,
)
from messages_app.parsing.outlets import find_outlet
from messages_app.parsing.people import Mention, find_mentions
from messages_app.parsing.quotations import Quotation, find_quotations
from messages_app.parsing.reading import Reading
from messages_app.parsing.results import Evidence, Line, LineRole, ParsedArticle, ParsedQuote, QuoteKind, Span
from messages_app.parsing.roster import Roster, is_public
from messages_app.parsing.sentences import mask, split_sentences
from messages_app.parsing.spans import MARKS
from messages_app.parsing.surroundings import Surroundings, surroundings_of
from messages_app.parsing.years import find_message_year

PARSER_VERSION = "5"
QUOTABLE = ("title", "heading", "body")


def parse_article(text: str) -> ParsedArticle:
    """Parse one pasted article. Any text is accepted, none is changed; every result is a span of it."""
    reading = Reading(text)
    return reading.place_back(_parse(reading.text))


def _parse(text: str) -> ParsedArticle:
    lines = classify_lines(text)
    speech = find_full_text(text, lines)
    lines = speech.lines if speech else lines
    quotes = _quotes_of_speech(text, speech) if speech else _quotes_of_report(text, lines)
    published, sure = find_date(text, lines)
    quoted = any(quote.kind == "statement" for quote in quotes)
    year, year_evidence = find_message_year(text, lines, published, dated=sure, quoted=quoted)
    return ParsedArticle(
        title=next((text[line.start : line.end] for line in lines if line.role == "title"), None),
        outlet=find_outlet(text, lines),
        reporters=find_reporters(text, lines),
        published_date=published,
        url=find_url(text, lines),
        message_year=year,
        year_evidence=year_evidence,
        quotes=quotes,
        lines=lines,
    )


def attribute_span(text: str, start: int, end: int) -> ParsedQuote:
    """The statement ``text[start:end]``, marked as one or not, and who says it by what the article tells."""
    reading = Reading(text)
    return reading.quote_back(_attribute_span(reading.text, reading.place_of(start), reading.place_of(end)))


def _attribute_span(text: str, start: int, end: int) -> ParsedQuote:
    lines = classify_lines(text)
    speech = find_full_text(text, lines)
    if speech and speech.named and start >= speech.paragraphs[0].start:
        evidence = (Evidence("full_text", speech.named.span),)
        return ParsedQuote(
            start, end, text[start:end], "statement", (speech.named.speaker,), speech.confidence, evidence
        )
    marked = (start > 0 and text[start - 1] in MARKS, end < len(text) and text[end] in MARKS)
    outer = (start - marked[0], end + marked[1])
    chosen = Quotation(start, end, *outer, double=True)
    quotable = [line for line in lines if line.role in QUOTABLE]
    others = [item for item in find_quotations(text, quotable) if item.end <= outer[0] or item.start >= outer[1]]
    statements = [item for item in others if _kind(text, item, quotable) == "statement"]
    said = _attribute(text, mask(text, [*others, chosen]), lines, sorted([*statements, chosen]))
    return _quote(text, chosen, "statement", said.get(chosen))


def _quotes_of_speech(text: str, speech: FullText) -> tuple[ParsedQuote, ...]:
    """Each paragraph of a message printed in full, and the quotations of the title over it."""
    speakers = (speech.named.speaker,) if speech.named else ()
    evidence = (Evidence("full_text", speech.named.span if speech.named else speech.paragraphs[0]),)
    quotes = [
        ParsedQuote(*span, text[slice(*span)], "statement", speakers, speech.confidence, evidence)
        for span in ((paragraph.start, paragraph.end) for paragraph in speech.paragraphs)
    ]
    above = [line for line in speech.lines if line.role in ("title", "heading") and line.end <= quotes[0].start]
    headlines = find_quotations(text, above)
    return (*(_quote(text, item, _kind(text, item, above), None) for item in headlines), *quotes)


def _quotes_of_report(text: str, lines: tuple[Line, ...]) -> tuple[ParsedQuote, ...]:
    quotable = [line for line in lines if line.role in QUOTABLE]
    quotations = find_quotations(text, quotable)
    kinds = {item: _kind(text, item, quotable) for item in quotations}
    masked = mask(text, quotations)
    statements = [item for item in quotations if kinds[item] == "statement"]
    said = _attribute(text, masked, lines, statements)
    return tuple(_quote(text, item, kinds[item], said.get(item)) for item in quotations)


def _kind(text: str, item: Quotation, lines: list[Line]) -> QuoteKind:
    line = lines[bisect_right(lines, item.outer_start, key=attrgetter("start")) - 1]
    last = lines[bisect_left(lines, item.outer_end, key=attrgetter("start")) - 1]
    return classify(text, item, line.role, max(last.end, item.outer_end))


def _attribute(
    text: str, masked: str, lines: tuple[Line, ...], statements: list[Quotation]
) -> dict[Quotation, Attributed]:
    if not statements:
        return {}
    around = _surroundings(masked, lines)
    roster, organisations = Roster(), Organisations()
    for line in lines:
        if line.role in ("title", "caption", "heading", "body"):
            _take_down(text, masked, line, around, roster, organisations)
    organisations.note_definitions(text, [Span(line.start, line.end) for line in lines if line.role == "body"])
    organisations.note_vocabulary(around.vocabulary)
    roster.settle(organisations)
    return Attributor(text, Discourse(masked, roster, organisations, around)).read(lines, statements)


def _take_down(
    text: str, masked: str, line: Line, around: Surroundings, roster: Roster, organisations: Organisations
) -> None:
    """Everybody and every organisation that one line names."""
    span = Span(line.start, line.end)
    for head in headed_organisations(text, span):
        roster.enrol(head.names, line.role, head.start, head.organisation, head.title)
    # Under a photo: 한가온 누리전자 사장
    untold = line.end - line.start < 40 and not SENTENCE_END.search(text[line.start : line.end])
    role: LineRole = "caption" if line.role == "body" and untold else line.role
    joined: Mention | None = None
    for mention in find_mentions(masked, line.start, line.end, around):
        apart = joined is None or mention.start - joined.end > 3 or mention.organisation or is_public(mention)
        shared = joined.organisation if joined and not apart and not is_public(joined) else ""
        organisation = mention.organisation or shared
        roster.enrol(mention.names, "noise" if shared else role, mention.start, organisation, mention.title)
        # Of several words, only the last is sure to be part of the name.
        whole = looks_like_organisation(organisation) and " " not in organisation
        if line.role == "body" and whole and not is_generic(organisation):
            organisations.note([(mention.start, organisation)])
        joined = mention._replace(organisation=organisation) if mention.particle in ("과", "와", "") else None
    if line.role in ("title", "heading", "body"):
        organisations.note(incorporated(text, span))
    begun = section(masked, span, around)
    if begun:
        organisations.note_topic(begun, span)
    if line.role == "body":
        organisations.note(named_organisations(masked, span))
        for sentence in split_sentences(masked, line):
            topic = opening_topic(masked, sentence, around)
            if topic:
                organisations.note_topic(topic, sentence)
            organisations.note_host(host(masked, sentence, around), sentence)
            organisations.note_holder(holder(masked, sentence, around))
    elif line.role in ("title", "heading"):
        organisations.note(headline_organisations(masked, span))
        organisations.note_holder(titled_holder(masked, span, around))


def _surroundings(masked: str, lines: tuple[Line, ...]) -> Surroundings:
    """What one morphological analysis of the article, quotations left out, tells about its words."""
    return surroundings_of(masked, korean.analyse(_blank(masked, lines)))


def _blank(masked: str, lines: tuple[Line, ...]) -> str:
    """The readable lines with everything else as blanks: same length, so that offsets stay right."""
    kept = [" "] * len(masked)
    for line in lines:
        if line.role in ("title", "caption", "heading", "body"):
            kept[line.start : line.end] = masked[line.start : line.end]
    return "".join(kept).replace("\x01", " ").replace("\x02", " ")


def _quote(text: str, item: Quotation, kind: QuoteKind, said: Attributed | None) -> ParsedQuote:
    words = text[item.start : item.end]
    if not said:
        return ParsedQuote(item.start, item.end, words, kind)
    return ParsedQuote(item.start, item.end, words, kind, said.speakers, said.confidence, said.evidence)
