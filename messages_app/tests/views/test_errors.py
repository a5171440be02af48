"""What is wrong is said on a page of our own."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    [
        "/nowhere/",
        "/companies/없는회사/",
        "/executives/없는사람/",
        "/articles/1/",
        "/quotes/1/",
        "/quotes/99999999999999999999999/",
        "/articles/99999999999999999999999/",
        "/quotes/-1/",
        "/quotes/one/",
        "/companies/%00/",
        "/companies/..%2f..%2fetc/",
        "/companies/<script>/",
        f"/companies/{'가' * 2000}/",
    ],
)
def test_what_is_not_there_is_404(client: Client, address: str) -> None:
    response = client.get(address)
    body = response.content.decode()
    assert response.status_code == 404
    assert "찾는 페이지가 없습니다" in body
    assert 'name="q"' in body
    assert "<script>/" not in body


def test_no_link_of_a_page_that_is_not_there_leads_to_another_site(client: Client) -> None:
    body = client.get("/", PATH_INFO="//evil.example/").content.decode()
    assert "evil.example" in body
    assert 'href="//' not in body


def test_404_is_in_the_language_of_the_address(client: Client) -> None:
    response = client.get("/en/nowhere/")
    assert response.status_code == 404
    assert '<html lang="en">' in response.content.decode()


def test_an_error_of_ours_is_500_without_details(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError("inner details")

    monkeypatch.setattr("messages_app.views.home.totals", fail)
    response = Client(raise_request_exception=False).get("/")
    body = response.content.decode()
    assert response.status_code == 500
    assert "잠시 문제가 생겼습니다" in body
    assert "inner details" not in body


def test_a_host_we_are_not_is_400(client: Client) -> None:
    response = client.get("/", headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    assert "요청을 이해하지 못했습니다" in response.content.decode()


def test_a_form_without_its_token_is_403() -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/admin/login/", {"username": "x", "password": "y"})
    assert response.status_code == 403
    assert "보낸 양식이 만료되었습니다" in response.content.decode()


def test_pages_forbid_foreign_scripts_and_frames(client: Client) -> None:
    response = client.get("/")
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert "style=" not in response.content.decode()
    assert "<script>" not in response.content.decode()
