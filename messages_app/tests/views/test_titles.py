"""The title of a page says what it shows, and that something is wrong: it is read first, and in a list of tabs alone."""

import re

import pytest
from django.test import Client

from messages_app.models import Executive
from messages_app.tests.factories import Say, Who, make_published

pytestmark = pytest.mark.django_db


def title(page: str) -> str:
    found = re.findall("<title>(.*?)</title>", page)
    assert len(found) == 1
    return found[0]


@pytest.fixture
def archive() -> None:
    make_published("고객을 생각합니다", message_year=2026)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/search/", "모든 발언 · 신년사"),
        ("/search/?q=고객&year=2026", "고객, 2026 · 모든 발언 · 신년사"),
        ("/companies/가람텔레콤/", "가람텔레콤 · 신년사"),
        ("/companies/가람텔레콤/?q=고객", "고객 · 가람텔레콤 · 신년사"),
        ("/executives/김가온/?year=2026", "2026 · 김가온 (가람텔레콤) · 신년사"),
        ("/search/?year=x", "오류: 모든 발언 · 신년사"),
        ("/compare/?year=x", "오류: 견주기 · 신년사"),
        ("/en/search/?q=OR", "Error: All statements · New Year Messages"),
    ],
)
def test_titles_say_what_is_chosen_and_what_is_wrong(client: Client, archive: None, address: str, said: str) -> None:
    assert title(client.get(address).content.decode()) == said


def test_people_of_one_name_have_titles_of_their_own(client: Client, archive: None) -> None:
    make_published(Say("안전이 먼저", [Who("김가온", "누리전자", "대표")]))
    pages = [client.get(person.get_absolute_url()) for person in Executive.objects.all()]
    assert {title(page.content.decode()) for page in pages} == {
        "김가온 (가람텔레콤) · 신년사",
        "김가온 (누리전자) · 신년사",
    }
    Executive.objects.filter(companies__name="누리전자").update(note="창업자")
    person = Executive.objects.get(note="창업자")
    assert title(client.get(person.get_absolute_url()).content.decode()) == "김가온 (창업자) · 신년사"


def test_htmx_gets_the_title_with_the_results(client: Client, archive: None) -> None:
    answer = client.get("/companies/가람텔레콤/?q=고객", headers={"HX-Request": "true"})
    assert answer.content.decode().startswith("<title>고객 · 가람텔레콤 · 신년사</title>")


def test_a_form_sent_back_leads_to_each_field_that_is_wrong(client: Client) -> None:
    page = client.post("/corrections/", {"text": "", "contact": "x"}).content.decode()
    assert title(page).startswith("오류: ")
    summary = re.search(r'role="alert" tabindex="-1" autofocus>(.*?)</div>', page, re.DOTALL)
    assert summary
    assert re.findall('href="#(.*?)"', summary[1]) == ["id_text", "id_contact"]


@pytest.mark.parametrize(("address", "field"), [("/search/?q=OR", "id_q"), ("/compare/?year=x", "id_year")])
def test_a_field_is_described_by_what_is_wrong_with_it(client: Client, archive: None, address: str, field: str) -> None:
    page = client.get(address).content.decode()
    assert f'aria-describedby="{field}_error"' in page
    assert f'id="{field}_error"' in page
