"""An edition beside what is counted today and the year before."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from messages_app.importing import freeze_edition, save_keyword
from messages_app.models import Edition, Keyword
from messages_app.reports import (
    EditionReport,
    Row,
    count_year,
    editions,
    last_editions,
    preview_edition,
    report_edition,
    words_of_years,
)
from messages_app.search import Standing, standings, themes_of_year
from messages_app.tests.factories import make_published

pytestmark = pytest.mark.django_db


def freeze(year: int = 2026) -> Edition:
    return freeze_edition(message_year=year).edition


def row(report: EditionReport, form: str) -> Row:
    return next(each for each in report.rows if each.word.form == form)


def test_todays_figures_stand_beside_those_of_then() -> None:
    make_published("고객의 자리", "고객의 길", "안전의 길")
    edition = freeze()
    make_published("안전의 해", "안전의 날")
    report = report_edition(edition)
    assert (report.statements_today, report.top) == (5, 3)
    assert row(report, "안전").today == Standing(1, 3)
    assert row(report, "고객").today == Standing(2, 2)
    assert [row(report, form).difference for form in ("안전", "고객")] == [2, 0]


def test_ranks_of_today_count_every_word_of_the_year() -> None:
    make_published("고객의 자리", "고객의 길", "안전의 길", "안전의 고객", "미래")
    ranks = {form: standing.rank for form, standing in standings(2026, ["미래", "안전", "고객", "없음"]).items()}
    assert ranks == {"고객": 1, "안전": 2, "미래": 4}
    assert [form for form, _ in themes_of_year(2026)][:3] == ["고객", "길", "안전"]


@pytest.mark.parametrize("change", ["stop", "synonym"])
def test_a_word_that_is_ranked_no_more_has_no_place_today(change: str) -> None:
    make_published("고객의 길", "안전의 길")
    edition = freeze()
    head = Keyword.objects.get(form="안전") if change == "synonym" else None
    save_keyword(form="고객", counts_as=head, is_stop=change == "stop")
    found = row(report_edition(edition), "고객")
    assert (found.today, found.difference) == (None, -1)


def test_the_year_before_is_compared_with_by_its_last_edition() -> None:
    make_published("안전의 길", "안전의 해", message_year=2025)
    freeze(2025)
    make_published("고객의 길", "고객의 해", "고객의 자리", message_year=2025)
    before = freeze(2025)
    make_published("안전의 빛")
    report = report_edition(freeze())
    assert report.year_before == before
    assert (row(report, "안전").risen, row(report, "안전").gain) == (1, -1)
    assert row(report, "빛").earlier is None


def test_editions_of_the_same_year_are_named_in_order() -> None:
    make_published("고객의 길")
    first = freeze()
    make_published("안전의 길")
    second = freeze()
    assert report_edition(first).editions == report_edition(second).editions == [first, second]
    assert last_editions([2025, 2026]) == {2026: second}
    assert words_of_years([2026])[0].edition == second


def test_a_preview_says_what_is_new_and_what_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editions, "LENGTH", 2)
    make_published("고객의 자리", "고객의 자리 둘")
    assert preview_edition(2026).last is None
    edition = freeze()
    assert preview_edition(2026).is_frozen
    make_published("고객의 길", "안전의 길", "미래의 길")
    preview = preview_edition(2026)
    assert (preview.last, preview.is_frozen) == (edition, False)
    assert [(each.word.form, each.earlier is not None, each.gain) for each in preview.rows] == [
        ("고객", True, 1),
        ("길", False, 3),
    ]
    assert [word.form for word in preview.gone] == ["자리"]


@pytest.mark.parametrize(("length", "kept"), [(5, 5), (4, 2), (2, 2), (1, 1)])
def test_the_list_is_not_cut_between_words_said_as_often(
    monkeypatch: pytest.MonkeyPatch, length: int, kept: int
) -> None:
    monkeypatch.setattr(editions, "LENGTH", length)
    make_published("고객의 길", "고객의 길", "고객의 해", "안전의 미래", "자리")
    assert len(count_year(2026).words) == kept


def test_a_list_of_words_said_once_is_cut_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editions, "LENGTH", 2)
    make_published("안전의 미래", "자리")
    assert [word.form for word in count_year(2026).words] == ["미래", "안전"]


def test_nothing_published_counts_nothing() -> None:
    counted = count_year(2026)
    assert (counted.words, counted.totals.statements, counted.has_sample) == ([], 0, False)


def test_more_words_take_no_more_queries() -> None:
    numbers = []
    for words in ("고객의 길", "안전 미래 혁신 도전 성장 고객 시장"):
        make_published(words)
        edition = freeze()
        with CaptureQueriesContext(connection) as captured:
            report_edition(edition)
        reported = len(captured)
        with CaptureQueriesContext(connection) as captured:
            preview_edition(2026)
        numbers.append((reported, len(captured)))
    assert numbers == [(4, 6)] * 2
