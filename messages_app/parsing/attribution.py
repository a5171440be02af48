"""Who says each statement: the subject followed through the article, as a reader does.

In order of strength: a subject named before the quotation in its sentence, a subject after it, the
person in focus (named as topic earlier, or by a section heading). Each answer keeps the words that
decided it and an estimate of how often such an answer is right.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from messages_app.parsing.discourse import Discourse, Subject
from messages_app.parsing.interviews import Interviewed, interviewed
from messages_app.parsing.kinds import BY_LINE, BY_LINE_BELOW, LABELLED, REMARK, SAYS_SO
from messages_app.parsing.lexicon import words
from messages_app.parsing.names import MASK, QUOTED
from messages_app.parsing.people import find_mentions
from messages_app.parsing.quotations import Quotation
from messages_app.parsing.results import Evidence, Line, Span, Speaker
from messages_app.parsing.sentences import split_sentences
from messages_app.parsing.subjects import find_subjects

MATTER = re.compile(r"(?:에 대해(?:서)?|[과와] 관련해(?:서)?|[을를] 두고)(?:는|도)?\s*$")
# 정부가 나선다는 말에, 누리은행이 팔린다는 소문에 대해서는
RUMOURED = re.compile(
    r"(?:[다라자냐]는|란)\s[가-힣]{1,6}(?:\s[가-힣]{1,6})?(?:에|에는|에도|에 대해(?:서)?(?:는|도)?|[을를] 두고|[과와] 관련해(?:서)?(?:는|도)?)\s*$"
)
# 한 회장은 말을 아낀 가운데 도 사장이 “…”: a clause that ends before somebody else begins; not what 도 사장이 대독한 …
CLOSED = re.compile(r"(?:[가-힣]\s가운데|[은는]\s대신|것과\s달리|[은는]\s데\s(?:이어|반해))(?=[\s,])")
READ_OUT = re.compile(r"[이가]\s(?:대독|대신\s읽)")
CONNECTIVE = re.compile(rf"\s*(?:{'|'.join(words('connectives.txt'))}|이와 함께|이를 위해)(?=[\s,\x02])")
# 한 주주는 “…”: somebody right before a quotation who is not known; not 올해는, 이를 위해서는.
UNREAD = re.compile(
    r"(?<![가-힣])(?!올해|내년|지난해|새해|이번|이날|오늘|특히|이를|한편)[가-힣]{1,10}(?<!에)(?<!에서)(?<!으로)(?<![대위]해)(?<!해서)(?:은|는|이|가)\s?$"
)
# Whatever may be the subject of a clause: 정부가 나서면; not 투자에 대해서는.
SOMEBODY = re.compile(r"[가-힣A-Za-z](?<!에)(?<!에서)(?<!으로)(?<![대위]해)(?<!해서)(?:은|는|이|가)(?![가-힣])")
AMONG_OTHERS = re.compile(r"\s?등(?![가-힣])")  # 한가온·도하람 회장 등 참석
REPORTS = re.compile(rf"(?:{'|'.join(words('reporting.txt'))})[가-힣]{{0,4}}[.]?\s*$")

BORN = re.compile(r"\s?\(\d{2,4}년생\)")  # “…”(1970년생) tells not who says so
IN_SPEECH = re.compile(
    r"(?:신년사|시무사|취임사|인사말|연설|간담회|기자회견|인터뷰|메시지)(?:에서|[을를]\s(?:통해|발표|내놓|내놨))"
)
# [가온=가온경제] 나은결 기자 = “…”: the reporter before words that stand alone
BY_REPORTER = re.compile(rf"\s*{MASK}*\s?[가-힣]{{2,4}}(?:[·,]\s?[가-힣]{{2,4}})*\s?(?:기자|특파원)\s?=?")
REPORTED = re.compile(r"\s?이?라?(?:고|며|면서)(?![가-힣])")


@dataclass(frozen=True, slots=True)
class Attributed:
    """Who says one statement, how sure that is, and why."""

    speakers: tuple[Speaker, ...]
    confidence: float
    evidence: tuple[Evidence, ...]


LONGEST_LABEL = 40
LIST_SIGN = re.compile(r"(?:\d{1,2}[.)]|[-▲△●○•·■□◆◇▶▷])\s?")
NOBODY = Attributed((), 0.2, ())


class Attributor:
    """Reads the lines in order and attributes the statements standing in them."""

    def __init__(self, text: str, known: Discourse) -> None:
        self.text = text
        self.masked = known.masked
        self.known = known
        # Signs around and inside labels as blanks: [한가온/누리전자 사장]
        self.labels = "".join(
            QUOTED if sign == QUOTED else " " if letter in "[]<>/:" else letter
            for letter, sign in zip(text, known.masked, strict=True)
        )
        self.result: dict[Quotation, Attributed] = {}
        self.waiting: list[Quotation] = []
        self.told_until = -1  # the end of the last sentence in which the one in focus speaks or is the topic

    def read(self, lines: Sequence[Line], statements: Sequence[Quotation]) -> dict[Quotation, Attributed]:
        """Attribute every statement of the given lines; both in text order."""
        place = 0
        for line, following in zip_longest(lines, lines[1:]):
            if line.role == "heading" or self._is_label(line, following):
                self._read_heading(line)
            elif self.waiting and self._is_by_line(line):
                self._settle_by_line(line)
            elif line.role == "body":
                self.known.new_paragraph()
                for span in split_sentences(self.masked, line):
                    first = place
                    while place < len(statements) and statements[place].outer_start < span.end:
                        place += 1
                    self._read_sentence(span, list(statements[first:place]), line)
        for item in self.waiting:
            self.result[item] = self._from_focus(item, 0.6)
        return self.result

    def _is_label(self, line: Line, following: Line | None) -> bool:
        """A line with nothing but a name and an office over words in marks: ``한가온 누리전자 사장``, below it ``“…”``."""
        quoted = following and following.role == "body" and self.masked[following.start] == QUOTED
        if line.role != "body" or not quoted or line.end - line.start > LONGEST_LABEL:
            return False
        sign = LIST_SIGN.match(self.masked, line.start, line.end)
        start = sign.end() if sign else line.start
        mentions = list(find_mentions(self.masked, start, line.end, self.known.around))
        return (
            len(mentions) == 1
            and mentions[0].form == "full"
            and (mentions[0].start, mentions[0].end) == (start, line.end)
        )

    def _is_by_line(self, line: Line) -> bool:
        """A line in parentheses under words in marks: ``(한가온 누리전자 사장)``."""
        inside = self.masked[line.start : line.end].strip(MASK) == "" and self.text[line.start] in "(（"
        return inside and line.role == "body" and line.end - line.start <= LONGEST_LABEL

    def _settle_by_line(self, line: Line) -> None:
        said = self._named_in(Span(line.start + 1, line.end - 1))
        for item in self.waiting if said else []:
            self.result[item] = said or NOBODY
        self.waiting = [] if said else self.waiting

    def _read_heading(self, line: Line) -> None:
        for item in self.waiting:
            self.result[item] = self._from_focus(item, 0.7)
        self.waiting = []
        for mention in find_mentions(self.labels, line.start, line.end, self.known.around):
            if mention.form == "full":
                self.known.roster.enrol(mention.names, "heading", mention.start, mention.organisation, mention.title)
            people = self.known.roster.see(mention)
            if people and not AMONG_OTHERS.match(self.masked, mention.end):
                speakers = tuple(person.speaker() for person in people)
                self.known.turn_to(Subject(mention.start, mention.end, speakers, 4, "section_heading", 0.85))
                return

    def _read_sentence(self, span: Span, statements: list[Quotation], line: Line) -> None:
        subjects = find_subjects(span, self.known)
        bare = self._is_bare(span)
        listed = bare and bool(statements) and BY_LINE_BELOW.match(self.text, statements[-1].outer_end)
        if self.waiting and (statements or subjects) and not listed:
            self._settle_waiting(span, subjects)
        if statements and bare and not subjects and not self._runs_over(span, statements[-1]):
            self.waiting += [item for item in statements if not self._settled_by_line(item, line)]
        elif statements:
            self._attribute(span, statements, subjects, line)
        else:
            self._remember(span, subjects)

    def _is_bare(self, span: Span) -> bool:
        """Nothing but words in marks and who reports them: ``“…”``, ``[가온=가온경제] 나은결 기자 = “…”``."""
        reporter = BY_REPORTER.match(self.masked, span.start, span.end)
        start = reporter.end() if reporter else span.start
        return not re.sub(rf"[{QUOTED}{MASK}\s.,…]", "", self.masked[start : span.end])

    def _runs_over(self, span: Span, item: Quotation) -> bool:
        """Words that a line leaves open and the next one reports: ``“함께\n가자”고 당부했다``."""
        return item.outer_end > span.end and bool(REPORTED.match(self.masked, item.outer_end))

    def _attribute(self, span: Span, statements: list[Quotation], subjects: list[Subject], line: Line) -> None:
        """Give each statement of a sentence the subject before it, else after it, else whoever was speaking."""
        current: Subject | None = None
        previous_end = span.start
        for item in statements:
            before = [s for s in subjects if previous_end <= s.start < item.outer_start]
            chosen = _choose(
                [s for s in before if not self._only_asked_about(s, item) and not self._is_over(s, before)]
            )
            current = current if _is_aside(chosen, current) else chosen or current
            previous_end = item.outer_end
            if self._settled_by_line(item, line) or self._settled_by_author(item):
                continue
            current = current or _after([s for s in subjects if s.start >= item.outer_end])
            self.result[item] = _answer(current) if current else self._carried(item, span)
        if current:
            self.known.turn_to(current)
        self.told_until = span.end

    def _only_asked_about(self, subject: Subject, item: Quotation) -> bool:
        """``정부가 나선다는 말에 “…”``, ``도 총재가 지적하며 살피는 일에 대해서는 “…”``: somebody new as subject of what the quotation is about."""
        speaking = self.known.focus
        if subject.weight not in (1, 3) or not speaking or speaking.speakers == subject.speakers:
            return False
        between = self.masked[subject.end : item.outer_start]
        if RUMOURED.search(between):
            return True
        return subject.weight == 3 and bool(MATTER.search(between)) and "며 " in between

    def _is_over(self, subject: Subject, before: list[Subject]) -> bool:
        """``한 회장은 말을 아낀 가운데 도하람 사장이 “…”``: somebody of whom only the clause before tells."""
        return any(
            other.is_person
            and CLOSED.search(self.masked, subject.end, other.start)
            and not READ_OUT.match(self.masked, other.end)
            for other in before
            if other.start > subject.end
        )

    def _settle_waiting(self, span: Span, subjects: list[Subject]) -> None:
        """``“…”`` alone, then ``한 사장은 이같이 말했다``: the quotation is that subject's."""
        spoken = SAYS_SO.search(self.masked, span.start, span.end) or REMARK.search(self.masked, span.start, span.end)
        chosen = _choose(subjects) if spoken else self._led_in(span, subjects)
        for item in self.waiting:
            self.result[item] = _answer(chosen, 0.93) if chosen else self._from_focus(item, 0.7)
        self.waiting = []

    def _led_in(self, span: Span, subjects: list[Subject]) -> Subject | None:
        """Whose words an article opens with: ``“…”``, and at once ``한가온 누리전자 사장이 새해 각오를 밝혔다``."""
        first = next(iter(subjects), None)
        at_once = not self.masked[self.waiting[-1].outer_end : span.start].strip()
        opens = not self.result and at_once and first and first.is_named
        sentence = self.masked[span.start : span.end]
        told = REPORTS.search(sentence) or IN_SPEECH.search(sentence) or QUOTED in sentence
        return first if opens and told else None

    def _settled_by_line(self, item: Quotation, line: Line) -> bool:
        """``“…” (한가온 가람전자 사장)`` and ``[한가온/가람전자 사장 : “…”]``."""
        born = BORN.match(self.text, item.outer_end, line.end)
        after = None if born else BY_LINE.match(self.text, item.outer_end, line.end)
        label = after or LABELLED.search(self.text, max(line.start, item.outer_start - 60), item.outer_start)
        shown = None if after else interviewed(self.text, line.start, item.outer_start)
        if shown:
            self.result[item] = self._interviewed(shown)
            return True
        if not label:
            return False
        said = self._named_in(Span(*label.span(1)))
        if said:
            self.result[item] = said
        return said is not None

    def _interviewed(self, shown: Interviewed) -> Attributed:
        """Whom a caption of an interview shows, known from then on."""
        found = shown.speaker
        name, organisation = found.name or "", self.known.organisations.fullest(found.organisation or "")
        self.known.roster.enrol([name], "body", shown.span.start, organisation, found.title or "")
        speaker = self.known.roster.people[name].speaker()
        return Attributed((speaker,), 0.95, (Evidence("named_in_parentheses", shown.span),))

    def _named_in(self, label: Span) -> Attributed | None:
        """Whom a label names: ``한가온 가람전자 사장``."""
        for mention in find_mentions(self.labels, label.start, label.end, self.known.around):
            self.known.roster.enrol(mention.names, "body", mention.start, mention.organisation, mention.title)
            people = self.known.roster.see(mention)
            if people:
                evidence = Evidence("named_in_parentheses", Span(mention.start, mention.end))
                return Attributed(tuple(person.speaker() for person in people), 0.95, (evidence,))
        return None

    def _settled_by_author(self, item: Quotation) -> bool:
        author = _author(self.masked, item) or self._recalled(item)
        if author:
            self.result[item] = author
        return author is not None

    def _recalled(self, item: Quotation) -> Attributed | None:
        """``한 사장은 나은결 창업주의 “…”는 말을 인용했다``: words of whom somebody else recalls."""
        start = max(self.masked.rfind("\n", 0, item.outer_start) + 1, item.outer_start - LONGEST_LABEL)
        if (
            not RECALLING.match(self.masked, item.outer_end)
            or self.masked[start : item.outer_start].strip()[-1:] != "의"
        ):
            return None
        for mention in find_mentions(self.masked, start, item.outer_start, self.known.around):
            if mention.end + 2 == item.outer_start and mention.form == "full":
                people = self.known.roster.see(mention)
                evidence = Evidence("quoted_author", Span(mention.start, mention.end))
                return Attributed(tuple(person.speaker() for person in people), 0.85, (evidence,)) if people else None
        return None

    def _remember(self, span: Span, subjects: list[Subject]) -> None:
        """A sentence without a statement: its topic may be who speaks next."""
        chosen = _choose([subject for subject in subjects if subject.is_named])
        if chosen:
            self.known.turn_to(chosen)
            self.told_until = span.end
            return
        for subject in subjects:
            self.known.talk_of(subject)
        speaking = _choose([subject for subject in subjects if subject.weight == 2])
        if speaking and REPORTS.search(self.masked, span.start, span.end) and not self.known.named:
            self.known.turn_to(speaking)

    def _carried(self, item: Quotation, span: Span) -> Attributed:
        """No subject in the sentence: whoever was speaking goes on."""
        connected = CONNECTIVE.match(self.masked, span.start)
        alone = len(self.known.roster.people) <= 1
        if UNREAD.search(self.masked, span.start, item.outer_start) and self.known.focus:
            self.known.focus = self.known.focus._replace(confidence=min(self.known.focus.confidence, 0.8))
        follows = connected or self._follows_at_once(item, span)
        return self._from_focus(item, 0.95 if alone else 0.92 if follows else 0.85)

    def _follows_at_once(self, item: Quotation, span: Span) -> bool:
        """``한 사장은 새해를 열었다. “…”고 말했다``: nothing and nobody stands between who was spoken of and the words."""
        apart = self.masked[max(self.told_until, 0) : span.start].strip()
        return self.told_until >= 0 and not apart and not SOMEBODY.search(self.masked, span.start, item.outer_start)

    def _from_focus(self, item: Quotation, confidence: float) -> Attributed:
        focus = self.known.focus
        if not focus:
            return self._main_speaker()
        reason = "section_heading" if focus.reason == "section_heading" else "subject_goes_on"
        evidence = Evidence(reason, focus.span)
        return Attributed(focus.speakers, min(confidence, focus.confidence), (evidence,))

    def _main_speaker(self) -> Attributed:
        """Nobody in focus yet: the only person of the article, else the only organisation talked of."""
        people = list(self.known.roster.people.values())
        if len(people) == 1:
            return Attributed((people[0].speaker(),), 0.7, ())
        if not people and self.known.company:
            return Attributed((Speaker(None, self.known.company, None),), 0.6, ())
        return NOBODY


