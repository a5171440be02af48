"""Counts in the thousands are easy to read, and nothing else is written like them."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils.formats import get_format

from messages_app.tests.browser.pages import TIMES, addresses, fill, multiply

pytestmark = pytest.mark.django_db
GROUPED = re.compile(r"\d,\d{3}(?!\d)")
UNGROUPED = re.compile(r"(?<!\d)(?!20\d\d(?!\d))\d{4,}")
# What a reader sees or hears of a page: its words, the names of things, and what a shared address says of it.
HEARD = re.compile(r'(?:aria-label|title|alt|placeholder|property="og:description" content)="([^"]*)"')
# Where each of them counts something.
COUNTING = [
    "home",
    "companies",
    "company",
    "executives",
    "search by company",
    "word",
    "comparison",
    "rankings",
    "edition",
    "about",
]


def read(html: str) -> str:
    """The text of a page with what is heard of it, but for addresses: numbers in these are no counts."""
    html = re.sub(r"<script.*?</script>|<!--.*?-->", "", html, flags=re.DOTALL)
    text = " ".join([re.sub(r"<[^>]*>", " ", html), *HEARD.findall(html)])
    return re.sub(r"https?://\S+", "", text)


def attributes(html: str) -> list[str]:
    """Everything that a browser, a script or a server reads: addresses, ids, values, data."""
    return re.findall(r'(?:href|src|cite|action|id|for|name|value|datetime|data-[\w-]+)="([^"]*)"', html)


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_count_of_every_page_is_grouped(client: Client, language: str) -> None:
    fill()
    multiply()
    pages = {name: client.get(language + address).content.decode() for name, address in addresses().items()}
    assert {name: found for name, html in pages.items() if (found := UNGROUPED.findall(read(html)))} == {}
    assert [name for name in COUNTING if not GROUPED.search(read(pages[name]))] == []


@pytest.mark.parametrize("language", ["", "/en"])
def test_no_year_and_no_address_is_grouped(client: Client, language: str) -> None:
    fill()
    multiply()
    for name, address in addresses().items():
        html = client.get(language + address).content.decode()
        assert not [value for value in attributes(html) if GROUPED.search(value)], name
        assert not re.search(r"2,02[56](?!\d)", html), name


def test_the_number_of_statements_is_grouped_wherever_a_page_says_it(client: Client) -> None:
    fill()
    multiply()
    said = f"{28 * TIMES:,}"
    found = client.get("/search/").content.decode()
    assert f"발언 {said}개를 파일로" in found and re.search(rf"<h2[^>]*>\s*발언 {said}개\s*</h2>", found)
    assert f"발언 {said}개" in client.get("/").content.decode()
    assert f"{said} statements" in client.get("/en/").content.decode()


def test_a_suggestion_has_its_count_grouped(client: Client) -> None:
    fill()
    multiply()
    html = client.get("/suggest/?q=가람").content.decode()
    assert GROUPED.search(read(html)) and not UNGROUPED.search(read(html))


def test_files_hold_plain_numbers(client: Client) -> None:
    fill()
    multiply()
    table = client.get("/compare/?words=고객&format=csv").getvalue().decode()
    assert str(TIMES) in table and not GROUPED.search(table)


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_every_language_groups_as_the_choices_of_a_facet_do(language: str) -> None:
    assert get_format("THOUSAND_SEPARATOR", language) == ","
    assert get_format("NUMBER_GROUPING", language) == 3


def test_every_sentence_with_a_plural_shows_its_number_grouped() -> None:
    templates = Path(settings.BASE_DIR, "templates").rglob("*.html")
    tags = [
        tag for path in templates for tag in re.findall(r"\{% blocktranslate [^%]*\bcount [^%]*%\}", path.read_text())
    ]
    assert len(tags) > 20
    assert [tag for tag in tags if not shows_its_number(tag)] == []


def shows_its_number(tag: str) -> bool:
    """Whether what chooses the plural is filled in grouped: ``count counter=found with n=found|intcomma``."""
    counted = re.search(r"count counter=(\S+)", tag)
    return bool(counted) and f" n={counted[1]}|intcomma" in tag
