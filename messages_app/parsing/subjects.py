"""What can be the subject of a sentence: people, pairs of people, pronouns, organisations, each with its strength."""

import re
from collections.abc import Iterator

from messages_app.parsing.discourse import Discourse, Subject
from messages_app.parsing.lexicon import words
from messages_app.parsing.names import MASK, QUOTED, is_kind
from messages_app.parsing.organisations import (
    SpeakingOrganisation,
    generic_subjects,
    is_generic,
    speaking_organisations,
    writing_organisations,
)
from messages_app.parsing.people import Mention, find_mentions
from messages_app.parsing.results import Span, Speaker
from messages_app.parsing.roster import Person

PRONOUN = re.compile(
    r"(?<![가-힣])(?P<who>그|그녀|이 관계자|해당 관계자)(?P<particle>는|가|도|은|이|\s역시|\s또한)(?=[\s\x02,])"
)
OF_SPEECH = re.compile(
    r"\s?(?:\d{1,2}일\s)?(?:설명|말|주장|생각|지적|판단|전언|입장|얘기|이야기|분석|전망|진단|다짐|포부|각오|평가|당부|신년사|메시지|일성|소신|철학)(?![을를]\s(?:인용|빌|소개|떠올|전하|들))"
)
IN_WHOSE_NAME = re.compile(r"\s?(?:공동\s?)?(?:명의|이름)(?:로|의)")
# 한가온 누리경찰서장 시무식 축사에서 “…”: the particle left out
OCCASION = re.compile(rf"\s(?:[가-힣]{{2,6}}\s){{0,2}}[가-힣]{{2,6}}(?:에서|통해)\s{QUOTED}")
STRAIGHT_AFTER = re.compile(rf"\s?(?:(?:[가-힣\d]{{2,6}}\s){{0,2}}[가-힣]{{2,6}}(?:에서|통해)\s)?{QUOTED}")
TITLES = "|".join(words("titles.txt"))
COLLECTIVE = re.compile(
    rf"(?<![가-힣])(?:(?P<count>두|세|네|양)\s?(?:사람|인물|회사\s?(?:대표|수장|CEO)|사\s?(?:측|{TITLES}|수장)|수장|경영자|경영인|(?:(?:공동|각자)\s)?(?:{TITLES}))|이들(?:\s(?:두|세)?\s?(?:사람|{TITLES}))?|(?<![가-힣A-Za-z0-9]\s)(?:공동|각자)\s?대표(?:이사)?)"
    rf"(?:들)?(?P<particle>은|는|이|가|도|모두|께서는|\s역시|\s또한)(?=[\s{QUOTED},])"
)
CIRCLE = re.compile(
    rf"(?<![가-힣])(?P<circle>(?:{'|'.join(words('collectives.txt'))}|[가-힣]{{1,6}}업계))(?:\s?(?:안팎|일각|전반))?(?:에서는|에선|은|는|이|가)(?=[\s{QUOTED},])"
)
RECALLED = re.compile(r"의\s(?:말|말씀|어록|글|발언|표현|일화)[을를]\s(?:인용|빌|떠올|되새|소개|언급)")
LATE = re.compile(rf"(?<![가-힣])(?:고|故){MASK}*\s?$")
AMONG_OTHERS = re.compile(rf"\s?등(?![가-힣])|[,·ㆍ](?!\s?{QUOTED})")
BARE_NAME = re.compile(rf"(?<![가-힣])(?P<name>[가-힣]{{3,4}})(?P<particle>은|는|이|가|도)(?=[\s{QUOTED},])")
COUNTS = {"두": 2, "양": 2, "세": 3, "네": 4}


def find_subjects(span: Span, known: Discourse) -> list[Subject]:
    """Every possible subject of one sentence in order, short forms resolved by what was said before."""
    found = list(_collectives(span, known))
    mentions = [item for item in find_mentions(known.masked, span.start, span.end, known.around) if _free(item, found)]
    found += _people(mentions, known)
    found += _pronouns(span, known)
    taken = bytearray(span.end - span.start)  # one for every letter that names somebody already
    for start, end in [(item.start, item.end) for item in found] + [(item.start, item.end) for item in mentions]:
        _take(taken, start - span.start, end - span.start)
    for subject in (*_bare_names(span, known), *_organisations(span, known)):
        start, end = subject.start - span.start, subject.end - span.start
        if taken.find(1, start, end) < 0:
            found.append(subject)
            _take(taken, start, end)
    return sorted(found)


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\x01" * (end - start)


