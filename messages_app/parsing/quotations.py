"""Pairs of quotation marks, tolerant of broken ones, and what each quotation is.

Marks are paired inside one paragraph; a quotation may run on over paragraphs where the next mark met is
its closing one. A mark without a partner costs its own sentence, never the rest of the article.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from messages_app.parsing.results import Line

OPEN_DOUBLE = "“„‟«〝"
CLOSE_DOUBLE = "”»〞"
STRAIGHT_DOUBLE = '"＂'
OPEN_SINGLE = "‘‚‛"
CLOSE_SINGLE = "’"
STRAIGHT_SINGLE = "'＇`´"
CORNERS = {"「": "」", "『": "』"}
DOUBLE = OPEN_DOUBLE + CLOSE_DOUBLE + STRAIGHT_DOUBLE
SINGLE = OPEN_SINGLE + CLOSE_SINGLE + STRAIGHT_SINGLE
MAX_LENGTH = 3000
# 그는" 고객이 먼저다”라고, 있다”면서 " 하지만 …”고: a blank on the wrong side of the mark, which opens all the same.
MISPLACED = re.compile(r"[은는이가서며고,]\s?[\"＂] [^\"“”\r\n]{8,600}[\"”]\s?이?라?(?:고|며|면서)")

SINGLE_CLOSES = re.compile(r"‘(?:이?라)?(?:고|며|면서)\s")  # “판단해야 한다‘며
QUOTES = re.compile(r"\s?이?라?(?:고|며|면서)(?![가-힣])")
# 하자“고: an opening mark where a closing one belongs.
REVERSED = re.compile(r"[“„〝]\s?(?:이?라?(?:고|며|면서)|이?라?는)(?![가-힣])")
# “지금은 "선택과 집중"을 할 때”: marks within marks, the other kind each time.
WITHIN_CURLY = re.compile(r"[\"＂][^\"＂“”\r\n]{1,60}[\"＂](?!\s?이?라?(?:고|며))(?=[^“\r\n]{0,600}”)")
# "모두 “선택과 집중”을 할 때", and "세계 "큰 다섯"으로 키우겠다"고, the same kind within.
WITHIN_STRAIGHT = re.compile(
    r"“[^“”\"＂\r\n]{1,60}”(?!\s?이?라?(?:고|며))(?=[^“”\"＂\r\n]{0,600}[\"＂])"
    r"|[\"＂][^\s\"＂“”][^\"＂“”\r\n]{0,30}[\"＂](?=(?:으로|로|을|를|이|가|은|는|의|에|와|과|도)\s"
    r"[^\"＂“”\r\n]{0,300}[\"＂]\s?이?라?(?:고|며|면서)(?![가-힣]))"
)


SENTENCE_END = re.compile(r"[.?!]$")


class Quotation(NamedTuple):
    """Words in marks: ``text[start:end]`` without them, ``text[outer_start:outer_end]`` with them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    double: bool


def find_quotations(text: str, lines: Sequence[Line]) -> list[Quotation]:
    """Outermost quotations of the given lines, in order, none overlapping.

    ``'그는 “‘빛’을 찾자”고 했다'`` -> one quotation, ``‘빛’을 찾자``.
    """
    found: list[Quotation] = []
    resume = 0
    for index, line in enumerate(lines):
        start = max(line.start, resume)
        if start >= line.end:
            continue
        found.extend(_in_line(text, start, line.end))
        tail = found[-1].outer_end if found and found[-1].outer_end > start else start
        running = _running_on(text, lines, index, tail)
        if running:
            found = [item for item in found if item.outer_end <= running.outer_start]
            found.append(running)
            found.extend(_in_line(text, running.outer_end, _line_end(lines, running.outer_end)))
            resume = _line_end(lines, running.outer_end)
    return found


def _line_end(lines: Sequence[Line], position: int) -> int:
    return next((line.end for line in lines if line.end >= position), position)


