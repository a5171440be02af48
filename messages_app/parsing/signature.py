"""Whose message it is: the signature under a speech, its title line, or how the speaker introduces himself."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from messages_app.parsing.lexicon import words
from messages_app.parsing.names import looks_like_name
from messages_app.parsing.people import Mention, find_mentions
from messages_app.parsing.results import Span, Speaker
from messages_app.parsing.sentences import mask
from messages_app.parsing.surroundings import surroundings_of

DATE_ALONE = re.compile(r"^(?:\d{4}\s?[년.\-/]|[가-힣]{2}년)[\s\d년월일.\-/]{0,12}(?:[가-힣]{2}년)?\s?(?:새해)?\s?(?:첫날|아침|원단|元旦|벽두)?\.?$")  # fmt: skip


class Named(NamedTuple):
    """A speaker and the words that name them."""

    speaker: Speaker
    span: Span


@cache
def _office_then_name() -> re.Pattern[str]:
    heads = "|".join(re.escape(word) for word in words("titles.txt"))
    office = rf"(?P<title>(?:{heads})(?:\s?(?:겸|및)?\s?(?:{heads}))*)"
    name = r"(?P<name>[가-힣](?:\s{0,2}[가-힣]){1,3}?)"
    return re.compile(
        rf"(?:^|[\s.,!])(?P<organisation>[^.,!?]{{2,30}}?)?\s?{office}\s{{1,3}}{name}\s?(?:올림|드림|배상|拜上|입니다|$)"
    )


def is_date_alone(content: str) -> bool:
    """Whether a line is nothing but a date: ``2025년 1월 2일``, ``2025년 새해 아침``."""
    return bool(DATE_ALONE.match(content))


def signature_in(text: str, span: Span) -> Named | None:
    """``가람그룹 회장 서도현`` or ``서도현 가람그룹 회장`` standing in ``span`` by itself, also letter-spaced and over lines.

    ``"가람그룹 회장\\n서 도 현"`` -> Speaker(서도현, 가람그룹, 회장).
    """
    piece = text[span.start : span.end]
    for match in _office_then_name().finditer(re.sub(r"[\r\n\t]", " ", piece)):
        name = re.sub(r"\s", "", match["name"])
        if looks_like_name(name):
            organisation = re.sub(r"\s+", " ", match["organisation"] or "").strip(" ㈜")
            title = re.sub(r"\s+", " ", match["title"])
            first = match.start("organisation") if match["organisation"] else match.start("title")
            return Named(
                Speaker(name, organisation or None, title), Span(span.start + first, span.start + match.end("name"))
            )
    return None


def named_in(text: str, spans: Iterable[Span]) -> Iterator[Named]:
    """People named with their office in lines such as the title: ``[전문] 가람그룹 서도현 회장 신년사``."""
    for span in spans:
        masked = mask(text[: span.end], ())
        around = surroundings_of(masked[span.start :])
        for mention in find_mentions(masked, span.start, span.end, around):
            if mention.form == "full":
                yield Named(_speaker(mention), Span(mention.start, mention.end))


def _speaker(mention: Mention) -> Speaker:
    return Speaker(mention.names[0], mention.organisation or None, mention.title or None)


def fullest(found: Sequence[Named]) -> Named:
    """The first of those naming the same person that also says the organisation."""
    same = [item for item in found if item.speaker.name == found[0].speaker.name]
    return next((item for item in same if item.speaker.organisation), same[0])
