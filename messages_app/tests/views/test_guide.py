"""Help, about and the style guide."""

import re
from html import unescape
from urllib.parse import unquote

import pytest
from django.test import Client

from messages_app.tests.factories import make_published

pytestmark = pytest.mark.django_db


def test_help_explains_what_the_search_understands(client: Client) -> None:
    make_published("고객 가치와 주주")
    body = client.get("/help/").content.decode()
    examples = [unquote(unescape(found)) for found in re.findall(r'href="(/search/\?q=[^"]+)"', body)]
    assert len(examples) == 6
    for address in examples:
        assert client.get(address).status_code == 200, address


def test_about_states_method_limits_and_where_to_report(client: Client) -> None:
    body = client.get("/about/").content.decode()
    for anchor in ("method", "counting", "limits", "errors"):
        assert f'<h2 id="{anchor}">' in body
    assert 'href="/corrections/"' in body


@pytest.mark.parametrize("address", ["/help/", "/about/", "/corrections/", "/corrections/thanks/"])
def test_they_answer_in_both_languages_and_are_linked(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200
    assert '<html lang="en">' in client.get(f"/en{address}").content.decode()


def test_the_style_guide_is_for_those_who_debug(client: Client, settings: object) -> None:
    assert client.get("/styleguide/").status_code == 404
    settings.DEBUG = True
    make_published("고객 가치")
    assert client.get("/styleguide/").status_code == 200
