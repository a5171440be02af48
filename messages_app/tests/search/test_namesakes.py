"""Two of one name among the choices can be told apart."""

import pytest

from messages_app.models import Executive
from messages_app.search import QuoteFilter, facets, make_plan, portrait
from messages_app.tests.factories import Say, Who, make_published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def namesakes() -> None:
    make_published(
        Say("고객이 먼저", [Who("김가온", "가람텔레콤")]),
        Say("고객과 함께", [Who("김가온", "누리전자")]),
        Say("고객을 위해", [Who("나래원", "두레화학")]),
    )


def labels() -> list[str]:
    wanted = QuoteFilter(keyword="고객")
    return [choice.label for choice in facets(make_plan(wanted), wanted).executives]


def test_namesakes_stand_with_their_companies() -> None:
    assert labels() == ["김가온 (가람텔레콤)", "김가온 (누리전자)", "나래원"]
    page = portrait("고객")
    assert page
    assert [choice.label for choice in page.executives] == labels()


def test_a_note_tells_more() -> None:
    Executive.objects.filter(companies__name="누리전자").update(note="반도체 부문")
    assert labels() == ["김가온 (가람텔레콤)", "김가온 (반도체 부문)", "나래원"]


def test_a_namesake_of_whom_nothing_is_known_has_the_bare_name() -> None:
    Executive.companies.through.objects.filter(company__name="누리전자").delete()
    assert sorted(labels()) == ["김가온", "김가온 (가람텔레콤)", "나래원"]


def test_one_alone_needs_nothing_more() -> None:
    wanted = QuoteFilter(keyword="위하다")
    assert [choice.label for choice in facets(make_plan(wanted), wanted).executives] == ["나래원"]
