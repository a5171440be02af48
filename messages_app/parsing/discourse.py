"""What a reader keeps in mind from sentence to sentence: who speaks, whom 그 means, which company is talked of."""

import re
from typing import NamedTuple

from messages_app.parsing.directory import Organisations
from messages_app.parsing.organisations import is_generic
from messages_app.parsing.results import Span, Speaker
from messages_app.parsing.roster import Roster
from messages_app.parsing.surroundings import Surroundings


class Subject(NamedTuple):
    """Somebody or something that may be speaking, where, how strongly, and why we think so."""

    start: int
    end: int
    speakers: tuple[Speaker, ...]
    weight: float  # 4 person as topic, 3 person as subject, 2 organisation as topic, 1 as subject; less: a guess
    reason: str
    confidence: float

    @property
    def span(self) -> Span:
        """The words that name the subject."""
        return Span(self.start, self.end)

    @property
    def is_person(self) -> bool:
        """Somebody with a name or an office, no organisation."""
        return self.weight >= 3

    @property
    def is_named(self) -> bool:
        """Somebody known by name."""
        return self.is_person and bool(self.speakers[0].name)


class Discourse:
    """The state of one reading. ``focus`` speaks on where no subject is named; ``person`` is whom 그 means."""

    def __init__(self, masked: str, roster: Roster, organisations: Organisations, around: Surroundings) -> None:
        self.masked = masked
        self.roster = roster
        self.organisations = organisations
        self.around = around
        self.focus: Subject | None = None
        self.person: Subject | None = None
        self.named: Subject | None = None
        self.company: str | None = None

    def turn_to(self, subject: Subject) -> None:
        """From here on this subject speaks."""
        self.focus = subject
        if subject.is_person:
            self.person = subject
        if subject.is_named:
            self.named = subject
        self.talk_of(subject)

    def talk_of(self, subject: Subject) -> None:
        """The subject's organisation is the one under discussion now."""
        organisation = subject.speakers[0].organisation
        if organisation and not is_generic(organisation) and len(subject.speakers) == 1:
            self.company = organisation

    def new_paragraph(self) -> None:
        """An official quoted in between has had their say when the paragraph ends."""
        if self.focus and self.focus.reason == "unnamed_official" and self.named:
            self.focus = self.named._replace(confidence=min(self.named.confidence, 0.8))

    def meant_by(self, generic: str, position: int) -> str | None:
        """The organisation that 회사 or 그룹 means here: ``그룹`` after 가람그룹 and 가람전자 -> 가람그룹."""
        kind = generic.split(" ")[-1].removesuffix("측").strip()
        if kind not in ("회사", "사측", "본사", "당사", "기업", "업체"):
            if self.company and self.company.endswith(kind):
                return self.company
            union = f"{self.company} {kind}" if self.company and kind == "노조" else self.company
            return self.organisations.of_kind(kind, position) or union
        meant = self.company or self.organisations.before(position)
        return re.sub(r"\s(?:노조|노사|노동조합)$", "", meant) if meant else None
