"""The page of a word."""

import unicodedata
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from messages_app.search import Highlighter, Lexicon, Portrait, YearOfWord, portrait

# The chart, in units of its viewBox.
STEP, BAR, HEIGHT = 24, 16, 120
LABELS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A year of the chart: where its bar stands, how high it is, whether its year is written under it."""

    year: YearOfWord
    x: int
    middle: int
    top: float
    height: float
    labelled: bool


def keyword(request: HttpRequest, form: str) -> HttpResponse:
    """When a word was said, who says it most, the words beside it, and the newest statements with it.

    An inflected form and a synonym lead to the word they count as; ``?raw=1`` shows a word without its synonyms.
    """
    raw = request.GET.get("raw") == "1"
    wanted = unicodedata.normalize("NFC", form).upper().replace("\x00", "")
    found = portrait(wanted, raw=raw)
    if not found:
        if dictionary_form := _dictionary_form(wanted):
            return redirect("messages_app:keyword", dictionary_form)
        raise Http404(_("그런 낱말을 쓴 발언이 없습니다."))
    if found.form != form:
        return redirect("messages_app:keyword", found.form)
    return render(request, "messages_app/keyword.html", _context(found, raw))


def _dictionary_form(text: str) -> str:
    """The word on record that a text is a form of: ``"고객을"`` -> ``"고객"``; empty where there is none."""
    forms = list(dict.fromkeys(word.form for word in Lexicon.load().words(text[:100])))
    return forms[0] if len(forms) == 1 and forms[0] != text and portrait(forms[0]) else ""


def _context(found: Portrait, raw: bool) -> dict[str, object]:
    search = reverse("messages_app:search")
    return {
        "portrait": found,
        "raw": raw,
        "search": search,
        "bars": _bars(found.years),
        "chart_width": max(len(found.years), 1) * STEP,
        "chart_height": HEIGHT,
        "chart_bar": BAR,
        "top_share": max((year.share for year in found.years), default=0.0),
        "highlighter": Highlighter.of(found.newest.plan),
    }


def _bars(years: list[YearOfWord]) -> list[Bar]:
    top = max((year.share for year in years), default=0.0) or 1.0
    every = max(1, -(-len(years) // LABELS))
    return [
        Bar(
            year,
            number * STEP + (STEP - BAR) // 2,
            number * STEP + STEP // 2,
            round(HEIGHT * (1 - year.share / top), 1),
            round(HEIGHT * year.share / top, 1),
            (len(years) - 1 - number) % every == 0,
        )
        for number, year in enumerate(years)
    ]
