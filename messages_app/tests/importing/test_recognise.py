"""Names as printed find the records they stand for."""

import pytest
from pytest_django import DjangoAssertNumQueries

from messages_app.importing.recognise import look_up
from messages_app.tests.factories import make_company, make_executive

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("printed", ["가람텔레콤", "㈜가람텔레콤", "가람 텔레콤", "가람텔", "GTel", "ｇｔｅｌ"])
def test_a_company_is_found_by_any_spelling(printed: str) -> None:
    company = make_company("가람텔레콤", "가람텔", "GTEL")
    assert look_up([("", printed)]).company(printed) == company


def test_a_part_of_a_name_is_no_spelling() -> None:
    make_company("가람텔레콤")
    directory = look_up([("", "가람"), ("", "")])
    assert directory.company("가람") is directory.company("") is None


def test_a_person_is_found_at_one_of_their_companies() -> None:
    garam, nuri = make_company("가람텔레콤"), make_company("누리전자")
    person = make_executive("나윤호", garam, nuri)
    directory = look_up([("나윤호", "가람텔레콤"), ("나윤호", "누리전자")])
    assert directory.executive("나윤호", "가람텔레콤") == directory.executive("나윤호", "누리전자") == person


def test_a_namesake_elsewhere_is_somebody_else() -> None:
    make_executive("나윤호", make_company("가람텔레콤"))
    make_company("누리전자")
    directory = look_up([("나윤호", "누리전자"), ("나윤호", "도담은행"), ("나윤호", "")])
    assert [directory.executive("나윤호", name) for name in ("누리전자", "도담은행", "")] == [None] * 3


def test_colleagues_in_a_group_are_one_person() -> None:
    group = make_company("가람그룹")
    make_company("가람텔레콤", group=group)
    person = make_executive("김가온", make_company("해솔중공업", group=group))
    directory = look_up([("김가온", "가람그룹"), ("김가온", "가람텔레콤")])
    assert directory.executive("김가온", "가람그룹") == directory.executive("김가온", "가람텔레콤") == person


@pytest.mark.parametrize("other", ["가가온", "하가온"])
def test_who_bears_the_name_comes_before_who_is_spelt_so(other: str) -> None:
    company = make_company("가람텔레콤")
    make_executive(other, company).aliases.create(name="김가온")
    person = make_executive("김가온", company)
    directory = look_up([("김가온", "가람텔레콤")])
    assert directory.executive("김가온", "가람텔레콤") == person
    assert {found.name for found in directory.people("김가온")} == {"김가온", other}


@pytest.mark.parametrize("size", [1, 30])
def test_it_takes_four_queries(size: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    names = [(f"김가온{number}", f"가람{number}") for number in range(size)]
    for person, organisation in names:
        make_executive(person, make_company(organisation))
    with django_assert_num_queries(4):
        look_up(names)
