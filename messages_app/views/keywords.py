"""The page of a word."""

import unicodedata
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from messages_app.search import Highlighter, Lexicon, Portrait, YearOfWord, portrait, query_for

# The chart, in units of its viewBox: a year is ten wide, seven of them its bar.
STEP, BAR, HEIGHT = 10, 7, 100
# On the screen a year is this many pixels wide where there is room; so many years have room for a label each.
YEAR_PIXELS = 48
LABELLED = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A year of the chart: where its bar stands and how high it is."""

    year: YearOfWord
    x: float
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars of the share of each year, the highest as high as the chart."""

    bars: list[Bar]
    top_share: float
    width: int
    pixels: int
    height: int = HEIGHT
    bar: int = BAR

    @property
    def is_labelled(self) -> bool:
        """Whether each bar has its year and figure below it, also on a phone."""
        return len(self.bars) <= LABELLED

    @classmethod
    def of(cls, years: list[YearOfWord]) -> "Chart":
        top = max((year.share for year in years), default=0.0)
        bars = [_bar(number, year, year.share / top if top else 0.0) for number, year in enumerate(years)]
        return cls(bars, top, len(years) * STEP, len(years) * YEAR_PIXELS)


def _bar(number: int, year: YearOfWord, share: float) -> Bar:
    height = round(HEIGHT * share, 1)
    return Bar(year, number * STEP + (STEP - BAR) / 2, round(HEIGHT - height, 1), height)


@require_safe
def keyword(request: HttpRequest, form: str) -> HttpResponse:
    """When a word was said, who says it most, the words beside it, and the newest statements with it.

    An inflected form and a synonym lead to the word they count as; ``?raw=1`` shows a word without its synonyms.
    """
    raw = request.GET.get("raw") == "1"
    wanted = unicodedata.normalize("NFC", form).upper().replace("\x00", "")
    found = portrait(wanted, raw=raw)
    counted = found.form if found else _dictionary_form(wanted)
    if counted and counted != form:
        address = reverse("messages_app:keyword", args=[counted])
        return redirect(f"{address}?raw=1" if raw else address)
    if not found:
        raise Http404
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
        "address": f"{search}?{urlencode({'q': query_for(found.form)} | ({'raw': '1'} if raw else {}))}",
        "chart": Chart.of(found.years),
        "highlighter": Highlighter.of(found.newest),
    }