def _free(mention: Mention, found: list[Subject]) -> bool:
    return not any(subject.start < mention.end and mention.start < subject.end for subject in found)


def _collectives(span: Span, known: Discourse) -> Iterator[Subject]:
    """``두 대표는``, ``양사 대표는``, ``이들은``: the people just named, as many as the word says."""
    for match in COLLECTIVE.finditer(known.masked, span.start, span.end):
        if match["count"] == "양" and known.roster.calls("양"):
            continue
        topic = match["particle"] not in ("이", "가")
        joint = known.focus if known.focus and len(known.focus.speakers) > 1 else None
        people: tuple[Speaker, ...] = ()
        count = COUNTS.get(match["count"] or "", 0)
        if joint and count in (0, len(joint.speakers)):
            people = joint.speakers
        elif count:
            people = tuple(person.speaker() for person in known.roster.latest(count, match.start()))
        if len(people) > 1:
            confidence = 0.93 if joint else 0.85
            yield Subject(match.start(), match.end(), people, 4 if topic else 3, "joint_subject", confidence)


def _people(mentions: list[Mention], known: Discourse) -> Iterator[Subject]:
    joined: list[tuple[Mention, list[Person]]] = []
    for mention in mentions:
        listed = _is_among_others(known.masked, mention) or _is_recalled(known.masked, mention)
        people = known.roster.see(mention, listed=listed)
        if joined and mention.start - joined[-1][0].end > 3:  # a particle, a comma and a blank
            joined = []
        together = _listed(known.masked, mention, mentions) or _also(known.masked, mention, mentions)
        if mention.particle in ("과", "와") or together:
            joined.append((mention, people))
            continue
        if _speaks(known.masked, mention):
            others = [person for _, before in joined for person in before]
            first = joined[0][0] if joined else mention
            yield _person_subject(mention, [*others, *people], first, known)
        joined = []


def _is_among_others(masked: str, mention: Mention) -> bool:
    """``한가온 회장과``, ``한가온 회장,`` or ``한가온 회장 등`` in a list of those present: no one is told of by that."""
    alone = mention.particle == "" and AMONG_OTHERS.match(masked, mention.end)
    return bool(alone) or mention.particle in ("과", "와")


def _is_recalled(masked: str, mention: Mention) -> bool:
    """``고(故) 한다솔 명예회장의 말을 인용해``: somebody whose words another recalls; 한 회장 does not mean them further on."""
    recalled = mention.particle == "의" and RECALLED.match(masked, mention.end)
    return bool(recalled or LATE.search(masked, max(0, mention.start - 8), mention.start))


def _listed(masked: str, mention: Mention, mentions: list[Mention]) -> bool:
    """``가 사장, 나 부사장은``: a comma between two named people and nothing else."""
    after = masked[mention.end : mention.end + 2]
    if mention.particle == "" and after[:1] in ("·", "ㆍ"):
        return any(item.start == mention.end + 1 for item in mentions)
    return (
        mention.particle == ""
        and after in (", ", "· ")
        and any(item.start == mention.end + 2 and item.names for item in mentions)
    )


def _also(masked: str, mention: Mention, mentions: list[Mention]) -> bool:
    """``한 사장도, 도 회장도 “…”고``: both speak."""
    return mention.particle == "도" and any(
        item.particle == "도" and masked[mention.end + 1 : item.start] in (", ", " ") for item in mentions
    )


def _speaks(masked: str, mention: Mention) -> bool:
    if mention.is_subject or IN_WHOSE_NAME.match(masked, mention.end):
        return True
    if mention.particle == "의":
        return bool(OF_SPEECH.match(masked, mention.end + 1))
    if mention.form == "full" and mention.particle == "" and OCCASION.match(masked, mention.end):
        return True
    return mention.particle == "" and masked[mention.end : mention.end + 3].startswith(
        (", " + QUOTED, "," + QUOTED, " " + QUOTED, ":", " :", QUOTED, "=", " =")
    )


