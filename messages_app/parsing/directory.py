"""The organisations of one article: each with its fullest form, what is talked of where, what an office is of."""

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from functools import cached_property

from messages_app.parsing.lexicon import pairs, words
from messages_app.parsing.names import is_abbreviation, is_kind, looks_like_organisation
from messages_app.parsing.organisations import is_gathering, is_generic
from messages_app.parsing.results import Span
from messages_app.parsing.surroundings import SPOKEN_OF

FEW = 10  # names at most among which different forms of one are looked for
DEFINED = re.compile(
    r"(?P<full>[^\s()（）,\[\]<>]{2,20}(?: [가-힣]{2,8})?)\s?[(（](?:(?:[^()（）,·]{2,24}[,·]\s?)?(?P<called>이하\s?))?"
    r"[‘'\"]?(?P<short>[가-힣A-Z&+]{2,8})[’'\"]?(?:(?<=[가-힣A-Z’'\"]),\s?[^()（）]{2,24})?[)）]"
)


class Organisations:
    """Every organisation an article names, each with its fullest form."""

    def __init__(self) -> None:
        self.defined: dict[str, str] = {}
        self._named: list[tuple[int, str]] = []
        self._topics: list[tuple[int, str]] = []
        self._sentence_ends: dict[int, int] = {}
        self._hosts: list[tuple[Span, str]] = []
        self._holders: set[str] = set()
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

    def note_host(self, name: str | None, sentence: Span) -> None:
        """Take down whose occasion a sentence tells of, if anybody's."""
        if name:
            self._hosts.append((sentence, name))

    def host_at(self, position: int) -> str | None:
        """Whose occasion the sentence of a place tells of: ``한가온 회장은 누리 시무식에서 …``."""
        return next((name for sentence, name in self._hosts if sentence.start <= position < sentence.end), None)

    def note_holder(self, name: str | None) -> None:
        """Take down who holds an occasion, if anybody."""
        if name:
            self._holders.add(name)

    def only_holder(self) -> str | None:
        """The one whose occasion the whole article tells of."""
        return next(iter(self._holders)) if len(self._holders) == 1 else None

    def note_definitions(self, text: str, lines: Sequence[Span]) -> None:
        """Take down short forms given in parentheses: ``가람상공회의소(가람상의)``."""
        for line in lines:
            for match in DEFINED.finditer(text, line.start, line.end):
                if is_abbreviation(match["short"], match["full"], called=bool(match["called"])):
                    self.defined[match["short"]] = match["full"]
                    if match["called"] and looks_like_organisation(match["full"]):
                        self.note([(match.start(), match["full"])])

    def fullest(self, short: str) -> str:
        """The fullest form the article gives: 누리지부 -> 전국가람노동조합 누리지부, 가람상의 -> 가람상공회의소."""
        return self.defined.get(short) or self._longest.get(short) or self._whole(self._as_written(short))

    def _as_written(self, name: str) -> str:
        """``가람위원회`` out of a 가람위원장 where the article itself writes 가람위: that; else the name."""
        short = name.removesuffix("원회")
        if not name.endswith("위원회") or self._writes(name) or not self._writes(short):
            return name
        return short

    def _writes(self, word: str) -> bool:
        return any(self._vocabulary[word + ending] for ending in ("", *SPOKEN_OF))

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
        left = ((name, count) for name, count in self._headed[unit][:FEW] if name not in taken)
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
