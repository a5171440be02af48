"""The first page of the desk says what waits, and each figure leads to what it counts."""

import re

import pytest
from django.test import Client

from messages_app.importing import file_correction, handle_corrections
from messages_app.models import Correction, Quote
from messages_app.tests.factories import make_draft, make_published, make_staff, make_superuser

pytestmark = pytest.mark.django_db


def works(client: Client) -> dict[str, tuple[int, str]]:
    """Label, figure and address of what waits."""
    body = client.get("/admin/").content.decode()
    found = re.findall(r'<a href="([^"]+)"><strong>(\d+)</strong> ([^<]+)</a>', body)
    return {label: (int(count), url.replace("&amp;", "&")) for url, count, label in found}


def test_each_figure_leads_to_what_it_counts(client: Client) -> None:
    make_published()
    make_draft("하나입니다", "둘입니다")
    Quote.objects.filter(text="둘입니다").update(checked=True)
    file_correction(text="직함이 다릅니다", sender="192.0.2.1")
    client.force_login(make_superuser())
    waiting = works(client)
    assert [count for count, _url in waiting.values()] == [1, 1, 1]
    for count, url in waiting.values():
        shown = client.get(url).context
        assert (shown["cl"].result_count if "cl" in shown else shown["counts"].total) == count, url


def test_what_is_done_waits_no_more(client: Client) -> None:
    file_correction(text="직함이 다릅니다", sender="192.0.2.1")
    chief = make_superuser()
    handle_corrections(corrections=Correction.objects.all(), user=chief)
    client.force_login(chief)
    assert {count for count, _url in works(client).values()} == {0}


def test_only_what_one_may_see_is_counted(client: Client) -> None:
    client.force_login(make_staff("view_article"))
    assert list(works(client)) == ["게시를 기다리는 초안"]


def test_the_ways_into_the_desk_are_shown_to_those_who_may(client: Client) -> None:
    ways = ["/article/import/", "/article/upload/", "/company/suspects/", "/article/queue/"]
    for user, may in ((make_superuser(), ways), (make_staff("view_article"), [])):
        client.force_login(user)
        body = client.get("/admin/").content.decode()
        assert [way for way in ways if f'messages_app{way}"' in body] == may


def test_the_newest_articles_are_shown_to_those_who_may_see_them(client: Client) -> None:
    make_draft(title="새로 온 기사")
    for user, shown in ((make_staff("view_article"), True), (make_staff("view_company"), False)):
        client.force_login(user)
        assert ("새로 온 기사" in client.get("/admin/").content.decode()) == shown


def test_records_stand_in_the_order_one_works_with_them(client: Client) -> None:
    client.force_login(make_superuser())
    apps = client.get("/admin/").context["app_list"]
    assert [model["object_name"] for model in apps[0]["models"]] == [
        "Article",
        "Correction",
        "Quote",
        "Company",
        "Executive",
        "Keyword",
        "Edition",
    ]