def _person_subject(mention: Mention, people: list[Person], first: Mention, known: Discourse) -> Subject:
    weight = 4 if mention.is_topic else 3
    if not people:
        return _nameless(mention, weight, known)
    speakers = tuple(dict.fromkeys(person.speaker() for person in people))
    confidence = 0.97 if mention.form != "short" else _short_form_confidence(mention, people, known)
    if mention.doubtful or any(person.guessed for person in people):
        confidence = min(confidence, 0.88)
    reason = "joint_subject" if len(speakers) > 1 else f"{mention.form}_name"
    return Subject(first.start, mention.end, speakers, weight, reason, confidence)


def _short_form_confidence(mention: Mention, people: list[Person], known: Discourse) -> float:
    """Less for an office without a family name, for namesakes, and for somebody only named further down."""
    if any(person.first_seen > mention.start for person in people):
        return 0.6
    if not any(person.holds(mention.title) for person in people):
        return 0.85
    sure = known.roster.knows_by_name(mention) and not known.roster.is_ambiguous(mention)
    return 0.97 if sure else 0.8


def _nameless(mention: Mention, weight: int, known: Discourse) -> Subject:
    """``누리전자 관계자는``, ``회사 관계자는``; or an office whose holder the article does not name."""
    organisation: str | None = mention.organisation or None
    if organisation and is_generic(organisation):
        organisation = known.meant_by(organisation, mention.start) or organisation
    elif organisation:
        organisation = known.organisations.fullest(organisation)
    organisation = organisation or known.organisations.headed_by(mention.title)
    official = mention.form == "unnamed"
    unresolved = not organisation or is_generic(organisation)
    confidence = 0.92 if official and mention.organisation == organisation else 0.85 if official else 0.6
    reason = "unnamed_official" if official else "office"
    speaker = Speaker(None, organisation, mention.title or None)
    return Subject(mention.start, mention.end, (speaker,), weight, reason, 0.6 if unresolved else confidence)


def _pronouns(span: Span, known: Discourse) -> Iterator[Subject]:
    for match in PRONOUN.finditer(known.masked, span.start, span.end):
        if known.person:
            weight = 4 if match["particle"].strip() in ("는", "은", "도", "역시", "또한") else 3
            confidence = min(known.person.confidence, 0.95)
            yield Subject(match.start(), match.end(), known.person.speakers, weight, "pronoun", confidence)


def _bare_names(span: Span, known: Discourse) -> Iterator[Subject]:
    """``한가온은 “…”``, whom the article has named with an office before."""
    for match in BARE_NAME.finditer(known.masked, span.start, span.end):
        person = known.roster.people.get(match["name"])
        if person and person.first_seen < match.start():
            weight = 4 if match["particle"] in ("은", "는", "도") else 3
            person.last_seen = person.last_told = match.start()
            yield Subject(match.start(), match.end(), (person.speaker(),), weight, "full_name", 0.95)


def _says_itself(masked: str, item: SpeakingOrganisation) -> bool:
    """``누리은행은 “…”``, ``누리은행은 보도자료에서 “…”``: nothing else between; not ``반도체는 “…”``, which is a thing."""
    named = item.certain and item.topic and len(item.name) > 2 and not is_kind(item.name)
    return named and bool(STRAIGHT_AFTER.match(masked, item.end))


def _organisations(span: Span, known: Discourse) -> Iterator[Subject]:
    for match in CIRCLE.finditer(known.masked, span.start, span.end):
        circle = Speaker(None, match["circle"], None)
        strength = 1 if match.group()[-1] in "이가" else 2
        yield Subject(match.start(), match.end(), (circle,), strength, "organisation", 0.7)
    speaking = speaking_organisations(known.masked, span, known.roster.organisations(), known.around)
    for item in (*writing_organisations(known.masked, span), *speaking):
        full = known.organisations.fullest(item.name)
        weight = (2 if item.topic else 1) - (0 if item.certain else 0.5)
        confidence = 0.92 if _says_itself(known.masked, item) else 0.85 if item.certain else 0.6
        yield Subject(item.start, item.end, (Speaker(None, full, None),), weight, "organisation", confidence)
    for item in generic_subjects(known.masked, span):
        full = known.meant_by(item.name, item.start) or ""
        if full:
            weight = 2 if item.topic else 1
            yield Subject(item.start, item.end, (Speaker(None, full, None),), weight, "organisation_meant", 0.8)
