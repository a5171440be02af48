"""A page is light: what a first visit to a company page with twenty quotes transfers."""

import gzip
import re
from urllib.parse import quote_plus

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from messages_app.tests.factories import Say, Who, make_published

pytestmark = pytest.mark.django_db
LIMIT = 60_000  # bytes, compressed, in all
WORDS = "고객이 먼저 찾는 회사가 되려면 어제의 방법을 내려놓고 현장에서 다시 배워야 합니다. "


def test_a_company_page_with_twenty_long_quotes_is_light(client: Client) -> None:
    says = [Say(f"{number}. {WORDS * 4}", [Who(f"김가온{number}")]) for number in range(30)]
    make_published(*says, url="https://news.example/1")
    response = client.get("/companies/가람텔레콤/", headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    body = gzip.decompress(response.content).decode()
    assert body.count('<figure class="quote"') == 20
    files = set(re.findall(r'(?:src|href)="/static/([^"]+\.(?:css|js|svg))"', body))
    assert len(files) > 5
    sizes = {name: len(gzip.compress(read(name))) for name in files}
    assert len(response.content) + sum(sizes.values()) <= LIMIT, sizes


@pytest.mark.parametrize(
    "address", ["/search/?q=", "/companies/가람텔레콤/?q=", "/compare/?q=", "/compare/?year=2026&x="]
)
def test_what_is_too_long_to_look_for_is_not_in_every_link(client: Client, address: str) -> None:
    for year in (2025, 2026):
        make_published("고객을 생각합니다", message_year=year)
    typed = "가" * 300
    page = client.get(address + typed).content.decode()
    assert page.count(quote_plus(typed)) <= 4  # The addresses of the page itself and in the other language.


def read(name: str) -> bytes:
    with open(finders.find(name), "rb") as file:  # noqa: PTH123 - a path as Django gives it
        return file.read()
