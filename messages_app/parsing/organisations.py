"""Organisations by themselves: those that speak, those under discussion, the fullest form of each name."""

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from messages_app.parsing.lexicon import pairs, words
from messages_app.parsing.names import MASK, QUOTED, has_given_name, is_kind, looks_like_name, looks_like_organisation
from messages_app.parsing.results import Span
from messages_app.parsing.surroundings import Surroundings

# Names have an end: what runs on for more letters than this is none, and costs no time to find out.
NAME = rf"(?<![가-힣A-Za-z0-9&])(?P<name>[^\s{MASK}{QUOTED},.·…“”\"‘’'△▲=:#]{{1,30}}?)(?:{MASK}{{0,90}})"
LETTER = re.compile(
    rf"{NAME}의\s(?:서신|편지|서한|성명|입장문|보도자료|신년사|메시지)(?P<particle>에는|에서는|에서|은|는|에)(?=[\s{QUOTED},])"
)
SPEAKING = re.compile(rf"{NAME}(?P<particle>\s?측(?:에서는|에선|은|이|도)|은|는|이|가|도|에서는|에선)(?=[\s{QUOTED},])")
NAMED = re.compile(
    rf"{NAME}(?P<particle>은|는|이|가|도|의|을|를|에|와|과|\s(?:역시|노사|노조|임직원|[가-힣]{{0,6}}(?:본점|본사|사옥|사업장|공장|연수원|캠퍼스))[가-힣]{{0,2}})(?=[\s{QUOTED},])"
)
SECTION = re.compile(rf"[◇◆■□▶▷●○]\s?{NAME}\s?[=,:]")
# 아워미르는 지난 2일 …, 두리온 역시 …: what a sentence opens with
TOPIC = re.compile(rf"(?:[^\s=]{{1,12}}\s?=)?[\s◇◆■□▶▷▲△●○]*{NAME}(?P<particle>은|는|도|\s역시)(?=[\s{QUOTED},])")
# 편의점 업체 두리24는: the word before says what it is.
KIND_BEFORE = re.compile(
    r"(?:업체|기업|회사|계열사|자회사|관계사|운영사|운용사|스타트업|플랫폼|브랜드|업체인|기업인|회사인)\s$"
)
FEW = 10  # names at most among which different forms of one are looked for
PLACE = re.compile(r"[시도군구읍면동]$")  # 누리시 가람구 미르전자 본사
DEFINED = re.compile(
    r"(?P<full>[^\s()（）,]{2,20}(?: [가-힣]{2,8})?)\s?[(（](?:이하\s?)?[‘'\"]?(?P<short>[가-힣A-Z&+]{2,8})[’'\"]?[)）]"
)
HEADED = re.compile(
    rf"(?P<organisation>[^\s()（）,“”\"]{{2,20}})[(（](?P<title>(?:{'|'.join(words('titles.txt'))})(?:\s(?:{'|'.join(words('titles.txt'))}))*)\s?[:=·]?\s?(?P<names>[가-힣]{{2,4}}(?:[·,]\s?[가-힣]{{2,4}}){{0,3}})[)）]"
)
GENERIC_SUBJECT = re.compile(
    rf"(?<![가-힣A-Za-z])(?:(?:이|해당|그)\s)?(?P<name>{'|'.join(words('generic_organisations.txt'))})(?P<particle>\s?측(?:에서는|에선|은|이|도)|은|는|이|가|도)(?=[\s{QUOTED},])"
)


class SpeakingOrganisation(NamedTuple):
    """An organisation as subject; ``topic`` as in 은/는, ``certain`` where its shape or the article says it is one."""

    start: int
    end: int
    name: str
    topic: bool
    certain: bool


