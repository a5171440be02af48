"""Particles go with the sound a name ends in."""

import pytest
from django.template import Context, Template
from django.utils import translation

from messages_app.templatetags.particles import particle, particle_after


@pytest.mark.parametrize(
    ("name", "pair", "expected"),
    [
        ("가람텔레콤", "은/는", "은"),
        ("누리전자", "은/는", "는"),
        ("가람텔레콤", "이/가", "이"),
        ("누리전자", "이/가", "가"),
        ("가람텔레콤", "을/를", "을"),
        ("누리전자", "을/를", "를"),
        ("가람텔레콤", "과/와", "과"),
        ("누리전자", "과/와", "와"),
        ("가람텔레콤", "으로/로", "으로"),
        ("누리전자", "으로/로", "로"),
        ("해솔", "으로/로", "로"),
        ("해솔", "은/는", "은"),
        ("해솔", "으로서/로서", "로서"),
        ("값", "을/를", "을"),
    ],
)
def test_after_hangul(name: str, pair: str, expected: str) -> None:
    assert particle_after(name, pair) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *(("0", "은"), ("1", "은"), ("2", "는"), ("3", "은"), ("4", "는")),
        *(("5", "는"), ("6", "은"), ("7", "은"), ("8", "은"), ("9", "는")),
        *(("10", "은"), ("500", "은"), ("2,000", "은"), ("20000", "은"), ("100000000", "은")),
        *(("2024", "는"), ("2026", "은"), ("1.50", "은"), ("1.2", "는"), ("SK2", "는")),
    ],
)
def test_after_figures(name: str, expected: str) -> None:
    assert particle_after(name, "은/는") == expected


def test_figures_in_rieul_take_ro() -> None:
    assert [particle_after(name, "으로/로") for name in ("1", "7", "8", "3", "2", "10")] == [
        *("로", "로", "로", "으로", "로", "으로"),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *(("GR", "은"), ("GL", "은"), ("GM", "은"), ("GN", "은"), ("KT", "는"), ("GX", "는"), ("AI", "는")),
        *(("Apple", "은"), ("Mobile", "은"), ("Chip", "은"), ("Book", "은"), ("Net", "은"), ("Home", "은")),
        *(("Line", "은"), ("Steel", "은"), ("Trading", "은"), ("Rock", "은"), ("Vision", "은")),
        *(("App", "은"), ("Group", "은"), ("Webb", "은"), ("Pacific", "은"), ("Market", "은"), ("Pearl", "은")),
        *(("Power", "는"), ("Star", "는"), ("Cloud", "는"), ("Smart", "는"), ("Park", "는"), ("Boat", "는")),
        *(("NAVER", "는"), ("GROUP", "은"), ("KOSDAQ", "은"), ("COSMAX", "는"), ("POSCO", "는"), ("ASEAN", "은")),
        *(("HMM", "은"), ("CEO", "는"), ("ETF", "는"), ("SUV", "는"), ("IBK", "는"), ("UAM", "은"), ("HBM4", "는")),
        *(("Bank", "는"), ("Tech", "는"), ("Bio", "는"), ("Naru", "는"), ("Motors", "는"), ("ESG경영", "은")),
    ],
)
def test_after_latin_letters(name: str, expected: str) -> None:
    assert particle_after(name, "은/는") == expected


def test_letters_and_words_in_rieul_take_ro() -> None:
    assert [particle_after(name, "으로/로") for name in ("GL", "GR", "Apple", "GM", "NAVER")] == [
        *("로", "로", "로", "으로", "로"),
    ]


@pytest.mark.parametrize("name", ["가람텔레콤(GT)", "‘가람텔레콤’", "가람텔레콤 ", "가람텔레콤(주) ", "“가람텔레콤.”"])
def test_what_is_not_read_out_is_passed_over(name: str) -> None:
    assert particle_after(name, "은/는") == "은"


@pytest.mark.parametrize("name", ["", "()", "…", "🙂", "漢"])
def test_what_cannot_be_read_takes_the_short_form(name: str) -> None:
    assert particle_after(name, "은/는") == "는"


def test_only_korean_has_particles() -> None:
    with translation.override("ko"):
        assert particle("가람텔레콤", "은/는") == "가람텔레콤은"
    with translation.override("en"):
        assert particle("가람텔레콤", "은/는") == "가람텔레콤"


def test_a_name_with_its_particle_is_escaped() -> None:
    page = Template('{% load particles %}{{ name|particle:"을/를" }}')
    with translation.override("ko"):
        assert page.render(Context({"name": "<b>가람"})) == "&lt;b&gt;가람을"
