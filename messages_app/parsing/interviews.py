"""Whose words a broadcaster prints under a name: ``[한가온/누리전자 사장]`` and below it ``“…”``."""

import re
from typing import NamedTuple

from messages_app.parsing.names import looks_like_organisation
from messages_app.parsing.people import find_mentions
from messages_app.parsing.results import Span, Speaker
from messages_app.parsing.surroundings import NOWHERE

CUE = r"(?:인터뷰|녹취|현장음|싱크|SYNC?|INT)"
# What stands before words in marks: ▶ 인터뷰 : 한가온 / 누리전자 사장, <인터뷰> 한가온(누리전자 사장) :, [한가온/누리전자 사장]
LABEL = re.compile(
    rf"(?:^|[>\]▶◀.]|\s)(?P<opening>[<\[(◀▶]?\s?{CUE}\s?[>\])▶◀]?\s?[:/]?\s?|[<\[◀▶]\s?|^)"
    r"(?P<who>[가-힣][^<>\[\]◀▶:“”\"\n=]{3,48}?)(?P<closing>\s?[>\]▶◀])?\s?[:：]?[\s-]*$"
)
APART = re.compile(r"(?P<left>[가-힣]{2,12}(?: [가-힣]{1,8})?)\s?[/(,]\s?(?P<right>[^/(),]{2,30})\)?")
LONGEST = 70


class Interviewed(NamedTuple):
    """Somebody named over their words, and the words that name them."""

    speaker: Speaker
    span: Span


def interviewed_before(text: str, line_start: int, quoted: int) -> Interviewed | None:
    """Who is named right before words in marks at ``quoted``, in their line or alone in the one above.

    ``▶ 인터뷰 : 한가온 / 누리전자 사장\\n- "…"``, ``<녹취> 한가온(누리전자 사장) : "…"`` -> 한가온, 누리전자, 사장.
    """
    start = max(line_start, quoted - LONGEST)
    if not text[line_start:quoted].strip(" \t-"):
        end = len(text[:line_start].rstrip())
        start = text.rfind("\n", 0, end) + 1
        quoted = end if end - start <= LONGEST else start
    match = LABEL.search(text[start:quoted])
    speaker = _named(match) if match else None
    return (
        Interviewed(speaker, Span(start + match.start("who"), start + match.end("who"))) if match and speaker else None
    )


def _named(label: re.Match[str]) -> Speaker | None:
    """``한가온 / 누리전자 사장``, ``한가온 사장/누리전자``; a name without a sign in it only between signs or after a cue."""
    apart = APART.fullmatch(label["who"])
    marked = label["opening"].strip() and (label["closing"] or len(label["opening"].strip()) > 1)
    if not apart:
        return _in_full(label["who"], label["who"]) if marked else None
    left, right = apart["left"], apart["right"]
    if looks_like_organisation(left) or ("," in label["who"] and not marked):  # 누리전자, 한가온 사장
        return None
    behind = _in_full(left, f"{left} {right}")
    if behind:
        return behind
    return _in_full(left.split(" ")[0], f"{right} {left}") if looks_like_organisation(right) else None


def _in_full(name: str, written: str) -> Speaker | None:
    """The one person of whom all words ``written`` tell, whose name comes first or is known to be ``name``."""
    mentions = list(find_mentions(written, 0, len(written), NOWHERE))
    if len(mentions) != 1 or mentions[0].form != "full" or mentions[0].end != len(written):
        return None
    found = mentions[0]
    called = name if written.startswith(f"{name} ") else found.names[0]
    rest = called.removeprefix(found.names[0]).strip()
    organisation = found.organisation.removeprefix(rest).strip()
    return Speaker(called, organisation or None, found.title or None)
