"""Names as printed, matched with the records they stand for."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from messages_app.models import Attribution, Company, CompanyAlias, Executive, name_key


@dataclass(frozen=True, slots=True)
class Directory:
    """What is on record for the names of one article: companies by key, people by any spelling of their name.

    Who bears the very name comes before who is only spelt so at times.
    """

    companies: dict[str, Company]
    executives: dict[str, list[tuple[Executive, frozenset[int]]]]

    def company(self, organisation: str) -> Company | None:
        """The company an organisation's name stands for, by any spelling on record."""
        return self.companies.get(name_key(organisation))

    def executive(self, name: str, organisation: str) -> Executive | None:
        """The person of that name at that company (or in its group); never somebody else of that name."""
        company = self.company(organisation)
        if not company:
            return None
        wanted = {company.pk, company.group_id} - {None}
        for executive, employers in self.executives.get(name, []):
            if wanted & employers:
                return executive
        return None

    def people(self, name: str) -> list[Executive]:
        """Everybody of that name."""
        return [person for person, _employers in self.executives.get(name, [])]


def look_up(speakers: Iterable[tuple[str, str]]) -> Directory:
    """Read what is on record for (name, organisation) pairs: four queries, however many there are."""
    pairs = list(speakers)
    names = {name for name, _ in pairs if name}
    keys = {name_key(organisation) for _, organisation in pairs if organisation}
    aliases = CompanyAlias.objects.filter(key__in=keys).select_related("company")
    people = Executive.objects.filter(Q(name__in=names) | Q(aliases__name__in=names)).distinct()
    executives: dict[str, list[tuple[Executive, frozenset[int]]]] = {}
    for person in people.order_by("name", "pk").prefetch_related("companies", "aliases"):
        employers = {company.pk for company in person.companies.all()}
        employers |= {company.group_id for company in person.companies.all() if company.group_id}
        for name in names & {person.name, *(alias.name for alias in person.aliases.all())}:
            executives.setdefault(name, []).append((person, frozenset(employers)))
    for name, some in executives.items():
        some.sort(key=lambda known: known[0].name != name)
    return Directory({alias.key: alias.company for alias in aliases}, executives)


def recognise(speakers: Iterable[Attribution]) -> None:
    """Point speakers of a draft at the records that were made since, as publishing will; nothing is stored.

    As many queries as ``look_up`` where somebody is unknown, else none.
    """
    unknown = [who for who in speakers if not who.company or (who.name and not who.executive)]
    directory = look_up((who.name, who.organisation) for who in unknown) if unknown else Directory({}, {})
    for who in unknown:
        who.company = who.company or directory.company(who.organisation)
        who.executive = who.executive or directory.executive(who.name, who.organisation)