def speaking_organisations(
    masked: str, span: Span, known: Iterable[str], around: Surroundings
) -> Iterator[SpeakingOrganisation]:
    """``카카오는 “…”이라며`` and ``누리전자 측은``: what stands as subject of a sentence and is no person."""
    names = set(known)
    for match in SPEAKING.finditer(masked, span.start, span.end):
        name = match["name"]
        personal = _is_personal(name)
        start = _extended_left(masked, span.start, match.start("name"))
        nameless = is_generic(name) and start == match.start("name")
        if len(name) < 2 or (personal and name not in names) or nameless or _is_part(name, match["particle"]):
            continue
        introduced = KIND_BEFORE.search(masked, max(span.start, match.start("name") - 8), match.start("name"))
        certain = looks_like_organisation(name) or name in names or "측" in match["particle"] or bool(introduced)
        if not certain and (match.start("name") not in around.begun or name.endswith(words("titles.txt"))):
            continue
        whole = re.sub(rf"[{MASK}]+", "", masked[start : match.end("name")])
        topic = match["particle"].strip()[-1] in "은는도선"
        yield SpeakingOrganisation(start, match.end(), whole, topic, certain)


def _is_personal(name: str) -> bool:
    return looks_like_name(name) and has_given_name(name)


def writing_organisations(masked: str, span: Span) -> Iterator[SpeakingOrganisation]:
    """``누리당의 서신에는 “…”라고 적혔다``: whose letter or statement it is that speaks."""
    for match in LETTER.finditer(masked, span.start, span.end):
        if looks_like_organisation(match["name"]) and not is_generic(match["name"]):
            yield SpeakingOrganisation(match.start(), match.end(), match["name"], True, True)


def _is_part(name: str, particle: str) -> bool:
    """``연금 부문에서는`` and ``신년회에서는`` say where or when, not who."""
    place = particle in ("에서는", "에선", "에서")
    return is_gathering(name) or (place and name.endswith(("부문", "사업부", "분야", "본부")))


def generic_subjects(masked: str, span: Span) -> Iterator[SpeakingOrganisation]:
    """``회사는``, ``사측은``, ``이 회사는``: whichever organisation is under discussion."""
    for match in GENERIC_SUBJECT.finditer(masked, span.start, span.end):
        topic = match["particle"].strip()[-1] in "은는도선"
        yield SpeakingOrganisation(match.start(), match.end(), match["name"], topic, "측" in match["particle"])


def is_gathering(name: str) -> bool:
    """Whether a word that ends as organisations do means an occasion: 신년회, 청문회; not a guild: 가람약사회."""
    guild = name.endswith("사회") and name[:-1].endswith(words("titles.txt")) and not name.endswith("이사회")
    return name.endswith(words("gatherings.txt")) and not guild


def is_generic(name: str) -> bool:
    """Whether a word means an organisation without naming it: 회사, 그룹, 사측."""
    bare = re.sub(r"^(?:이|해당|그|같은)\s", "", name)
    generic = words("generic_organisations.txt")
    return bare in generic or re.sub(r"\s?측$", "", bare) in generic


def named_organisations(masked: str, span: Span) -> Iterator[tuple[int, str]]:
    """Organisations named on their own in a line, with where: for people whose company is not said."""
    for match in NAMED.finditer(masked, span.start, span.end):
        name = match["name"]
        long_enough = len(name) >= (2 if name.isascii() else 3)
        if (long_enough or is_generic(name)) and looks_like_organisation(name) and not is_gathering(name):
            start = _extended_left(masked, span.start, match.start("name"))
            if is_generic(name) and start == match.start("name"):
                continue
            whole = re.sub(rf"[{MASK}]+", "", masked[start : match.end("name")])
            if not is_kind(whole) and not whole.endswith("들"):
                yield start, whole


def section(masked: str, line: Span, around: Surroundings) -> tuple[int, str] | None:
    """Whose section begins: ``◇ 누리전자 = 지난해에 이어 …``, ``◆누리전자, 새해 첫발``."""
    match = SECTION.match(masked, line.start, line.end)
    known = match and (looks_like_organisation(match["name"]) or match.start("name") in around.begun)
    return (match.start("name"), match["name"]) if match and known and not _is_personal(match["name"]) else None


def opening_topic(masked: str, sentence: Span, around: Surroundings) -> tuple[int, str] | None:
    """What a sentence opens with as its topic, where it is a proper noun and nobody's name: ``미르온은 지난 2일 …``."""
    match = TOPIC.match(masked, sentence.start, sentence.end)
    if not match:
        return None
    name, start = match["name"], match.start("name")
    if _is_personal(name) or name.endswith(words("titles.txt")) or len(name) < 2:
        return None
    proper = start in around.begun or bool(re.match(r"[A-Z][A-Za-z&-]+$", name))
    known = is_generic(name) or is_gathering(name) or name in words("name_lookalikes.txt")
    known = known or (around.called[name] > 0 and not looks_like_organisation(name))
    return None if not proper or known or name in words("abbreviations.txt") else (start, name)


