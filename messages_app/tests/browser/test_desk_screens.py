"""Every screen of the desk: nobody is kept out, nothing runs over the edge of a phone."""

import io
from collections.abc import Iterator

import pytest
from django.urls import reverse

from messages_app.importing import begin, create_draft, create_job, freeze_edition
from messages_app.models import Article, Company, Executive
from messages_app.tests.browser.desk import Arrive, violations
from messages_app.tests.factories import PASTE, Say, Who, make_company, make_draft, make_published
from messages_app.tests.importing.intake.samples import archive, article, json_lines

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = "아주긴이름의회사이름이끝나지않고이어지는한국이름길기도하다" * 3
TARGET = 24  # CSS pixels, WCAG 2.2 success criterion 2.5.8
SMALL_TARGETS = """minimum => [...document.querySelectorAll(
        "#content a, #content button, #content summary, #content input:not([type=hidden]), #content select")]
    .filter(target => target.checkVisibility() && !target.closest(".visually-hidden, .first-submit, p.help"))
    .filter(target => getComputedStyle(target).display !== "inline" && target.type !== "checkbox")
    .map(target => [target.outerHTML.slice(0, 100), target.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.height < minimum - 0.1 || box.width < minimum - 0.1))
    .map(([html]) => html)"""


def fill() -> None:
    """Something on every screen, some of it very long."""
    make_published(Say("고객을 먼저 생각하는 한 해가 되어야 합니다", [Who("김가온", "GT가람")]), title="제목 " * 60)
    make_published(Say("고객을 먼저 생각하는 한 해가 되어야 합니다", [Who("김가온", "GT가람")]), outlet="누리신문")
    make_published(Say("안전은 어떤 성과와도 바꿀 수 없는 가치입니다", [Who("김가온", "지티가람")]))
    freeze_edition(message_year=2026, note=LONG)
    make_published("고객의 자리")
    make_company(LONG)
    create_draft(text=PASTE)
    make_draft(outlet=LONG[:60], title=LONG)
    job, _ = create_job(
        files=[
            ("묶음.zip", io.BytesIO(archive(가__txt=article(1).encode(), 나__jpg=b"x"))),
            (f"{LONG}.txt", io.BytesIO(b"")),
        ]
    )
    begin(job)
    create_job(files=[("표.jsonl", io.BytesIO(json_lines({"갑": LONG, "을": article(2), "열 이름이 꽤 깁니다": ""})))])


def screens() -> Iterator[tuple[str, str]]:
    """Name and address of every screen of the desk; ``fill`` must have been called."""
    stays, goes = Company.objects.get(name="GT가람"), Company.objects.get(name="지티가람")
    person = Executive.objects.earliest("pk")
    published = Article.objects.filter(status="published").earliest("pk")
    at = "admin:messages_app_"
    yield "index", "/admin/"
    yield "edition to freeze", reverse(f"{at}edition_add")
    yield "import", reverse(f"{at}article_import")
    yield "upload", reverse(f"{at}article_upload")
    for number, name in enumerate(("job", "columns"), 1):
        yield name, reverse(f"{at}article_upload_job", args=[number])
    yield "queue", reverse(f"{at}article_queue")
    yield "queue of a day", reverse(f"{at}article_queue") + "?day=2026-01-02&uncertain=yes"
    yield "review", reverse(f"{at}article_review", args=[Article.objects.filter(status="draft").earliest("pk").pk])
    yield "review of what is published", reverse(f"{at}article_review", args=[published.pk])
    for quote in published.quotes.get(), Article.objects.get(outlet="누리신문").quotes.get():
        yield "reports", reverse(f"{at}quote_reprints", args=[quote.pk])
    yield "history", reverse(f"{at}company_history", args=[stays.pk])
    yield "delete", reverse(f"{at}article_delete", args=[published.pk])
    yield "suspects", reverse(f"{at}suspects")
    yield "merge", reverse(f"{at}company_merge", args=[goes.pk])
    yield "nothing to merge", reverse(f"{at}company_merge", args=[goes.pk]) + "?q=없는이름"
    yield "merge preview", reverse(f"{at}company_merge", args=[goes.pk]) + f"?with={stays.pk}"
    yield "split", reverse(f"{at}executive_split", args=[person.pk])
    yield "split of a company", reverse(f"{at}company_split", args=[stays.pk])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_any_screen(arrive: Arrive, scheme: str, width: int) -> None:
    fill()
    page, found = arrive(width, scheme, "CHIEF_EDITOR").page, []
    for name, address in screens():
        page.goto(address)
        found += [f"{name}: {line}" for line in violations(page)]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("width", [320, 390])
def test_no_screen_runs_over_the_edge(arrive: Arrive, width: int) -> None:
    fill()
    page, wide = arrive(width, group="CHIEF_EDITOR").page, []
    for name, address in screens():
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(name)
    assert wide == []


@pytest.mark.parametrize("width", [320, 1440])
def test_the_longest_names_stay_within_the_screens(arrive: Arrive, width: int) -> None:
    longest = Who("가" * 60, "나" * 100, "다" * 100)
    article = make_published(Say("라" * 200, [longest]), title="A" * 300, outlet="마" * 60)
    page, wide = arrive(width, group="CHIEF_EDITOR").page, []
    at = "admin:messages_app_"
    for address in (
        reverse(f"{at}article_review", args=[article.pk]),
        reverse(f"{at}article_history", args=[article.pk]),
        reverse(f"{at}quote_reprints", args=[article.quotes.get().pk]),
        reverse("admin:index"),
    ):
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(address)
    assert wide == []


@pytest.mark.parametrize("width", [390, 1280])
def test_targets_are_large_enough_to_hit(arrive: Arrive, width: int) -> None:
    fill()
    page, small = arrive(width, group="CHIEF_EDITOR").page, []
    for name, address in screens():
        page.goto(address)
        small += [f"{name}: {html}" for html in page.evaluate(SMALL_TARGETS, TARGET)]
    assert small == [], "\n".join(small)
