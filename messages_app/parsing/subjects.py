"""What can be the subject of a sentence: people, pronouns, organisations, each with its strength."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from messages_app.parsing.people import (
    MASK,
    QUOTED,
    Mention,
    Surroundings,
    find_mentions,
    looks_like_name,
    looks_like_organisation,
)
from messages_app.parsing.results import Span, Speaker
from messages_app.parsing.roster import Person, Roster

PRONOUN = re.compile(
    r"(?<![가-힣])(?:그|그녀|그 역시|이 관계자|해당 관계자)(?P<particle>는|가|도|은|이|\s역시|\s또한)(?=[\s\x02,])"
)
OF_SPEECH = re.compile(
    r"\s?(?:설명|말|주장|생각|지적|판단|전언|입장|얘기|이야기|분석|전망|진단|다짐|포부|각오|평가|당부|신년사|메시지)"
)
ORGANISATION = re.compile(
    rf"(?P<name>[^\s{MASK}{QUOTED},.·…“”\"‘’'△▲]+?)(?:{MASK}*)(?P<particle>측은|측이|측도|측|은|는|이|가|도)(?=[\s{QUOTED},])"
)


class Subject(NamedTuple):
    """Somebody or something that may be speaking, where, how strongly, and why we think so."""

    start: int
    end: int
    speakers: tuple[Speaker, ...]
    people: tuple[str, ...]
    weight: int  # 4 person as topic, 3 person as subject, 2 organisation as topic, 1 organisation as subject
    reason: str
    confidence: float

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def find_subjects(
    masked: str, span: Span, roster: Roster, around: Surroundings, focus: "Subject | None"
) -> list[Subject]:
    """Every possible subject of one sentence in order. ``focus`` is whom a pronoun would mean."""
    mentions = list(find_mentions(masked, span.start, span.end, around))
    found = list(_people(masked, mentions, roster))
    found += _pronouns(masked, span, focus)
    taken = [(subject.start, subject.end) for subject in found] + [(mention.start, mention.end) for mention in mentions]
    found += [
        item
        for item in _organisations(masked, span, roster)
        if not any(a < item.end and item.start < b for a, b in taken)
    ]
    return sorted(found)


def _people(masked: str, mentions: list[Mention], roster: Roster) -> Iterator[Subject]:
    joined: list[tuple[Mention, list[Person]]] = []
    for mention in mentions:
        people = roster.see(mention)
        if mention.particle in ("과", "와"):
            joined.append((mention, people))
            continue
        if _speaks(masked, mention):
            together = joined and mention.start - joined[-1][0].end <= 3
            yield _person_subject(
                mention, [*(joined[-1][1] if together else []), *people], joined[-1][0] if together else mention, roster
            )
        joined = []


def _speaks(masked: str, mention: Mention) -> bool:
    if mention.is_subject:
        return True
    if mention.particle == "의":
        return bool(OF_SPEECH.match(masked, mention.end))
    return mention.particle == "" and masked[mention.end : mention.end + 2].startswith(
        (", ", " " + QUOTED, ":", " :", QUOTED)
    )


def _person_subject(mention: Mention, people: list[Person], first: Mention, roster: Roster) -> Subject:
    weight = 4 if mention.is_topic else 3
    if not people:
        speaker = Speaker(None, mention.organisation or None, mention.title or None)
        sure = 0.92 if mention.form == "unnamed" and mention.organisation else 0.6
        return Subject(mention.start, mention.end, (speaker,), (), weight, "unnamed_" + mention.form, sure)
    speakers = tuple(person.speaker() for person in people)
    names = tuple(person.name for person in people)
    confidence = 0.97
    if mention.form == "short" and (not mention.surname or roster.is_ambiguous(mention)):
        confidence = 0.8
    reason = "joint_subject" if len(people) > 1 else f"{mention.form}_name"
    return Subject(first.start, mention.end, speakers, names, weight, reason, confidence)


def _pronouns(masked: str, span: Span, focus: "Subject | None") -> Iterator[Subject]:
    for match in PRONOUN.finditer(masked, span.start, span.end):
        if focus:
            weight = 4 if match["particle"].strip() in ("는", "은", "도", "역시", "또한") else 3
            yield Subject(
                match.start(), match.end(), focus.speakers, focus.people, weight, "pronoun", min(focus.confidence, 0.95)
            )


def _organisations(masked: str, span: Span, roster: Roster) -> Iterator[Subject]:
    known = roster.organisations()
    for match in ORGANISATION.finditer(masked, span.start, span.end):
        name = match["name"]
        if len(name) < 2 or looks_like_name(name) and name not in known:
            continue
        if not (looks_like_organisation(name) or name in known):
            continue
        start = _extended_left(masked, span.start, match.start("name"))
        full = roster.full_organisation(re.sub(rf"[{MASK}]+", "", masked[start : match.end("name")]))
        weight = 2 if match["particle"] in ("은", "는", "도", "측은", "측도") else 1
        speaker = Speaker(None, full, None)
        yield Subject(start, match.end(), (speaker,), (), weight, "organisation", 0.85)


NAMED = re.compile(ORGANISATION.pattern.replace("측은|측이|측도|측|은|는|이|가|도", "은|는|이|가|의|을|를|에|와|과"))


def named_organisations(masked: str, span: Span) -> Iterator[tuple[int, str]]:
    """Organisations named on their own in a line, with where: for people whose company is not said."""
    for match in NAMED.finditer(masked, span.start, span.end):
        if len(match["name"]) >= 3 and looks_like_organisation(match["name"]):
            start = _extended_left(masked, span.start, match.start("name"))
            yield start, re.sub(rf"[{MASK}]+", "", masked[start : match.end("name")])


def _extended_left(masked: str, lowest: int, start: int) -> int:
    """Take in organisation words standing before: ``전국가람노동조합 누리지부``."""
    while True:
        before = re.search(r"([^\s\x01\x02,.·…]+) $", masked[max(lowest, start - 30) : start])
        if (
            not before
            or not looks_like_organisation(before.group(1))
            or re.search(r"[은는이가을를의]$", before.group(1))
        ):
            return start
        start -= len(before.group())
