"""Who says each statement: the subject followed through the article, as a reader does.

In order of strength: a subject named before the quotation in its sentence, a subject after it, the
person in focus (named as topic earlier, or by a section heading). Each answer keeps the words that
decided it and an estimate of how often such an answer is right.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from messages_app.parsing.kinds import SAYS_SO
from messages_app.parsing.people import QUOTED, Surroundings, find_mentions
from messages_app.parsing.quotations import Quotation
from messages_app.parsing.results import Evidence, Line, Span, Speaker
from messages_app.parsing.roster import Roster
from messages_app.parsing.sentences import split_sentences
from messages_app.parsing.subjects import Subject, find_subjects

CONNECTIVE = re.compile(
    r"\s*(?:이어서?|또한?|그러면서|아울러|특히|이와 함께|더불어|그리고|나아가|끝으로|마지막으로|먼저|우선|다만|한편으로|동시에|덧붙여|이에|이를 위해)(?=[\s,\x02])"
)
BY_LINE = re.compile(r"\s?[(（]([^()（）]{4,40})[)）]")


@dataclass(frozen=True, slots=True)
class Attributed:
    """Who says one statement, how sure that is, and why."""

    speakers: tuple[Speaker, ...]
    confidence: float
    evidence: tuple[Evidence, ...]


NOBODY = Attributed((), 0.2, ())


class Attributor:
    """Reads the lines in order and remembers who is being talked of."""

    def __init__(self, text: str, masked: str, roster: Roster, around: Surroundings) -> None:
        self.text = text
        self.masked = masked
        self.roster = roster
        self.around = around
        self.focus: Subject | None = None
        self.result: dict[Quotation, Attributed] = {}
        self.waiting: list[Quotation] = []

    def read(self, lines: Sequence[Line], statements: Sequence[Quotation]) -> dict[Quotation, Attributed]:
        """Attribute every statement standing in the given lines."""
        for line in lines:
            if line.role == "heading":
                self._read_heading(line)
            elif line.role == "body":
                for span in split_sentences(self.masked, line):
                    inside = [item for item in statements if span.start <= item.outer_start < span.end]
                    self._read_sentence(span, inside, line)
        for item in self.waiting:
            self.result.setdefault(item, self._from_focus(item, 0.6))
        return self.result

    def _read_heading(self, line: Line) -> None:
        for mention in find_mentions(self.masked, line.start, line.end, self.around):
            people = self.roster.see(mention)
            if people:
                speakers = tuple(person.speaker() for person in people)
                names = tuple(person.name for person in people)
                self.focus = Subject(mention.start, mention.end, speakers, names, 4, "section_heading", 0.85)
                return

    def _read_sentence(self, span: Span, statements: list[Quotation], line: Line) -> None:
        subjects = find_subjects(self.masked, span, self.roster, self.around, self.focus)
        if self.waiting and (statements or subjects):
            self._settle_waiting(span, subjects)
        if not statements:
            self._remember(subjects)
            return
        bare = not re.sub(rf"[{QUOTED}\s.,…]", "", self.masked[span.start : span.end])
        if bare and not subjects:
            self.waiting += statements
            return
        current: Subject | None = None
        previous_end = span.start
        for item in statements:
            by_line = self._by_line(item, line)
            if by_line:
                self.result[item] = by_line
                continue
            current = _choose([s for s in subjects if previous_end <= s.start < item.outer_start]) or current
            previous_end = item.outer_end
            quoted_author = _author(self.masked, item)
            if quoted_author:
                self.result[item] = quoted_author
                continue
            if not current:
                current = _after([s for s in subjects if s.start >= item.outer_end])
            self.result[item] = _answer(current) if current else self._carried(item, span)
        if current:
            self.focus = current

    def _settle_waiting(self, span: Span, subjects: list[Subject]) -> None:
        """``“…”`` alone, then ``한 사장은 이같이 말했다``: the quotation is that subject's."""
        says_so = SAYS_SO.search(self.masked, span.start, span.end)
        chosen = _choose(subjects) if says_so else None
        for item in self.waiting:
            self.result[item] = _answer(chosen, 0.93) if chosen else self._from_focus(item, 0.7)
        self.waiting = []

    def _by_line(self, item: Quotation, line: Line) -> Attributed | None:
        match = BY_LINE.match(self.text, item.outer_end, line.end)
        if not match:
            return None
        for mention in find_mentions(self.text, match.start(1), match.end(1), self.around):
            self.roster.enrol(mention, "body")
            people = self.roster.see(mention)
            if people:
                evidence = Evidence("named_in_parentheses", Span(mention.start, mention.end))
                return Attributed(tuple(person.speaker() for person in people), 0.95, (evidence,))
        return None

    def _remember(self, subjects: list[Subject]) -> None:
        people = [subject for subject in subjects if subject.weight >= 3 and subject.speakers[0].name]
        chosen = _choose(people)
        if chosen:
            self.focus = chosen

    def _carried(self, item: Quotation, span: Span) -> Attributed:
        """No subject in the sentence: whoever was speaking goes on."""
        connected = CONNECTIVE.match(self.masked, span.start)
        alone = len(self.roster.people) <= 1
        return self._from_focus(item, 0.95 if alone else 0.92 if connected else 0.85)

    def _from_focus(self, item: Quotation, confidence: float) -> Attributed:
        if not self.focus:
            return self._main_speaker()
        reason = "section_heading" if self.focus.reason == "section_heading" else "subject_goes_on"
        evidence = Evidence(reason, self.focus.span)
        return Attributed(self.focus.speakers, min(confidence, self.focus.confidence), (evidence,))

    def _main_speaker(self) -> Attributed:
        """Nobody in focus yet: the only person of the article, if there is only one."""
        people = list(self.roster.people.values())
        if len(people) != 1:
            return NOBODY
        return Attributed((people[0].speaker(),), 0.7, ())


def _choose(subjects: list[Subject]) -> Subject | None:
    """People before organisations, topics before subjects, the later before the earlier."""
    return max(subjects, key=lambda subject: (subject.weight, subject.start), default=None)


AUTHOR = re.compile(r"\s?이?라는\s(?P<name>[가-힣]{2,6}(?:\s[가-힣]{1,6}){0,2})의\s(?:말|명언|격언|조언|표현|통찰)")


def _author(masked: str, item: Quotation) -> Attributed | None:
    """Somebody else's words: ``‘…’이라는 조엘 하트만의 말을 인용하며`` -> 조엘 하트만."""
    match = AUTHOR.match(masked, item.outer_end)
    if not match:
        return None
    evidence = Evidence("quoted_author", Span(match.start("name"), match.end("name")))
    return Attributed((Speaker(match["name"], None, None),), 0.8, (evidence,))


def _after(subjects: list[Subject]) -> Subject | None:
    """A subject standing after the quotation: ``“…”고 한 사장은 말했다``."""
    people = [subject for subject in subjects if subject.weight >= 3]
    if not people:
        return None
    first = people[0]
    return first._replace(confidence=min(first.confidence, 0.93), reason="subject_after")


def _answer(subject: Subject, ceiling: float = 1.0) -> Attributed:
    return Attributed(subject.speakers, min(subject.confidence, ceiling), (Evidence(subject.reason, subject.span),))
