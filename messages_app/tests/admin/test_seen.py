"""Two editors who have one record open: what either changes stays."""

import html
import re

import pytest
from django.test import Client

from messages_app.models import Company, Executive, Keyword
from messages_app.tests.factories import make_company, make_executive

pytestmark = pytest.mark.django_db
FIELD = re.compile(r'<input type="(?!submit|checkbox)[^>]*name="([^"]+)"(?:[^>]*?value="([^"]*)")?')
CHOSEN = re.compile(r'<select name="([^"]+)"(?:(?!</select>).)*?<option value="([^"]+)" selected', re.DOTALL)


def opened(client: Client, address: str) -> dict[str, str]:
    """What the form at an address sends where nothing was changed."""
    page = client.get(address).content.decode()
    fields = FIELD.findall(page.partition('id="content"')[2]) + CHOSEN.findall(page)
    return {name: html.unescape(value) for name, value in fields if "__prefix__" not in name}


def test_a_company_keeps_what_the_other_tab_changed(chief: Client) -> None:
    group, company = make_company("가람그룹"), make_company("가람텔레콤", industry="통신")
    address = f"/admin/messages_app/company/{company.pk}/change/"
    one, other = opened(chief, address), opened(chief, address)
    assert chief.post(address, one | {"group": group.pk, "slug": "garam"}).status_code == 302
    assert chief.post(address, other | {"industry": "정보통신"}).status_code == 302
    company.refresh_from_db()
    assert (company.group, company.slug, company.industry) == (group, "garam", "정보통신")


def test_what_was_there_is_taken_away_all_the_same(chief: Client) -> None:
    company = make_company("가람텔레콤", group=make_company("가람그룹"), industry="통신")
    address = f"/admin/messages_app/company/{company.pk}/change/"
    assert chief.post(address, opened(chief, address) | {"group": "", "industry": ""}).status_code == 302
    company.refresh_from_db()
    assert (company.group, company.industry) == (None, "")


def test_a_person_keeps_the_company_that_the_other_tab_added(chief: Client) -> None:
    company, person = make_company("가람텔레콤"), make_executive("김가온")
    address = f"/admin/messages_app/executive/{person.pk}/change/"
    one, other = opened(chief, address), opened(chief, address)
    chief.post(address, one | {"companies": str(company.pk)})
    chief.post(address, other | {"note": "재무 담당"})
    person = Executive.objects.get()
    assert ([*person.companies.all()], person.note) == ([company], "재무 담당")
    chief.post(address, opened(chief, address) | {"companies": []})
    assert not person.companies.exists()


def test_a_word_keeps_what_the_other_tab_changed(chief: Client) -> None:
    head, word = Keyword.objects.create(form="가람"), Keyword.objects.create(form="누리")
    address = f"/admin/messages_app/keyword/{word.pk}/change/"
    one, other = opened(chief, address), opened(chief, address)
    chief.post(address, one | {"counts_as": head.pk})
    chief.post(address, other | {"is_stop": "on"})
    word.refresh_from_db()
    assert (word.counts_as, word.is_stop) == (head, True)


def test_the_later_of_two_changes_of_one_field_is_stored(chief: Client) -> None:
    company = make_company("가람텔레콤")
    address = f"/admin/messages_app/company/{company.pk}/change/"
    one, other = opened(chief, address), opened(chief, address)
    chief.post(address, one | {"industry": "통신"})
    chief.post(address, other | {"industry": "정보통신"})
    assert Company.objects.get().industry == "정보통신"