def headline_organisations(masked: str, span: Span) -> Iterator[tuple[int, str]]:
    """Organisations in a title or section heading, where particles are left out: ``누리전자, 새해 첫발``."""
    for match in re.finditer(rf"[^\s{MASK}{QUOTED},.·…“”\"‘’'△▲=:◇◆■□▶]+", masked[span.start : span.end]):
        word = re.sub(r"(?:은|는|이|가|의)$", "", match.group())
        if len(word) >= 3 and looks_like_organisation(word) and not is_generic(word) and not looks_like_name(word):
            yield span.start + match.start(), word


def _extended_left(masked: str, lowest: int, start: int) -> int:
    """Take in organisation words standing before: ``전국가람노동조합 누리지부``."""
    while True:
        before = re.search(r"([^\s\x01\x02,.·…]+) $", masked[max(lowest, start - 30) : start])
        if (
            not before
            or not looks_like_organisation(before.group(1))
            or PLACE.search(before.group(1))
            or re.search(r"[은는이가을를의에]$", before.group(1))
        ):
            return start
        start -= len(before.group())


class Head(NamedTuple):
    """Who heads an organisation, as in ``누리전자(대표 한가온)``."""

    start: int
    end: int
    organisation: str
    title: str
    names: tuple[str, ...]


def headed_organisations(text: str, span: Span) -> Iterator[Head]:
    """``누리전자(대표이사 사장 한가온)``, ``미르상공회의소(회장:도하람)``: the head in parentheses after the organisation."""
    for match in HEADED.finditer(text, span.start, span.end):
        names = tuple(re.split(r"[·,]\s?", match["names"]))
        if all(looks_like_name(name) for name in names):
            title = re.sub(r"\s+", " ", match["title"])
            yield Head(match.start(), match.end(), match["organisation"], title, names)


