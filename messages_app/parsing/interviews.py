"""Whose words a broadcaster prints under a name: ``[한가온/누리전자 사장]`` and below it ``“…”``."""

import re
from typing import NamedTuple

from messages_app.parsing.lexicon import words
from messages_app.parsing.names import has_given_name, looks_like_name, looks_like_organisation
from messages_app.parsing.people import find_mentions
from messages_app.parsing.results import Span, Speaker
from messages_app.parsing.surroundings import NOWHERE

CUE = r"(?:인터뷰|녹취|현장음|싱크|SYNC?|INT)"
# What stands before words in marks: ▶ 인터뷰 : 한가온 / 누리전자 사장, <인터뷰> 한가온(누리전자 사장) :, [한가온/누리전자 사장]
LABEL = re.compile(
    rf"(?:^|[>\]▶◀.]|\s)(?P<opening>[<\[(◀▶]?\s?{CUE}\s?[>\])▶◀]?\s?[:/]?\s?|[<\[◀▶]\s?|^)"
    r"(?P<who>[가-힣][^<>\[\]◀▶:“”\"\n=]{2,48}?)(?P<closing>\s?[>\]▶◀])?\s?[:：]?[\s-]*$"
)
APART = re.compile(
    r"(?P<left>[가-힣]{2,12}(?: [가-힣]{1,8})?)\s?[/(,]\s?(?P<right>[^/(),]{2,30})\)?(?:\s?\((?:지난|오늘|어제)[^()]{0,12}\))?"
)
# Where somebody lives: 서울 가람동, 누리시 가람구 미르동
RESIDENCE = re.compile(r"(?:[가-힣]{2,8}\s){1,2}[가-힣]{1,6}[시군구읍면동리]")
LONGEST = 70
LONGEST_NAMED = 30
CHAIN = 20  # captions and words in turn, at most
WORDS_ALONE = re.compile(r"[-\s]*[“\"].*[”\"]\.?(?:\s?\(\d{2,4}년생\))?\s*")
POINTS_BACK = re.compile(r"이\s?같이|이처럼|이렇게|이와\s?같이|이\s?같은|이런")
NEXT_LINE = re.compile(r"\s*\n\s*(?P<line>[^\n]*[^\s])")


class Interviewed(NamedTuple):
    """Somebody named over their words, and the words that name them."""

    speaker: Speaker
    span: Span


def interviewed(text: str, line_start: int, quoted: int) -> Interviewed | None:
    """Who is named beside words in marks at ``quoted``: before them in their line, or alone in the line above or below.

    ``▶ 인터뷰 : 한가온 / 누리전자 사장\\n- "…"``, ``<녹취> 한가온(누리전자 사장) : "…"`` -> 한가온, 누리전자, 사장.
    """
    if text[line_start:quoted].strip(" \t-"):
        return _read(text, Span(max(line_start, quoted - LONGEST), quoted))
    line = Span(line_start, _line_end(text, quoted))
    below = _line_after(text, line) if _captions_stand_below(text, line) else None
    place = below or _line_before(text, line)
    return _read(text, place) or _alone_above(text, place, line)


def _alone_above(text: str, place: Span, said: Span) -> Interviewed | None:
    """A name and who that is as a whole line over words that are one too: ``한가온 누리전자 사장``.

    Where the line after the words says whose they are, ``도하람 회장은 이같이 말했다``, that goes before.
    """
    below = _line_after(text, said)
    if not WORDS_ALONE.fullmatch(text, said.start, said.end) or POINTS_BACK.search(text, below.start, below.end):
        return None
    content = text[place.start : place.end]
    name = content.partition(" ")[0]
    named = len(content) <= LONGEST_NAMED and looks_like_name(name) and has_given_name(name)
    speaker = _in_full(name, content) if named else None
    return Interviewed(speaker, place) if speaker else None


def _captions_stand_below(text: str, said: Span) -> bool:
    """Whether of words and captions in turn the words come first, and a caption last: ``“…”``, ``<한가온 누리전자 사장>``."""
    for _ in range(CHAIN):
        above = _line_before(text, said)
        if not _is_caption(text, above):
            break
        said = _line_before(text, above)
        if not WORDS_ALONE.fullmatch(text, said.start, said.end):
            return False
    for _ in range(CHAIN):
        below = _line_after(text, said)
        if not _is_caption(text, below) or text[below.start] not in "<[":
            return False
        said = _line_after(text, below)
        if not WORDS_ALONE.fullmatch(text, said.start, said.end):
            return True
    return False


