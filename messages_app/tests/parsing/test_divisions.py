"""Divisions and branches beside a company: which is the company, which the office, everybody invented."""

import pytest

from messages_app.parsing import Speaker
from messages_app.tests.parsing.reading_aloud import speakers

SAYS = " “우리가 먼저 달라져야 한다”고 말했다."


@pytest.mark.parametrize(
    ("mention", "organisation", "title"),
    [
        ("한가온 누리케미칼 기초소재 사업 대표", "누리케미칼", "기초소재 사업 대표"),
        ("한가온 누리화학 석유화학 사업 본부장", "누리화학", "석유화학 사업 본부장"),
        ("한가온 누리전자 가전 부문 대표", "누리전자", "가전 부문 대표"),
        ("누리전자 반도체 부문 한가온 사장", "누리전자", "사장"),
        ("누리전자 한가온 반도체사업 대표", "누리전자", "반도체사업 대표"),
        ("누리전자 한가온 가전 부문 대표", "누리전자", "가전 부문 대표"),
        ("한가온 누리전자 모바일 사업부 사장", "누리전자", "모바일 사업부 사장"),
        ("한가온 미르 클라우드 사업 부문장", "미르", "클라우드 사업 부문장"),
        ("한가온 누리전자 북미 법인장", "누리전자", "북미 법인장"),
        ("한가온 누리전자 글로벌 영업 총괄 사장", "누리전자", "글로벌 영업 총괄 사장"),
        ("한가온 누리은행 IB그룹 부행장", "누리은행", "IB그룹 부행장"),
        ("한가온 누리은행 가람지점 지점장", "누리은행", "가람지점 지점장"),
        ("한가온 누리산업 대표", "누리산업", "대표"),
        ("한가온 누리그룹 부사장", "누리그룹", "부사장"),
        ("한가온 가람노총 누리지역본부 의장", "가람노총 누리지역본부", "의장"),
        ("한가온 가람노총 누리지역본부 본부장", "가람노총 누리지역본부", "본부장"),
        ("누리농협중앙회 제주본부 한가온 본부장", "누리농협중앙회 제주본부", "본부장"),
    ],
)
def test_a_division_belongs_to_the_office_and_a_branch_to_the_company(
    mention: str, organisation: str, title: str
) -> None:
    assert speakers(f"{mention}은{SAYS}") == [(Speaker("한가온", organisation, title),)]


@pytest.mark.parametrize(
    ("opening", "office", "organisation"),
    [
        ("이날 누리농협 제주지역본부(본부장 한가온)는 시무식을 열었다.", "본부장", "누리농협 제주지역본부"),
        ("누리공사 가람지사(지사장 한가온)는 시무식을 열었다.", "지사장", "누리공사 가람지사"),
        ("지난 2일 가람적십자 누리지사(회장 한가온)는 시무식을 열었다.", "회장", "가람적십자 누리지사"),
        ("누리공사 가람지사는 2일 시무식을 열었다.", "지사장", "누리공사 가람지사"),
        ("누리은행 가람지점은 2일 시무식을 열었다.", "지점장", "누리은행 가람지점"),
        ("이날 제주지역본부(본부장 한가온)는 시무식을 열었다.", "본부장", "제주지역본부"),
        ("이에 따라 누리전자(대표 한가온)는 시무식을 열었다.", "대표", "누리전자"),
        ("서울 가람지부(지부장 한가온)는 시무식을 열었다.", "지부장", "가람지부"),
    ],
)
def test_a_branch_is_named_with_what_it_is_one_of(opening: str, office: str, organisation: str) -> None:
    assert speakers(f"{opening} 한가온 {office}은{SAYS}") == [(Speaker("한가온", organisation, office),)]
