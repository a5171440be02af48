"""People of one name in a list of choices."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from messages_app.models import Executive
from messages_app.search.tally import Choice


def told_apart(people: Sequence[Choice]) -> list[Choice]:
    """The choices, namesakes with their note or companies: two 김가온 -> ``김가온 (가람텔레콤)``, ``김가온 (누리전자)``.

    One query, none where all names differ.
    """
    times = Counter(choice.label for choice in people)
    known = _known([choice.value for choice in people if times[choice.label] > 1])
    return [
        replace(each, label=f"{each.label} ({known[each.value]})") if known.get(each.value) else each for each in people
    ]


def _known(slugs: Sequence[str]) -> dict[str, str]:
    """What is known of some people, by address: the note that tells them from others or, without one, their companies."""
    notes: dict[str, str] = {}
    companies: defaultdict[str, list[str]] = defaultdict(list)
    found = Executive.objects.filter(slug__in=slugs).order_by("companies__name")
    for slug, note, company in found.values_list("slug", "note", "companies__name"):
        notes[slug] = note
        companies[slug] += [company] if company else []
    return {slug: note or ", ".join(companies[slug]) for slug, note in notes.items()}
