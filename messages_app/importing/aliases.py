"""Other spellings of companies, as they turn up in articles."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from messages_app.importing.errors import ImportRefused
from messages_app.importing.keywords import lock_index
from messages_app.importing.recognise import look_up
from messages_app.models import Article, Attribution, Company, CompanyAlias, name_key

PREFIX = 2


@dataclass(frozen=True, slots=True)
class AliasResult:
    """The spelling, and how many speakers in drafts it made known."""

    alias: CompanyAlias
    linked: int


def add_alias(*, name: str, company_id: int) -> AliasResult:
    """Let a spelling stand for a company; speakers in drafts printed with it are recognised at once.

    Raises ImportRefused where the spelling has no letters, is too long, or is another company's; Company.DoesNotExist.
    """
    with transaction.atomic():
        lock_index()  # Publishing, merging and splitting make spellings too: one after the other.
        company = Company.objects.select_for_update().get(pk=company_id)
        alias = CompanyAlias.objects.filter(key=name_key(name), company=company).first()
        if not alias:
            alias = CompanyAlias(company=company, name=name)
            try:
                alias.full_clean(exclude=["key"])
            except ValidationError as error:
                raise ImportRefused("alias", " ".join(error.messages)) from error
            alias.save()
        linked = _recognise(alias)
    return AliasResult(alias, linked)


def _recognise(alias: CompanyAlias) -> int:
    """Published speakers have a company already: where it is the wrong one, the two are merged instead."""
    drafts = Attribution.objects.filter(company__isnull=True, quote__article__status=Article.Status.DRAFT)
    spellings = drafts.exclude(organisation="").order_by().values_list("organisation", flat=True).distinct()
    same = [spelling for spelling in spellings if name_key(spelling) == alias.key]
    found = list(drafts.filter(organisation__in=same))
    directory = look_up((who.name, who.organisation) for who in found)
    speaking = Attribution.objects.filter(quote__in=[who.quote_id for who in found], executive__isnull=False)
    taken = set(speaking.values_list("quote", "executive"))
    for who in found:
        who.company = alias.company
        executive = directory.executive(who.name, who.organisation)
        if executive and not who.executive_id and (who.quote_id, executive.pk) not in taken:
            who.executive = executive
            taken.add((who.quote_id, executive.pk))
    Attribution.objects.bulk_update(found, ["company", "executive"])
    return len(found)


def likely_companies(speakers: Collection[tuple[str, str]], body: str) -> dict[str, list[Company]]:
    """Companies on record that an unknown organisation may be, by organisation: at most three, likeliest first.

    ``speakers`` are (name, organisation) pairs of one article. The company that somebody of that name speaks for;
    one named beside it in parentheses, ``가람텔레콤(GT)``; one whose spelling begins as it does. Four queries.
    """
    directory = look_up(speakers)
    unknown = {organisation for _, organisation in speakers if organisation and not directory.company(organisation)}
    if not unknown:
        return {}
    aliases = _near_aliases(unknown, body)
    found: dict[str, list[Company]] = {}
    for organisation in sorted(unknown):
        people = [person for name, other in speakers if other == organisation for person in directory.people(name)]
        likely = [company for person in people for company in person.companies.all()]
        likely += [alias.company for alias in aliases if alias.key in _defined_with(organisation, body)]
        likely += [alias.company for alias in aliases if _begins_alike(alias.key, name_key(organisation))]
        found[organisation] = list(dict.fromkeys(likely))[:3]
    return found


def _near_aliases(organisations: Collection[str], body: str) -> list[CompanyAlias]:
    wanted = Q()
    for organisation in organisations:
        key = name_key(organisation)
        shorter = [key[:length] for length in range(PREFIX, len(key))]
        wanted |= Q(key__in=[*shorter, *_defined_with(organisation, body)])
        if len(key) >= PREFIX:
            wanted |= Q(key__startswith=key)
    return list(CompanyAlias.objects.filter(wanted).select_related("company").order_by("key")[:100])


def _defined_with(organisation: str, body: str) -> set[str]:
    """Keys of names beside an organisation's in parentheses: ``가람텔레콤(GT)``, ``GT(가람텔레콤)``."""
    name = re.escape(organisation)
    found = re.findall(rf"([^\s()（）]+)[(（]{name}[)）]|{name}[(（]([^()（）\n]+)[)）]", body)
    return {name_key(one or other) for one, other in found}


def _begins_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= PREFIX and long.startswith(short)
