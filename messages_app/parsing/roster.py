"""The people of one article: each named once in full, then by family name, office or pronoun."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from messages_app.parsing.directory import Organisations
from messages_app.parsing.lexicon import pairs, words
from messages_app.parsing.names import surnames_of
from messages_app.parsing.people import Mention
from messages_app.parsing.results import LineRole, Speaker

RANK: dict[str, int] = {"body": 0, "caption": 1, "heading": 2, "title": 3}
# Letters between two named together: 한 회장과 한다솔 누리전자 회장 등이, of whom 한 회장 leads.
IN_ONE_LIST = 25
GOVERNMENTS = ("도", "시", "군", "읍", "면", "동", "교육청", "교육지원청")
PUBLIC_OFFICES = re.compile(
    r"(?:대통령|대통령 권한대행|총리|의원|장관|차관|씨|선수|프로게이머|감독|교수|작가|가수|배우|변호사)$"
)
CLUB_OFFICES = re.compile(r"(?:감독|코치|선수)$")


@dataclass(slots=True)
class Person:
    """Somebody with a name; ``roles`` are (rank of the line, organisation, title), each once, in order of mention."""

    name: str
    roles: list[tuple[int, str, str]] = field(default_factory=list)
    last_seen: int = -1
    last_told: int = -1  # where they were last named as more than one of a list
    first_seen: int = 0
    told_of: int = -1  # where the body first names them
    guessed: bool = False  # whether the company is only the one spoken of near by

    def speaker(self) -> Speaker:
        """Name, organisation and title as at the fullest mention, body before caption before headings, an office before 씨."""
        ordered = sorted(
            enumerate(self.roles), key=lambda item: (not item[1][1], item[1][2] == "씨", item[1][0], item[0])
        )
        _, (_, organisation, title) = ordered[0]
        return Speaker(self.name, organisation or None, title or None)

    def holds(self, title: str) -> bool:
        """Whether a short title can mean this person: 사장 for a 대표이사 사장, 부사장 not for a 사장."""
        return any(same_office(held, title) for _, _, held in self.roles)


def same_office(full: str, short: str) -> bool:
    """``("대표이사 사장", "사장")`` and ``("대표이사", "대표")`` -> True; ``("부사장", "사장")`` -> False."""
    held = set(full.split()) | {full}
    head = full.removesuffix(short)
    return (
        short in held
        or (short == "대표" and any(word.startswith("대표") for word in held))
        or full.startswith(short)
        or (head not in ("", full) and not head.endswith(("부", "전", " ")))
    )


def headship(title: str) -> str:
    """The office by which one heads a whole: 협회장 and 중앙회장 -> 회장, 은행장 -> 행장; any other as it is."""
    if title not in pairs("united_offices.tsv"):
        return title
    return "회장" if title.endswith("회장") else title.removeprefix("은") if title == "은행장" else title


def _can_head(title: str, organisation: str) -> bool:
    """Whether whoever holds an office can be of that: a 도지사 or a 군수 of no company, but of a 도 or a 군."""
    unit = pairs("united_offices.tsv").get(title, "")
    return unit not in GOVERNMENTS or organisation.removesuffix("청").endswith(unit)


def is_public(mention: Mention) -> bool:
    """Whether an office belongs to no company: whose holder goes without organisation where none is named."""
    return bool(PUBLIC_OFFICES.search(mention.title))


def _surname(mention: Mention) -> str:
    """The family name in a short mention: ``라미레스 사장`` reads like a company before an office."""
    return mention.surname or mention.organisation.rpartition(" ")[2]


class Roster:
    """Everybody named in the article, found again by what later mentions say of them."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.aliases: dict[str, str] = {}
        self._families: dict[str, list[Person]] = {}
        self._holders: dict[tuple[str, str], list[Person]] = {}
        self._named_with: set[str] | None = None
        self._held: dict[str, set[str]] = {}  # by office, every organisation of which somebody has it

    def enrol(self, names: Sequence[str], role: LineRole, position: int, organisation: str, title: str) -> None:
        """Take down people mentioned in full, with the kind of line and the place where."""
        for name in names:
            if name not in self.people:
                self.people[name] = Person(name, first_seen=position)
                self._index(self.people[name])
            if role == "body" and self.people[name].told_of < 0:
                self.people[name].told_of = position
            held = (RANK.get(role, 4), organisation, title)
            if held not in self.people[name].roles:
                self.people[name].roles.append(held)
        self._holders.clear()

    def _index(self, person: Person) -> None:
        for called in {person.name, *surnames_of(person.name)}:
            self._families.setdefault(called, []).append(person)

    def see(self, mention: Mention, *, listed: bool = False) -> list[Person]:
        """The people a mention means, marked as seen there, as one of a list or told of; none if it cannot be told."""
        if mention.form == "full":
            names = [self.aliases.get(name, name) for name in mention.names]
            found = [self.people[name] for name in names if name in self.people]
        else:
            person = self._resolve(mention)
            found = [person] if person else []
        for person in found:
            person.last_seen = max(person.last_seen, mention.start)
            if not listed:
                person.last_told = person.last_seen
        return found

    def _resolve(self, mention: Mention) -> Person | None:
        """By family name first; else whoever holds that office in that organisation."""
        pool = self._called(_surname(mention))
        fitting = [person for person in pool if person.holds(mention.title)]
        if not pool and not mention.surname:
            fitting = self._holding(mention.organisation, mention.title)
        return self._latest(fitting or pool, mention.start)

    def _called(self, surname: str) -> list[Person]:
        """Everybody of that family name."""
        return self._families.get(surname, [])

    def _holding(self, organisation: str, title: str) -> list[Person]:
        """Whoever holds an office in an organisation, or in any."""
        if (organisation, title) not in self._holders:
            works = [person for person in self.people.values() if self._works_for(person, organisation)]
            self._holders[organisation, title] = [person for person in works if person.holds(title)]
        return self._holders[organisation, title]

    @staticmethod
    def _works_for(person: Person, organisation: str) -> bool:
        return not organisation or any(
            organisation in held or held in organisation for _, held, _ in person.roles if held
        )

    @staticmethod
    def _latest(pool: Sequence[Person], position: int) -> Person | None:
        if not pool:
            return None
        told = [person for person in pool if 0 <= person.last_told <= position]
        last = max(told or pool, key=lambda person: person.last_seen if person.last_seen <= position else -1)
        listed = [] if told else [person for person in pool if 0 <= last.last_seen - person.last_seen < IN_ONE_LIST]
        return min(listed, key=lambda person: person.last_seen, default=last)

    def is_ambiguous(self, mention: Mention) -> bool:
        """Whether two of those named so far share family name and office of a short mention; of those told of, if any are."""
        called = (person for person in self._called(_surname(mention)) if person.first_seen <= mention.start)
        same = [person for person in called if person.holds(mention.title)]
        told = [person for person in same if person.last_told >= 0]
        return len(told or same) > 1

    def calls(self, surname: str) -> bool:
        """Whether somebody of the article has that family name."""
        return bool(self._called(surname))

    def knows_by_name(self, mention: Mention) -> bool:
        """Whether somebody has the family name that a short mention gives."""
        return bool(self._called(_surname(mention)))

    def latest(self, count: int, position: int) -> list[Person]:
        """The given number of people seen last before a place; none if fewer are known."""
        seen = [person for person in self.people.values() if 0 <= person.last_seen < position]
        recent = sorted(seen, key=lambda person: person.last_seen)[-count:]
        return recent if len(recent) == count else []

    def settle(self, organisations: Organisations) -> None:
        """Spell organisations out; give people named without one what their article spoke of last before them."""
        self._know_again()
        heads = Counter(
            held for person in self.people.values() for held in {held for _, held, _ in person.roles if held}
        )
        for person in self.people.values():
            person.roles = [
                (rank, organisations.fullest(held) if held else "", title) for rank, held, title in person.roles
            ]
            for _, held, title in person.roles:
                self._hold(held, title)
        for person in self.people.values():
            if any(held for _, held, _ in person.roles):
                continue
            found, sure = self._company_of(person, organisations, heads)
            if found:
                person.guessed = not sure
                person.roles.insert(0, (4, found, person.roles[0][2]))
                self._hold(found, person.roles[0][2])
                heads[found] += 1

    def _company_of(self, person: Person, organisations: Organisations, heads: Counter[str]) -> tuple[str | None, bool]:
        """The company of somebody named without one: what the office is of, or what the article speaks of there; and whether sure."""
        title = person.roles[0][2]
        if PUBLIC_OFFICES.search(title):
            return (organisations.only_holder() if CLUB_OFFICES.search(title) else None), True
        place = max(person.told_of, person.first_seen)
        there = organisations.opening_sentence_of(place) or organisations.host_at(place)
        sure = organisations.headed_by(title, self._taken(title)) or there
        most = organisations.most_named()
        named = organisations.talked_of(place) or most
        holder, only = organisations.only_holder(), organisations.only_named()
        likely = organisations.fullest(sure or named or holder or "")
        if not _can_head(title, likely):
            return None, True
        # In a round-up, what another one heads is no evidence, and nowhere what another heads by the same office;
        # where all meet whom one organisation invites, whoever has no other company is of that.
        elsewhere = len(heads) > 2 and heads[likely] and not title.endswith(words("division_offices.txt"))
        elsewhere = elsewhere and likely != organisations.fullest(holder or "")
        if likely and (sure or not (elsewhere or self._is_held(likely, title))):
            known = (named and (named == most or organisations.is_topic(named))) or likely in (only, holder)
            return likely, bool(sure or known)
        return (only, True) if only and not heads[only] else (None, True)

    def _is_held(self, organisation: str, title: str) -> bool:
        """Whether somebody else holds an office in an organisation."""
        alone = headship(title) in words("heads.txt") and not title.startswith(("부", "명예"))
        return alone and organisation in self._taken(title)

    def _taken(self, title: str) -> set[str]:
        return self._held.get(headship(title), set())

    def _hold(self, organisation: str, title: str) -> None:
        self._held.setdefault(headship(title), set()).add(organisation)

    def _know_again(self) -> None:
        """Bring together what was taken for two: ``라미레스`` and ``호세 라미레스``, ``강조호세 라미레스`` and he."""
        for name in sorted(self.people, key=len, reverse=True):
            family = self._called(name.rpartition(" ")[2])
            same = [other.name for other in family if other.name != name and self._is_longer_form(name, other.name)]
            if same and name in self.people:
                person = self.people.pop(name)
                self.people[same[0]].roles += person.roles
                self.aliases[name] = same[0]
                self._forget(person)

    def _forget(self, person: Person) -> None:
        for called in {person.name, *surnames_of(person.name)}:
            self._families[called] = [other for other in self._families[called] if other is not person]

    def _is_longer_form(self, name: str, other: str) -> bool:
        given, _, family = other.rpartition(" ")
        if not given or other not in self.people or name.rpartition(" ")[2] != family:
            return False
        titles = {title for _, _, title in self.people[other].roles}
        weak = all(not held and title in titles for _, held, title in self.people[name].roles)
        return name == family or name.endswith(f"{given} {family}") or weak

    def organisations(self) -> set[str]:
        """Every organisation somebody is named with, as settled."""
        if self._named_with is None:
            held_by = (person.roles for person in self.people.values())
            self._named_with = {held for roles in held_by for _, held, _ in roles if held}
        return self._named_with
