"""Records that look like one."""

from typing import Any

import pytest

from messages_app.importing import (
    mark_distinct,
    suspected_companies,
    suspected_executives,
    two_faced_executives,
)
from messages_app.importing.suspects import in_letters
from messages_app.tests.factories import Say, Who, make_company, make_executive, make_published

pytestmark = pytest.mark.django_db


def pairs(suspects: list[Any]) -> set[frozenset[str]]:
    return {frozenset({str(item.first), str(item.second)}) for item in suspects}


@pytest.mark.parametrize(
    ("one", "other"), [("SK가람", "에스케이가람"), ("가람텔레콤", "가람텔레컴"), ("LG누리화학", "엘지누리화학")]
)
def test_other_spellings_of_one_company_are_suspected(one: str, other: str) -> None:
    make_company(one)
    make_company(other)
    make_company("도담은행")
    assert pairs(suspected_companies()) == {frozenset({one, other})}


@pytest.mark.parametrize(("one", "other"), [("가람전자", "가람건설"), ("가람", "누리"), ("오가람", "가람")])
def test_other_companies_are_not(one: str, other: str) -> None:
    make_company(one)
    make_company(other)
    assert suspected_companies() == []


def test_a_group_and_its_member_are_not_suspected() -> None:
    make_company("가람텔레콤홀딩", group=make_company("가람텔레콤홀딩스"))
    assert suspected_companies() == []


def test_people_of_one_name_are_suspected_those_of_one_house_first() -> None:
    company = make_company("가람텔레콤")
    first, second = make_executive("김가온", company), make_executive("김가온", company)
    third = make_executive("김가온", make_company("누리전자"))
    found = suspected_executives()
    assert (found[0].first, found[0].second, found[0].likeness) == (first, second, 100)
    assert {(item.first, item.second) for item in found[1:]} == {(first, third), (second, third)}


def test_a_misprint_in_one_company_is_suspected() -> None:
    company = make_company("가람텔레콤")
    make_executive("김가온", company)
    make_executive("김가은", company)
    make_executive("나래원", company)
    make_executive("김가운", make_company("누리전자"))
    assert pairs(suspected_executives()) == {frozenset({"김가온", "김가은"})}


def test_a_pair_that_was_judged_different_is_not_suspected_again() -> None:
    first, second = make_company("SK가람"), make_company("에스케이가람")
    for _twice in range(2):
        mark_distinct(kind="company", first_id=second.pk, second_id=first.pk)
    assert suspected_companies() == []


def test_a_person_of_two_houses_in_a_year_may_be_two() -> None:
    person = make_executive("김가온", make_company("가람텔레콤"), make_company("누리전자"))
    make_published(Say("고객을 먼저 생각하는 한 해가 되어야 합니다", [Who("김가온", "가람텔레콤")]))
    make_published(Say("안전은 어떤 성과와도 바꿀 수 없는 가치입니다", [Who("김가온", "누리전자")]))
    make_published(Say("새로운 길을 여는 것이 올해의 과제입니다", [Who("김가온", "누리전자")]), message_year=2025)
    found = two_faced_executives()
    assert [(item.executive, item.year, item.companies) for item in found] == [
        (person, 2026, ("가람텔레콤", "누리전자"))
    ]


def test_a_person_of_two_companies_of_one_group_is_one() -> None:
    group = make_company("가람그룹")
    make_executive("김가온", make_company("가람텔레콤", group=group), make_company("가람전자", group=group), group)
    for company in ("가람텔레콤", "가람전자", "가람그룹"):
        make_published(Say(f"{company}의 고객을 먼저 생각합니다", [Who("김가온", company)]))
    assert two_faced_executives() == []


@pytest.mark.parametrize(
    ("key", "letters"), [("에스케이가람", "sk가람"), ("이마트", "이마트"), ("엘지", "lg"), ("가람", "가람"), ("", "")]
)
def test_names_of_letters_are_read_as_letters(key: str, letters: str) -> None:
    assert in_letters(key) == letters


def test_many_companies_are_compared_in_a_fixed_number_of_queries(django_assert_num_queries: object) -> None:
    for number in range(30):
        make_company(f"가람{number}텔레콤")
    with django_assert_num_queries(3):
        suspected_companies()


def test_a_name_with_a_blank_in_it_is_suspected() -> None:
    company = make_company("가람텔레콤")
    make_executive("김가온", company)
    make_executive("김 가온", company)
    assert pairs(suspected_executives()) == {frozenset({"김가온", "김 가온"})}
