"""The forms of companies and people."""

import re
from typing import Any

import pytest
from django.test import Client

from messages_app.models import Company, Executive, ExecutiveAlias
from messages_app.tests.factories import make_company, make_executive, make_published

pytestmark = pytest.mark.django_db
ADD = "/admin/messages_app/company/add/"


def form_of(*spellings: str, company: Company | None = None, **fields: str) -> dict[str, Any]:
    """What the form of a company sends: a row for each other spelling on record, with what it is to be, then new ones."""
    stored = list(company.aliases.exclude(name=company.name).order_by("pk")) if company else []
    data: dict[str, Any] = {"name": "가람텔레콤", "slug": "", "group": "", "industry": ""}
    data |= {"aliases-TOTAL_FORMS": len(spellings), "aliases-INITIAL_FORMS": len(stored)}
    for number, spelling in enumerate(spellings):
        known = {"id": stored[number].pk, "company": company.pk} if company and number < len(stored) else {}
        data |= {f"aliases-{number}-{name}": value for name, value in (known | {"name": spelling}).items()}
    return data | fields


def change(company: Company) -> str:
    return f"/admin/messages_app/company/{company.pk}/change/"


@pytest.mark.parametrize("spellings", [["GT 텔", "gt텔"], ["GT", "GT"]])
def test_a_spelling_given_twice_is_said_to_be(chief: Client, spellings: list[str]) -> None:
    answer = chief.post(ADD, form_of(*spellings))
    assert answer.content.decode().count("같은 표기를 두 번") == 2
    assert not Company.objects.exists()


def test_the_name_needs_no_row_among_the_spellings(chief: Client) -> None:
    assert "적지 않아도" in chief.post(ADD, form_of("㈜ 가람 텔레콤")).content.decode()
    company = make_company("가람텔레콤")
    renamed = chief.post(change(company), form_of("나람", company=company, name="나람"))
    assert "적지 않아도" in renamed.content.decode()


def test_the_name_has_no_row_that_could_be_deleted(chief: Client) -> None:
    company = make_company("가람텔레콤", "GT")
    page = chief.get(change(company)).content.decode()
    assert re.findall(r'name="aliases-\d+-name" value="([^"]+)"', page) == ["GT"]
    own = company.aliases.get(name="가람텔레콤")
    sent = form_of("GT", company=company) | {"aliases-0-id": own.pk, "aliases-0-DELETE": "on"}
    chief.post(change(company), sent)
    assert sorted(alias.name for alias in company.aliases.all()) == ["GT", "가람텔레콤"]


def test_a_company_takes_one_of_its_spellings_for_its_name(chief: Client) -> None:
    company = make_company("가람텔레콤", "GT", "가람텔")
    assert chief.post(change(company), form_of("GT", "가람텔", company=company, name="GT")).status_code == 302
    assert sorted(alias.name for alias in company.aliases.all()) == ["GT", "가람텔", "가람텔레콤"]


def test_a_renamed_company_keeps_its_former_name_as_a_spelling(chief: Client) -> None:
    company = make_company("가람텔레콤")
    assert chief.post(change(company), form_of(company=company, name="나람")).status_code == 302
    assert sorted(alias.name for alias in company.aliases.all()) == ["가람텔레콤", "나람"]


@pytest.mark.parametrize("spellings", [[], ["김가온"]])
def test_a_renamed_person_keeps_the_former_name_as_a_spelling(chief: Client, spellings: list[str]) -> None:
    make_published("고객을 생각합니다")
    person = Executive.objects.get(name="김가온")
    employers = [company.pk for company in person.companies.all()]
    data = {"name": "김가은", "slug": person.slug, "note": "", "companies": employers}
    data |= {"aliases-TOTAL_FORMS": len(spellings), "aliases-INITIAL_FORMS": 0}
    data |= {f"aliases-{number}-name": spelling for number, spelling in enumerate(spellings)}
    assert chief.post(f"/admin/messages_app/executive/{person.pk}/change/", data).status_code == 302
    assert [alias.name for alias in person.aliases.all()] == ["김가온"]
    assert "고객을" in chief.get("/search/", {"q": "인물:김가온"}).content.decode()
    make_published("안전을 생각합니다")
    assert Executive.objects.get() == person


@pytest.mark.parametrize(
    ("spellings", "said"), [(["가온느"], "이미 있는 표기입니다."), (["온느", "온느"], "같은 표기를 두 번 적었습니다.")]
)
def test_a_spelling_that_another_tab_has_stored_is_said_to_be(chief: Client, spellings: list[str], said: str) -> None:
    person = make_executive("가브리엘 온")
    ExecutiveAlias.objects.create(executive=person, name="가온느")
    data = {"name": person.name, "slug": person.slug, "aliases-TOTAL_FORMS": len(spellings), "aliases-INITIAL_FORMS": 0}
    data |= {f"aliases-{number}-name": spelling for number, spelling in enumerate(spellings)}
    answer = chief.post(f"/admin/messages_app/executive/{person.pk}/change/", data)
    assert said in answer.content.decode()
    assert person.aliases.count() == 1


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("누리전자", "다른 회사 기록에서 이미 쓰는 주소 이름입니다."),
        ("가람 텔레콤", "글자와 숫자, - 와 _ 만 쓸 수 있습니다."),
    ],
)
def test_an_address_that_cannot_be_is_told_of_in_plain_korean(chief: Client, slug: str, said: str) -> None:
    make_company("누리전자")
    page = chief.post(ADD, form_of(name="나래텔레콤", slug=slug)).content.decode()
    assert said in page
    assert "은/는" not in page


@pytest.mark.parametrize("typed", ["가람\u200b텔레콤", "\u1100\u1161람텔레콤", "\ufeff가람텔레콤\u00a0"])
def test_a_company_is_called_as_its_name_looks(chief: Client, typed: str) -> None:
    assert chief.post(ADD, form_of("G\u200bT", name=typed)).status_code == 302
    company = Company.objects.get()
    assert company.name == "가람텔레콤"
    assert sorted(alias.name for alias in company.aliases.all()) == ["GT", "가람텔레콤"]


def test_two_spellings_of_a_person_that_look_alike_are_one(chief: Client) -> None:
    person = make_executive("김가온")
    data = {"name": "김가\u200b온", "slug": person.slug, "note": "", "companies": []}
    rows = {
        "aliases-TOTAL_FORMS": 2,
        "aliases-INITIAL_FORMS": 0,
        "aliases-0-name": "가온",
        "aliases-1-name": "가\u200b온",
    }
    address = f"/admin/messages_app/executive/{person.pk}/change/"
    assert "같은 표기를 두 번" in chief.post(address, data | rows).content.decode()
    chief.post(address, data | rows | {"aliases-1-name": ""})
    person.refresh_from_db()
    assert (person.name, [alias.name for alias in person.aliases.all()]) == ("김가온", ["가온"])
    assert "글자가 있어야" in chief.post(address, data | rows | {"name": "\u200b"}).content.decode()


def test_a_company_cannot_be_its_own_group(chief: Client) -> None:
    company = make_company("가람텔레콤")
    page = chief.post(change(company), form_of(company=company, group=str(company.pk))).content.decode()
    assert "자기 자신의 그룹에 넣을 수 없습니다" in page
    company.refresh_from_db()
    assert company.group is None