def _in_line(text: str, start: int, end: int) -> Iterator[Quotation]:
    position = start
    while position < end:
        character = text[position]
        closing = None
        if character in DOUBLE and _may_open(text, position, start, double=True):
            closing = _closing_double(text, position, end)
        elif character in SINGLE and _may_open(text, position, start, double=False):
            closing = _closing_single(text, position, end)
        elif character in CORNERS:
            closing = text.find(CORNERS[character], position, end)
        if closing is None or closing < 0:
            position += 1
            continue
        while _is_doubled(text, closing, end):
            closing += 1
        quotation = _quotation(text, position, closing)
        if quotation:
            yield quotation
        position = closing + 1


def _is_doubled(text: str, closing: int, end: int) -> bool:
    """Whether a closing mark stands twice: ``…하자””고``, ``…하자""고``; not ``""`` before other words."""
    if closing + 1 >= end or text[closing + 1] != text[closing]:
        return False
    straight = text[closing] in STRAIGHT_DOUBLE and bool(QUOTES.match(text, closing + 2, end))
    return text[closing] in CLOSE_DOUBLE or straight


def _quotation(text: str, opening: int, closing: int) -> Quotation | None:
    """The quotation between two marks, doubled marks and blanks left out; none if nothing is quoted."""
    double = text[opening] in DOUBLE
    marks = (DOUBLE if double else SINGLE) + " \t\u00a0\u200b\u3000"
    start, end = opening + 1, closing
    while start < end and text[start] in " \t\u00a0\u200b\u3000" + (DOUBLE if double else ""):
        start += 1
    while end > start and text[end - 1] in marks and (text[end - 1] not in SINGLE or double is False):
        end -= 1
    return Quotation(start, end, opening, closing + 1, double) if start < end else None


def _may_open(text: str, position: int, start: int, *, double: bool) -> bool:
    """Whether the mark at ``position`` can open: not one that only closes, an apostrophe or an inch."""
    character = text[position]
    before = text[position - 1] if position > start else " "
    after = text[position + 1 : position + 2]
    if double and character in STRAIGHT_DOUBLE and MISPLACED.match(text, position - 1 - before.isspace()):
        return True
    if not after or (after.isspace() and character not in OPEN_DOUBLE + OPEN_SINGLE):
        return False
    if character in OPEN_DOUBLE + OPEN_SINGLE:
        return True
    if character in CLOSE_DOUBLE + CLOSE_SINGLE:
        return before.isspace() and (double or not re.match(r"\d", after))
    if before.isdigit() and (not double or re.match(r"[\s,.)]|[인형]", after)):
        return False
    return double or not (before.isascii() and before.isalnum())


def _closing_double(text: str, opening: int, end: int) -> int | None:
    """Where the double quotation opened at ``opening`` closes, or None for a broken pair."""
    limit = min(end, opening + MAX_LENGTH)
    curly = text[opening] in OPEN_DOUBLE + CLOSE_DOUBLE
    fallback = None
    position = opening + 1
    while position < limit:
        character = text[position]
        within = character in DOUBLE and (WITHIN_CURLY if curly else WITHIN_STRAIGHT).match(text, position, end)
        if within and position > opening + 1 and text[position - 1].isspace():
            position = within.end()
            continue
        if character in CLOSE_DOUBLE:
            return position
        if character in OPEN_DOUBLE and position > opening + 1:
            return position if _closes_reversed(text, position, opening, end) else fallback
        if character in OPEN_SINGLE and _single_closes(text, position, opening, end):
            return position
        if character in STRAIGHT_DOUBLE:
            if _opens_anew(text, position, opening):
                return fallback
            if not curly:
                return position
            fallback = fallback or position
        if character in STRAIGHT_SINGLE and not curly and _straight_closes(text, position, opening, end):
            fallback = fallback or position
        position += 1
    return fallback


def _closes_reversed(text: str, position: int, opening: int, end: int) -> bool:
    """Whether an opening mark closes: ``“…하자“고``, and ``”…할 것“을`` whose pair stands the wrong way round."""
    backward = text[opening] in CLOSE_DOUBLE and not text[position - 1].isspace()
    return backward or bool(REVERSED.match(text, position, end))