class Organisations:
    """Every organisation an article names, each with its fullest form."""

    def __init__(self) -> None:
        self.defined: dict[str, str] = {}
        self._named: list[tuple[int, str]] = []
        self._topics: list[tuple[int, str]] = []
        self._sentence_ends: dict[int, int] = {}
        self._longest: dict[str, str] = {}
        self._kinds: dict[str, list[tuple[int, str]]] = {}
        self._wholes: dict[str, str] = {}
        self._vocabulary: Counter[str] = Counter()
        self._headed: dict[str, list[tuple[str, int]]] = {}

    def note(self, found: Iterable[tuple[int, str]]) -> None:
        """Take down organisations named on their own, with where."""
        for item in found:
            insort(self._named, item)
            words_of = item[1].split(" ")
            for first in range(1, len(words_of)):
                short = " ".join(words_of[first:])
                self._longest[short] = max(item[1], self._longest.get(short, ""), key=len)
        self._kinds.clear()
        self._wholes.clear()

    def note_topic(self, found: tuple[int, str], sentence: Span) -> None:
        """Take down what a sentence opens with, which may be an organisation whatever its name looks like."""
        insort(self._topics, found)
        self._sentence_ends[found[0]] = sentence.end

    def note_definitions(self, text: str, lines: Sequence[Span]) -> None:
        """Take down short forms given in parentheses: ``가람상공회의소(가람상의)``."""
        for line in lines:
            for match in DEFINED.finditer(text, line.start, line.end):
                if is_abbreviation(match["short"], match["full"]):
                    self.defined[match["short"]] = match["full"]

    def fullest(self, short: str) -> str:
        """The fullest form the article gives: 누리지부 -> 전국가람노동조합 누리지부, 가람상의 -> 가람상공회의소."""
        return self.defined.get(short) or self._longest.get(short) or self._whole(short)

    def _whole(self, short: str) -> str:
        """The one name of the article that ends in a shorter one: 한국가람발전 for 가람발전, 누리당 미르시당 for 시당."""
        if short not in self._wholes:
            longer = self._headed_names.get(short, set())
            if len(short) > 1 and is_kind(short):
                longer = {name for name in self._counted if name.endswith(short) and name != short}
            self._wholes[short] = next(iter(longer)) if len(longer) == 1 else short
        return self._wholes[short]

    def before(self, position: int) -> str | None:
        """The organisation named last before a place."""
        return _last_before(self._named, position)

    def note_vocabulary(self, vocabulary: Counter[str]) -> None:
        """Take down how often each word is written, to find what an office is of: 누리군 for a 군수."""
        self._vocabulary = vocabulary

    def headed_by(self, title: str, taken: Container[str] = ()) -> str | None:
        """What the holder of an office heads by its name, written most: ``군수`` -> 누리군, ``행장`` -> 누리은행.

        None of those ``taken``, which somebody else heads.
        """
        unit = pairs("united_offices.tsv").get(title)
        if not unit:
            return None
        if unit not in self._headed:
            self._headed[unit] = self._of_unit(unit).most_common()
        left = ((name, count) for name, count in self._headed[unit] if name not in taken)
        best, count = next(left, ("", 0))
        return best if count > (len(unit) == 1) else None

    def _of_unit(self, unit: str) -> Counter[str]:
        """How often each name of a kind is written, with a particle or without: 누리은행, 누리은행의."""
        found: Counter[str] = Counter()
        for word, count in self._vocabulary.items():
            name = re.sub(r"[은는이가을를의에도]$", "", word) if len(unit) > 1 and not word.endswith(unit) else word
            if _is_of_unit(name, unit):
                found[name] += count
        return found

    def opening_sentence_of(self, position: int) -> str | None:
        """The topic that opens the sentence of a place: ``누리는 한가온 회장과 …``."""
        found = _last(self._topics, position)
        return found[1] if found and position < self._sentence_ends[found[0]] else None

    def is_topic(self, name: str | None) -> bool:
        """Whether a sentence opens with it."""
        return name in self._topic_names

    def talked_of(self, position: int) -> str | None:
        """The organisation named last before a place, or a topic named nearer to it."""
        return max(filter(None, (_last(self._named, position), _last(self._topics, position))), default=(0, None))[1]

    def only_named(self) -> str | None:
        """The one organisation that the article names at all."""
        names = {self.fullest(name) for name in self._counted} if len(self._counted) < FEW else set()
        return names.pop() if len(names) == 1 else None

    def most_named(self) -> str | None:
        """The organisation named most often, if any is named twice."""
        counted = self._counted.most_common(1)
        return counted[0][0] if counted and counted[0][1] > 1 else None

    @cached_property
    def _counted(self) -> Counter[str]:
        """How often each is named; asked only when all are taken down, as those below."""
        return Counter(name for _, name in self._named)

    @cached_property
    def _topic_names(self) -> frozenset[str]:
        return frozenset(name for _, name in self._topics)

    @cached_property
    def _headed_names(self) -> dict[str, set[str]]:
        """Names with a head, by what follows it: 한국가람발전 under 가람발전."""
        found: dict[str, set[str]] = {}
        for name in self._counted:
            for head in words("name_heads.txt"):
                if name.startswith(head) and len(name) > len(head) + 1:
                    found.setdefault(name.removeprefix(head).strip(), set()).add(name)
        return found

    def of_kind(self, kind: str, position: int) -> str | None:
        """The last organisation before a place whose name ends so: 그룹 -> 가람그룹."""
        if kind not in self._kinds:
            self._kinds[kind] = [item for item in self._named if item[1].endswith(kind)]
        return _last_before(self._kinds[kind], position)


def _is_of_unit(word: str, unit: str) -> bool:
    named = len(word) >= len(unit) + (1 if len(unit) > 1 else 2)
    return named and word.endswith(unit) and not is_gathering(word) and not is_generic(word)


def _last(named: list[tuple[int, str]], position: int) -> tuple[int, str] | None:
    number = bisect_left(named, (position, ""))
    return named[number - 1] if number else None


def _last_before(named: list[tuple[int, str]], position: int) -> str | None:
    found = _last(named, position)
    return found[1] if found else None


def is_abbreviation(short: str, full: str) -> bool:
    """Whether the letters of ``short`` stand in this order in ``full``, from its first: 가람상의 in 가람상공회의소."""
    if len(short) >= len(full) or short[:1] != full[:1]:
        return False
    letters = iter(full)
    return all(letter in letters for letter in short)
