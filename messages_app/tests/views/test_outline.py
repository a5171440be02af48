"""Headings and landmarks read as an outline of the page; ``pytest -s -k outline`` prints it."""

from html.parser import HTMLParser

import pytest
from django.test import Client

from messages_app.tests.browser.pages import addresses, fill
from messages_app.tests.factories import Say, Who, make_published

pytestmark = pytest.mark.django_db
LANDMARKS = {"header": "banner", "main": "main", "footer": "contentinfo", "nav": "navigation", "aside": "complementary"}
SECTIONING = {"article", "section", "aside", "main", "nav"}
VOID = {"meta", "link", "input", "br", "img", "hr"}


class Outline(HTMLParser):
    """The headings as (level, text) and the landmarks as (role, label) of a page, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[tuple[int, str]] = []
        self.landmarks: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self._open: list[str] = []
        self._heading: list[str] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        role = given.get("role") if given.get("role") == "search" else LANDMARKS.get(tag)
        inside = SECTIONING.intersection(self._open)
        if role and not (role in ("banner", "contentinfo") and inside):
            self.landmarks.append((role, str(given.get("aria-label") or given.get("aria-labelledby") or "")))
        if tag in ("h1", "h2", "h3", "h4"):
            self._heading = []
        if tag not in VOID:
            self._open.append(tag)

    def handle_data(self, data: str) -> None:
        if self._heading is not None:
            self._heading.append(data)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass
        if tag in ("h1", "h2", "h3", "h4") and self._heading is not None:
            self.headings.append((int(tag[1]), "".join(self._heading).strip()))
            self._heading = None

    def __str__(self) -> str:
        marks = [f"  [{role}] {label}" for role, label in self.landmarks]
        return "\n".join([*marks, *(f"{'  ' * level}{text}" for level, text in self.headings)])


@pytest.fixture
def outlines(client: Client) -> dict[str, Outline]:
    fill()
    return {name: Outline(client.get(address).content.decode()) for name, address in addresses().items()}


def test_headings_go_down_one_level_at_a_time(outlines: dict[str, Outline]) -> None:
    for name, outline in outlines.items():
        print(f"{name}\n{outline}\n")  # noqa: T201 - the outline is for people, too
        levels = [level for level, _text in outline.headings]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), name
        assert all(text for _level, text in outline.headings), name


def test_landmarks_are_there_once_and_named_apart(outlines: dict[str, Outline]) -> None:
    for name, outline in outlines.items():
        roles = [role for role, _label in outline.landmarks]
        assert [roles.count(role) for role in ("banner", "main", "contentinfo")] == [1, 1, 1], name
        assert len(set(outline.landmarks)) == len(outline.landmarks), name


def test_ids_are_there_once(outlines: dict[str, Outline]) -> None:
    for name, outline in outlines.items():
        assert len(set(outline.ids)) == len(outline.ids), name


def test_people_of_one_name_are_choices_with_ids_of_their_own(client: Client) -> None:
    for company in ("가람텔레콤", "누리전자"):
        make_published(Say(f"{company}의 고객을 생각합니다", [Who("김가온", company)]))
    ids = Outline(client.get("/search/").content.decode()).ids
    assert sorted(name for name in ids if name.startswith("executive-")) == ["executive-김가온", "executive-김가온-2"]


def test_pages_have_titles_that_differ(client: Client) -> None:
    fill()
    titles = [client.get(address).content.decode().split("<title>")[1].split("</title>")[0] for address in some()]
    assert len(set(titles)) == len(titles)


def some() -> list[str]:
    """Pages that are not two views of one list."""
    return [address for name, address in addresses().items() if name not in ("search by company", "misunderstood")]
