"""An address once given out leads on for ever."""

from urllib.parse import quote

import pytest
from django.test import Client

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


def test_a_slug_of_the_other_kind_leads_nowhere(client: Client) -> None:
    assert client.get("/companies/김가온/").status_code == 404
    assert client.get("/executives/가람텔레콤/").status_code == 404


def test_an_address_without_its_slash_gets_one(client: Client) -> None:
    response = client.get("/companies/셋째")
    assert (response.status_code, response["Location"]) == (301, f"/companies/{quote('셋째')}/")