def _single_closes(text: str, position: int, opening: int, end: int) -> bool:
    """``“판단해야 한다‘며``: a single mark in the place of the double one, none other being open."""
    within = text[opening:position]
    misplaced = SINGLE_CLOSES.match(text, position, end) and not within[-1].isspace()
    return bool(misplaced) and within.count("‘") == within.count("’")


def _straight_closes(text: str, position: int, opening: int, end: int) -> bool:
    """``"힘을 모으자'고``: a single mark before 고, none other being open, closes where no double mark does."""
    within = text[opening:position]
    even = sum(map(within.count, STRAIGHT_SINGLE + CLOSE_SINGLE + OPEN_SINGLE)) % 2 == 0
    return even and bool(QUOTES.match(text, position + 1, end))


def _opens_anew(text: str, position: int, opening: int) -> bool:
    """A straight mark after a blank and before a letter opens; its forerunner was never closed."""
    before, after = text[position - 1], text[position + 1 : position + 2]
    return position > opening + 1 and before.isspace() and bool(after) and not after.isspace() and after not in ".,)"


def _closing_single(text: str, opening: int, end: int) -> int | None:
    """Where a single quotation closes: not at an apostrophe, not beyond a double mark left open."""
    limit = min(end, opening + 400)
    position = opening + 1
    while position < limit:
        character = text[position]
        after = text[position + 1 : position + 2]
        if character in CLOSE_SINGLE + STRAIGHT_SINGLE:
            inside_word = (
                text[position - 1].isascii() and text[position - 1].isalnum() and after.isascii() and after.isalpha()
            )
            opens = text[position - 1].isspace() and after.strip()
            if opens:
                return None
            if not inside_word:
                return position
        if character in OPEN_SINGLE and position > opening + 1:
            return None
        position += 1
    return None


def _running_on(text: str, lines: Sequence[Line], index: int, tail: int) -> Quotation | None:
    """A quotation opened in this line and closed in a later one (each paragraph may repeat the opening mark)."""
    line = lines[index]
    broken = _broken_over(text, lines, index, tail)
    if broken:
        return broken
    opening = next((at for at in range(line.end - 1, tail - 1, -1) if text[at] in OPEN_DOUBLE), None)
    if opening is None:
        return None
    for later in lines[index + 1 : index + 8]:
        if later.role != "body":
            return None
        body = range(later.start, later.end)
        first = next((at for at in body if text[at] in DOUBLE), None)
        if first is not None and first == later.start and text[first] in OPEN_DOUBLE:
            first = next((at for at in body[1:] if text[at] in DOUBLE), None)
        if first is not None:
            return (
                _quotation(text, opening, first)
                if text[first] in CLOSE_DOUBLE and first - opening <= MAX_LENGTH
                else None
            )
    return None


def _broken_over(text: str, lines: Sequence[Line], index: int, tail: int) -> Quotation | None:
    """``그는 "힘을 모아`` and in the next line ``나아가자"고 했다``: straight marks, which only what follows tells apart.

    Or both lines hold nothing else: ``"힘을 모아`` and ``나아가면 좋겠다."``.
    """
    line, following = lines[index], lines[index + 1 : index + 2]
    opening = max(text.rfind(mark, tail, line.end) for mark in STRAIGHT_DOUBLE)
    if opening < 0 or not following or following[0].role != "body" or SENTENCE_END.search(text, opening, line.end):
        return None
    first = next((at for at in range(following[0].start, following[0].end) if text[at] in DOUBLE), None)
    opens = text[opening + 1 : opening + 2].strip() and not text[opening - 1 : opening].strip()
    framed = opening == line.start and first == following[0].end - 1
    if (
        first is None
        or not opens
        or text[first] not in STRAIGHT_DOUBLE
        or not (framed or QUOTES.match(text, first + 1))
    ):
        return None
    return _quotation(text, opening, first)