def _line_before(text: str, line: Span) -> Span:
    end = len(text[max(0, line.start - 300) : line.start].rstrip()) + max(0, line.start - 300)
    return Span(text.rfind("\n", 0, end) + 1, end)


def _line_after(text: str, line: Span) -> Span:
    match = NEXT_LINE.match(text, line.end)
    return Span(match.start("line"), match.end("line")) if match else Span(len(text), len(text))


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text[position:end].rstrip()) + position if end >= 0 else len(text)


def _is_caption(text: str, line: Span) -> bool:
    """Whether a line has the shape of a caption, whomever it names."""
    match = LABEL.match(text[line.start : line.end]) if 0 < line.end - line.start <= LONGEST else None
    return bool(match and (APART.fullmatch(match["who"]) or _is_marked(match)))


def _read(text: str, place: Span) -> Interviewed | None:
    """Whom a caption names that ends a place of at most so many letters."""
    match = LABEL.search(text[place.start : place.end]) if place.end - place.start <= LONGEST else None
    speaker = _named(match) if match else None
    if not match or not speaker:
        return None
    return Interviewed(speaker, Span(place.start + match.start("who"), place.start + match.end("who")))


def _is_marked(label: re.Match[str]) -> bool:
    """Whether a caption stands between signs or after a cue: ``<한가온 누리전자 사장>``, ``인터뷰 : 한가온``."""
    return bool(label["opening"].strip() and (label["closing"] or len(label["opening"].strip()) > 1))


def _named(label: re.Match[str]) -> Speaker | None:
    """``한가온 / 누리전자 사장``, ``한가온 사장/누리전자``; a name without a sign in it only between signs or after a cue."""
    apart = APART.fullmatch(label["who"])
    marked = _is_marked(label)
    if (
        not apart
        and re.search(CUE, label["opening"])
        and looks_like_name(label["who"])
        and has_given_name(label["who"])
    ):
        return Speaker(label["who"], None, None)  # ◀INT▶한가온
    if not apart:
        return _in_full(label["who"], label["who"]) if marked else None
    left, right = apart["left"], apart["right"]
    if "," in label["who"] and not marked:  # 누리전자, 한가온 사장
        return None
    if _is_organisation(left, right):  # ▶ 인터뷰 : 누리구 / 한가온 구청장
        return _in_full("", f"{left} {right}") if marked else None
    behind = _in_full(left, f"{left} {right}")
    if behind:
        return behind
    return _in_full(left.split(" ")[0], f"{right} {left}") if looks_like_organisation(right) else None


def _is_organisation(left: str, right: str) -> bool:
    """``누리구`` beside ``한가온 구청장``; but ``한민구`` beside ``누리전자 사장`` is somebody, whatever the name ends in."""
    personal = looks_like_name(left) and has_given_name(left)
    return looks_like_organisation(left) and not (personal and not _in_full(right.split(" ")[0], right))


def _in_full(name: str, written: str) -> Speaker | None:
    """The one person of whom all words ``written`` tell, whose name comes first or is known to be ``name``."""
    bystander = _bystander(name, written)
    if bystander:
        return bystander
    mentions = list(find_mentions(written, 0, len(written), NOWHERE))
    if len(mentions) != 1 or mentions[0].form != "full" or mentions[0].end != len(written):
        return None
    found = mentions[0]
    called = name if written.startswith(f"{name} ") else found.names[0]
    rest = called.removeprefix(found.names[0]).strip()
    organisation = found.organisation.removeprefix(rest).strip()
    return Speaker(called, organisation or None, found.title or None)


def _bystander(name: str, written: str) -> Speaker | None:
    """``나은결 시민``, ``나은결 누리전자 신입사원``, ``나은결 서울 가람동``: somebody without an office, by what they are called."""
    if RESIDENCE.fullmatch(written.removeprefix(name).strip()) and looks_like_name(name) and has_given_name(name):
        return Speaker(name, None, None)
    middle, _, called = written.removeprefix(name).strip().rpartition(" ")
    known = called in words("bystanders.txt") and looks_like_name(name) and has_given_name(name)
    return Speaker(name, middle or None, called) if known else None