def _choose(subjects: list[Subject]) -> Subject | None:
    """People before organisations, topics before subjects, the later before the earlier."""
    return max(subjects, key=lambda subject: (subject.weight, subject.start), default=None)


def _is_aside(subject: Subject | None, speaking: Subject | None) -> bool:
    """``그는 “…”라며 누리가 기운 사실을 들어 “…”``: after a person has spoken, an organisation with 이/가 is told of."""
    return bool(subject and speaking and speaking.is_person and subject.weight < 2)


AUTHOR = re.compile(r"\s?이?라는\s(?P<name>[가-힣]{2,6}(?:\s[가-힣]{1,6}){0,2})의\s(?:말|명언|격언|조언|표현|통찰)")


# “…”는 말을 인용했다
RECALLING = re.compile(
    r"\s?(?:이?라)?는\s(?:[가-힣]+\s)?(?:말|말씀|명언|격언|어록|조언|글|발언|표현)[을를]\s(?:인용|소개|빌|떠올|되새|언급|꺼내|새기)"
)


def _author(masked: str, item: Quotation) -> Attributed | None:
    """Somebody else's words: ``‘…’이라는 조엘 하트만의 말을 인용하며`` -> 조엘 하트만."""
    match = AUTHOR.match(masked, item.outer_end)
    if not match:
        return None
    evidence = Evidence("quoted_author", Span(match.start("name"), match.end("name")))
    called = match["name"].removeprefix("고 ")
    title = next((title for title in words("titles.txt") if called.endswith(f" {title}")), None)
    name = called.removesuffix(title or "").strip()
    return Attributed((Speaker(name, None, title),), 0.8, (evidence,))


def _after(subjects: list[Subject]) -> Subject | None:
    """A subject standing after the quotation: ``“…”고 한 사장은 말했다``."""
    first = next((subject for subject in subjects if subject.is_person), None) or _choose(subjects)
    return first._replace(confidence=min(first.confidence, 0.93), reason="subject_after") if first else None


def _answer(subject: Subject, ceiling: float = 1.0) -> Attributed:
    return Attributed(subject.speakers, min(subject.confidence, ceiling), (Evidence(subject.reason, subject.span),))
