"""Quotes as HTML, and the addresses of further pages."""

from datetime import date, timedelta

import pytest
from django.core.paginator import Paginator
from django.utils import timezone, translation
from django.utils.safestring import SafeString

from messages_app.models import Company, Executive
from messages_app.search import Highlighter, Lexicon
from messages_app.templatetags.quotes import (
    AND,
    day,
    days_ago,
    foreign,
    highlight,
    page_address,
    page_numbers,
    percent,
    signed,
    speakers,
)
from messages_app.tests.factories import Say, Who, make_draft, make_published


def marking(*runs: str) -> Highlighter:
    return Highlighter(frozenset(), runs, Lexicon([]))


def test_what_was_searched_for_is_marked() -> None:
    assert highlight("고객과 고객", marking("고객")) == "<mark>고객</mark>과 <mark>고객</mark>"


def test_nothing_is_marked_without_a_search() -> None:
    assert highlight("고객을 믿는다", None) == "고객을 믿는다"
    assert highlight("", marking("고객")) == ""


@pytest.mark.parametrize("highlighter", [None, marking("script"), marking("&"), marking("<"), marking("'", '"')])
def test_markup_in_a_quote_is_text_wherever_the_marks_are(highlighter: Highlighter | None) -> None:
    html = highlight("<script>alert('1' & \"2\")</script>", highlighter)
    left = html.replace("<mark>", "").replace("</mark>", "")
    assert left == "&lt;script&gt;alert(&#x27;1&#x27; &amp; &quot;2&quot;)&lt;/script&gt;"


def test_characters_of_an_escape_are_not_found() -> None:
    assert highlight("1 < 2 & 3", marking("lt", "amp")) == "1 &lt; 2 &amp; 3"


def test_marks_that_touch_or_overlap_are_one() -> None:
    assert highlight("고객가치창출", marking("고객가치", "가치창출")) == "<mark>고객가치창출</mark>"


def test_a_mark_may_begin_and_end_the_text() -> None:
    assert highlight("가", marking("가")) == "<mark>가</mark>"
    assert highlight("가나가", marking("가")) == "<mark>가</mark>나<mark>가</mark>"


@pytest.mark.parametrize("run", [".*", "(", "[", "\\", "+", "a|b"])
def test_the_search_is_no_pattern(run: str) -> None:
    assert highlight("고객을 믿는다", marking(run)) == "고객을 믿는다"
    assert highlight(f"고객 {run}", marking(run)) == f"고객 <mark>{run}</mark>"


def test_lines_stay_lines() -> None:
    assert highlight("고객\n<br>", marking("고객")) == "<mark>고객</mark><br>&lt;br&gt;"


def test_foreign_words_have_their_language() -> None:
    assert foreign(SafeString("전력망(Grid)과 <mark>Net</mark> Zero")) == (
        '전력망(<span lang="en">Grid</span>)과 <mark><span lang="en">Net</span></mark> <span lang="en">Zero</span>'
    )


def test_initials_tags_and_references_are_no_foreign_words() -> None:
    for html in ("AI와 ESG경영", "5G", "1 &lt; 2 &amp; 3", '<mark class="hit">가</mark><br>'):
        assert foreign(SafeString(html)) == html


@pytest.mark.parametrize(("days", "expected"), [(0, "오늘"), (1, "어제"), (9, "9일 전"), (31, ""), (-2, "")])
def test_a_recent_day_is_near(days: int, expected: str) -> None:
    with translation.override("ko"):
        assert days_ago(date(2026, 3, 1) - timedelta(days), date(2026, 3, 1)) == expected


def test_a_day_is_for_eyes_and_machines() -> None:
    assert day(date(2021, 1, 4)) == '<time datetime="2021-01-04">2021. 1. 4.</time>'
    assert day(None) == ""
    with translation.override("ko"):
        assert day(timezone.localdate()).endswith(" (오늘)</time>")


def test_a_day_moves_on_and_speaks_the_language_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = []
    for language, today in (("ko", date(2026, 1, 2)), ("ko", date(2026, 1, 3)), ("en", date(2026, 1, 3))):
        monkeypatch.setattr(timezone, "localdate", lambda today=today: today)
        with translation.override(language):
            shown.append(day(date(2026, 1, 2)))
    assert [text.partition(">")[2] for text in shown] == [
        "2026. 1. 2. (오늘)</time>",
        "2026. 1. 2. (어제)</time>",
        "2 Jan 2026 (yesterday)</time>",
    ]


@pytest.mark.django_db
def test_speakers_are_named_as_printed_and_lead_to_their_pages() -> None:
    who = (Who("김가온", "가람<텔레콤>", "사장"), Who("", "누리전자", ""))
    first, second = speakers(make_published(Say("고객이 먼저입니다", who)).quotes.get()).split(AND)
    person, company = (record.get_absolute_url() for record in (Executive.objects.get(), Company.objects.first()))
    assert first == (
        f'<span class="speaker" lang="ko"><a class="speaker-name" href="{person}">김가온</a> '
        f'<a href="{company}">가람&lt;텔레콤&gt;</a> 사장</span>'
    )
    assert second.endswith('">누리전자</a></span>')


@pytest.mark.django_db
def test_who_has_no_record_is_named_without_a_link_and_nobody_as_unknown() -> None:
    says = [Say("고객이 먼저입니다", (Who("김가온", "", "사장"),)), Say("새해입니다", ())]
    named, unnamed = make_draft(*says).quotes.all()
    assert '<span class="speaker-name">김가온</span> 사장</span>' in speakers(named)
    with translation.override("ko"):
        assert speakers(unnamed) == '<span class="speaker">발언자 미상</span>'


@pytest.mark.parametrize(("share", "shown"), [(0, "0%"), (0.934, "93%"), (1, "100%")])
def test_a_share_is_a_percentage(share: float, shown: str) -> None:
    assert percent(share) == shown


@pytest.mark.parametrize(("number", "shown"), [(0, "0"), (3, "+3"), (-1200, "−1,200"), (12345, "+12,345")])
def test_a_difference_has_a_sign(number: int, shown: str) -> None:
    assert signed(number) == shown


def test_a_page_has_an_address() -> None:
    assert page_address("/executives/", 1) == "/executives/"
    assert page_address("/executives/", 2) == "/executives/?page=2"
    assert page_address("/search/?q=고객", 3) == "/search/?q=고객&page=3"


def test_many_pages_are_shortened() -> None:
    numbers = page_numbers(Paginator(range(100), 1).page(50))
    assert numbers == [1, Paginator.ELLIPSIS, 48, 49, 50, 51, 52, Paginator.ELLIPSIS, 100]


def test_few_pages_are_all_offered() -> None:
    assert page_numbers(Paginator(range(3), 1).page(1)) == [1, 2, 3]
