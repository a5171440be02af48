"""The message itself, printed in full without marks around it: every paragraph is its speaker's words.

A speech is told from a report by its sentences (…습니다, …합시다 to 여러분, nobody who 말했다) and by
its frame: a title that says 전문 or 신년사, a greeting, a signature. A speech appended to a report is
no such article: there the report's own quotations are what was found worth quoting.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from messages_app.parsing.cleaning import MAIL, TAIL_MARK
from messages_app.parsing.results import Line, Span
from messages_app.parsing.signature import Named, fullest, is_date_alone, named_in, signature_in

GREETING = re.compile(r"여러분(?:께|들께|들)?\s?(?:[!,.]|안녕|새해|$)|^안녕하(?:십니까|세요)|여러분(?:,|!|께)")
TO_LISTENERS = re.compile(r"(?:니다|시다|십시오|십시요|세요|까요|니까|봅시다|랍니다|어요|아요|해요|여러분)\s?[.!?…]")
SENTENCE = re.compile(r"[가-힣][.!?](?=\s|$|[가-힣“\"])")
SAID = "말했|밝혔|강조했|전했|설명했|당부했|덧붙였|주문했|역설했|발표했|다짐했|제시했|언급했"
REPORTED = re.compile(rf"(?:{SAID})다[.]|[”\"’']\s?(?:이?라)?(?:고|며|면서)\s[^.]{{0,40}}(?:{SAID})습니다[.]")
PLAIN = re.compile(r"(?<!니)다[.](?=\s|$|[가-힣“\"])")
OCCASION = re.compile(r"전문|신년사|신년\s?인사|신년\s?메시지|송년사|새해\s?(?:인사|메시지)|취임사|기념사")
LABEL = re.compile(r"(?<![가-힣])전문(?![가-힣]{2})")
QUOTED_CLAUSE = re.compile(r"[“\"][^“”\"\n]{15,}[”\"]")  # marks tell what is quoted, unless the paste says 전문
INTRODUCTION = re.compile(r"전문(?:이다|입니다|을|\b|[.:<>\]])")
OPENING = re.compile(
    r"(?:(?:사랑하는|존경하는|친애하는|자랑스러운|소중한|안녕하십니까|안녕하세요)[^.!?]{0,40})?[^.!?\]]{0,30}여러분|안녕하(?:십니까|세요)"
)
LEAST_SENTENCES = 5


class FullText(NamedTuple):
    """The paragraphs of a speech, whose it is, the words that say so, and how sure that is."""

    paragraphs: tuple[Span, ...]
    named: Named | None
    confidence: float
    lines: tuple[Line, ...]


def find_full_text(text: str, lines: Sequence[Line]) -> FullText | None:
    """The speech that an article is, or None for an article about one.

    ``"[전문] 가람그룹 서도현 회장 신년사\\n임직원 여러분!\\n… 감사합니다.\\n가람그룹 회장 서도현"`` -> the
    paragraphs from the greeting to the thanks, by 서도현.
    """
    first = next((at for at, line in enumerate(lines) if _greets(text, line)), None)
    if first is None:
        return None
    last = _last_paragraph(text, lines, first)
    kept = [line for line in lines[first : last + 1] if line.role == "body" or _is_spoken(text, line)]
    named, confidence = _speaker(text, lines, first, last)
    if not _is_speech(text, lines, first, kept, signed=confidence > 0.95):
        return None
    paragraphs = _paragraphs(text, kept)
    reread = tuple(_reread(text, line, number, first, last) for number, line in enumerate(lines))
    return FullText(paragraphs, named, confidence, reread)


def _greets(text: str, line: Line) -> bool:
    return line.role in ("body", "heading", "noise", "title") and bool(GREETING.search(text[line.start : line.end]))


def _is_spoken(text: str, line: Line) -> bool:
    content = text[line.start : line.end]
    return bool(TO_LISTENERS.search(content)) and line.role != "caption" or bool(GREETING.search(content))


def _last_paragraph(text: str, lines: Sequence[Line], first: int) -> int:
    """Where the speech ends: before its date or signature, the reporter, the foot of the page."""
    last = first
    for number in range(first + 1, len(lines)):
        line = lines[number]
        content = text[line.start : line.end]
        foot = TAIL_MARK.search(content) and len(content) < 150 or MAIL.search(content) or line.role == "byline"
        if foot or is_date_alone(content) or (len(content) < 40 and signature_in(text, Span(line.start, line.end))):
            break
        if line.role == "body" or _is_spoken(text, line):
            last = number
    return last


def _is_speech(text: str, lines: Sequence[Line], first: int, kept: Sequence[Line], *, signed: bool) -> bool:
    before = [text[line.start : line.end] for line in lines[:first]]
    words = "\n".join(text[line.start : line.end] for line in kept)
    sentences = len(SENTENCE.findall(words))
    opening = OPENING.search(words)
    report = "\n".join([*before, words[: opening.start()] if opening else ""])
    if sentences < LEAST_SENTENCES or REPORTED.search(report) or len(PLAIN.findall(report)) > 1:
        return False
    labelled = any(LABEL.search(content) for content in before)
    if REPORTED.search(words) or (QUOTED_CLAUSE.search(words) and not labelled):
        return False
    framed = any(OCCASION.search(content) for content in before) or OCCASION.search(words[:80])
    return bool(framed or signed) and len(TO_LISTENERS.findall(words)) * 10 >= sentences * 6


def _speaker(text: str, lines: Sequence[Line], first: int, last: int) -> tuple[Named | None, float]:
    """Whose speech: the signature, how the speaker introduces himself, the lines above."""
    found = [named for named in (_signed(text, lines, last), _introduced(text, lines[first : last + 1])) if named]
    signed = bool(found)
    found += named_in(text, [Span(line.start, line.end) for line in lines[:first] if line.role != "noise"])
    if not found:
        return None, 0.2
    agreed = len({item.speaker.name for item in found}) == 1
    return fullest(found), 0.97 if signed and agreed else 0.96 if signed else 0.93 if agreed else 0.7


def _signed(text: str, lines: Sequence[Line], last: int) -> Named | None:
    """The signature in the three lines after the speech, or at the end of its last paragraph."""
    after = [line for line in lines[last + 1 : last + 4] if not is_date_alone(text[line.start : line.end])]
    if after and len(text[after[0].start : after[0].end]) < 40:
        named = signature_in(text, Span(after[0].start, after[min(1, len(after) - 1)].end)) or next(
            named_in(text, [Span(after[0].start, after[0].end)]), None
        )
        if named:
            return named
    end = _spoken_end(text, lines[last])
    return signature_in(text, Span(end, lines[last].end)) if end < lines[last].end else None


def _introduced(text: str, speech: Sequence[Line]) -> Named | None:
    """``안녕하십니까, 가람그룹 회장 서도현입니다`` in one of the first two paragraphs."""
    for line in speech[:2]:
        for match in re.finditer(r"[^.!?,]{4,50}?입니다", text[line.start : line.end][:200]):
            named = signature_in(text, Span(line.start + match.start(), line.start + match.end()))
            if named:
                return named
    return None


def _spoken_end(text: str, line: Line) -> int:
    ends = [match.end() for match in TO_LISTENERS.finditer(text, line.start, line.end)]
    return ends[-1] if ends else line.end


def _paragraphs(text: str, kept: Sequence[Line]) -> tuple[Span, ...]:
    """The lines of the speech, without what an editor put before the greeting or the signature after the end."""
    spans = [Span(line.start, line.end) for line in kept]
    opening = next((match.start() for match in OPENING.finditer(text, kept[0].start, kept[0].end)), kept[0].start)
    if REPORTED.search(text, kept[0].start, opening) or INTRODUCTION.search(text, kept[0].start, opening):
        start = opening + len(text[opening:]) - len(text[opening:].lstrip())
        spans[0] = Span(start, spans[0].end)
    end = _spoken_end(text, kept[-1])
    if signature_in(text, Span(end, kept[-1].end)):
        spans[-1] = Span(spans[-1].start, end)
    return tuple(spans)


def _reread(text: str, line: Line, number: int, first: int, last: int) -> Line:
    """Roles as the speech shows them: its short lines are body, ``2026년 신년사`` over it is a title, nothing after it is body."""
    if number > last:
        return replace(line, role="noise") if line.role in ("body", "heading") else line
    if number < first:
        occasion = line.role == "noise" and OCCASION.search(text, line.start, line.end)
        return replace(line, role="title") if occasion else line
    return replace(line, role="body") if line.role == "title" or _is_spoken(text, line) else line
