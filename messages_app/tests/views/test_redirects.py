"""An address once given out leads on for ever."""

import unicodedata
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from messages_app.models import Company, Executive
from messages_app.tests.factories import make_published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def renamed() -> None:
    """A company and a person whose slugs have changed twice."""
    make_published("고객을 생각합니다")
    for record in (Company.objects.get(), Executive.objects.get()):
        for slug in ("둘째", "셋째"):
            record.slug = slug
            record.save()


@pytest.mark.parametrize("where", ["/companies/", "/executives/", "/en/companies/", "/en/executives/"])
@pytest.mark.parametrize("query", ["", "?q=%EA%B3%A0%EA%B0%9D&year=2026&year=2025"])
def test_former_slugs_redirect_with_their_query(client: Client, where: str, query: str) -> None:
    first = "가람텔레콤" if "companies" in where else "김가온"
    for slug in (first, "둘째"):
        response = client.get(f"{where}{slug}/{query}")
        assert response.status_code == 301
        assert response["Location"] == f"{where}{quote('셋째')}/{query}"
        assert client.get(response["Location"]).status_code == 200


@pytest.mark.parametrize("slug", ["", "둘째", "셋째"])
@pytest.mark.parametrize("name", ["company", "executive"])
def test_former_slugs_filter_as_ever(client: Client, name: str, slug: str) -> None:
    first = {"company": "가람텔레콤", "executive": "김가온"}[name]
    response = client.get("/search/", {name: slug or first})
    assert response.status_code == 200
    assert response.context["results"].count == 1
    assert response.context["filter_form"].chosen(name) == "셋째"


def test_only_a_former_slug_takes_another_query(client: Client) -> None:
    counts = []
    for slug in ("셋째", "둘째"):
        with CaptureQueriesContext(connection) as captured:
            client.get("/search/", {"company": slug})
        counts.append(len(captured))
    assert counts[1] == counts[0] + 1


def test_a_browser_asks_again_where_an_address_leads(client: Client) -> None:
    """A slug may be taken back: a browser that remembered the redirect for ever would go round in circles."""
    assert client.get("/companies/둘째/").headers["Cache-Control"] == "max-age=3600"


@pytest.mark.parametrize("name", ["company", "executive"])
def test_a_slug_that_never_was_is_refused(client: Client, name: str) -> None:
    other = {"company": "김가온", "executive": "가람텔레콤"}[name]
    assert client.get("/search/", {name: other}).status_code == 400


def test_a_slug_of_the_other_kind_leads_nowhere(client: Client) -> None:
    assert client.get("/companies/김가온/").status_code == 404
    assert client.get("/executives/가람텔레콤/").status_code == 404


def test_an_address_without_its_slash_gets_one(client: Client) -> None:
    response = client.get("/companies/셋째")
    assert (response.status_code, response["Location"]) == (301, f"/companies/{quote('셋째')}/")


@pytest.mark.parametrize("where", ["/companies/{}/", "/search/?company={}", "/executives/{}/", "/search/?executive={}"])
def test_an_address_taken_apart_on_its_way_leads_to_the_same(client: Client, where: str) -> None:
    response = client.get(where.format(unicodedata.normalize("NFD", "셋째")))
    assert response.status_code == 200
    assert "고객을 생각합니다" in response.content.decode()
