"""The form that readers report errors with."""

import pytest
from django.test import Client

from messages_app.models import Correction
from messages_app.tests.factories import make_draft, make_published, make_staff, make_superuser

pytestmark = pytest.mark.django_db
SAID = {"text": "직함이 기사와 다릅니다", "contact": "reader@news.example"}


def test_a_report_reaches_the_editors_queue(client: Client) -> None:
    quote = make_published().quotes.get()
    assert quote.text in client.get(f"/corrections/?quote={quote.pk}").content.decode()
    response = client.post(f"/corrections/?quote={quote.pk}", SAID)
    assert (response.status_code, response["Location"]) == (302, "/corrections/thanks/")
    client.force_login(make_superuser())
    waiting = client.get("/admin/messages_app/correction/").content.decode()
    assert SAID["text"] in waiting
    assert f"/review/#q{quote.pk}" in waiting


def test_a_quote_page_leads_to_the_form(client: Client) -> None:
    quote = make_published().quotes.get()
    assert f'href="/corrections/?quote={quote.pk}"' in client.get(quote.get_absolute_url()).content.decode()


@pytest.mark.parametrize("asked", ["", "?quote=", "?quote=x", "?quote=٣", "?quote=-1", f"?quote={'9' * 30}"])
def test_the_form_needs_no_quote(client: Client, asked: str) -> None:
    assert client.get(f"/corrections/{asked}").status_code == 200
    assert client.post(f"/corrections/{asked}", SAID).status_code == 302
    assert Correction.objects.get().quote is None


def test_the_end_of_a_line_counts_once_as_in_the_browser(client: Client) -> None:
    assert 'maxlength="2000"' in client.get("/corrections/").content.decode()
    assert client.post("/corrections/", SAID | {"text": "가\r\n" * 999 + "나다"}).status_code == 302
    assert Correction.objects.get().text == "가\n" * 999 + "나다"


def test_a_draft_is_not_shown(client: Client) -> None:
    quote = make_draft().quotes.get()
    assert quote.text not in client.get(f"/corrections/?quote={quote.pk}").content.decode()


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"text": ""}, "무엇이 잘못되었는지"),
        ({"text": " \n"}, "무엇이 잘못되었는지"),
        ({"text": "가" * 2001}, "2,000자 안으로"),
        ({"contact": "주소 아님"}, "name@example.com"),
        ({"text": "\x00"}, "다시"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(client: Client, sent: dict[str, str], message: str) -> None:
    response = client.post("/corrections/", SAID | sent)
    body = response.content.decode()
    assert response.status_code == 400
    assert 'role="alert"' in body
    assert 'aria-invalid="true"' in body
    assert (SAID | sent)["contact"] in body
    assert not Correction.objects.exists()


def test_a_program_falls_into_the_trap(client: Client) -> None:
    response = client.post("/corrections/", SAID | {"website": "https://spam.example"})
    assert response["Location"] == "/corrections/thanks/"
    assert not Correction.objects.exists()


def test_a_flood_is_429_and_keeps_the_text(client: Client, settings: object) -> None:
    settings.CORRECTIONS_PER_HOUR = 1
    client.post("/corrections/", SAID)
    response = client.post("/corrections/", SAID)
    assert response.status_code == 429
    assert SAID["text"] in response.content.decode()


def test_behind_a_proxy_the_sender_is_whom_the_proxy_saw(client: Client, settings: object) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    for passed_on in ("198.51.100.7, 192.0.2.1", "203.0.113.9, 192.0.2.1", "192.0.2.2"):
        client.post("/corrections/", SAID, headers={"x-forwarded-for": passed_on})
    assert len(set(Correction.objects.values_list("sender", flat=True))) == 2


def test_without_a_proxy_nobody_says_who_they_are(client: Client) -> None:
    for claimed in ("192.0.2.1", "192.0.2.2"):
        client.post("/corrections/", SAID, headers={"x-forwarded-for": claimed})
    assert len(set(Correction.objects.values_list("sender", flat=True))) == 1


def test_a_form_without_its_token_is_refused() -> None:
    assert Client(enforce_csrf_checks=True).post("/corrections/", SAID).status_code == 403
    assert not Correction.objects.exists()


def test_markup_in_a_report_is_text_on_the_desk(client: Client) -> None:
    client.post("/corrections/", SAID | {"text": "<script>alert(1)</script>"})
    client.force_login(make_superuser())
    assert "<script>alert(1)" not in client.get("/admin/messages_app/correction/").content.decode()


def test_who_only_sees_reports_marks_none(client: Client) -> None:
    client.post("/corrections/", SAID)
    client.force_login(make_staff("view_correction"))
    chosen = {"action": "handle", "_selected_action": [Correction.objects.get().pk]}
    client.post("/admin/messages_app/correction/", chosen)
    assert not Correction.objects.get().handled_at


def test_editors_mark_reports_as_handled(client: Client) -> None:
    client.post("/corrections/", SAID)
    client.force_login(make_superuser())
    chosen = {"action": "handle", "_selected_action": [Correction.objects.get().pk]}
    client.post("/admin/messages_app/correction/", chosen)
    assert Correction.objects.get().handled_at
    assert SAID["text"] not in client.get("/admin/messages_app/correction/").content.decode()
    assert SAID["text"] in client.get("/admin/messages_app/correction/?handled=yes").content.decode()
