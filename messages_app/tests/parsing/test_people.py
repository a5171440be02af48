"""Who is meant by the words before an office: tables of mentions, everybody invented."""

import pytest

from messages_app.parsing import Speaker
from messages_app.tests.parsing.reading_aloud import speakers, who

SAYS = "은 3일 “우리가 먼저 달라져야 한다”고 말했다."


@pytest.mark.parametrize(
    ("mention", "name", "organisation", "title"),
    [
        ("한가온 누리전자 사장", "한가온", "누리전자", "사장"),
        ("누리전자 한가온 사장", "한가온", "누리전자", "사장"),
        ("한가온(사진) ㈜누리 대표", "한가온", "누리", "대표"),
        ("한가온(58·사진) 누리전자 대표이사 사장", "한가온", "누리전자", "대표이사 사장"),
        ("누리건설 대표이사 한가온", "한가온", "누리건설", "대표이사"),
        ("도담은행 한가온 은행장", "한가온", "도담은행", "은행장"),
        ("한가온 도담은행장", "한가온", "도담은행", "은행장"),
        ("한가온 미르협회장", "한가온", "미르협회", "회장"),
        ("남궁해람 누리전자 대표", "남궁해람", "누리전자", "대표"),
        ("선우별 누리전자 대표", "선우별", "누리전자", "대표"),
        ("도담 누리전자 대표", "도담", "누리전자", "대표"),
        ("정다운 누리화학 대표", "정다운", "누리화학", "대표"),
        ("심다한 누리화학 회장", "심다한", "누리화학", "회장"),
        ("한가온 뭉게로 의장", "한가온", "뭉게로", "의장"),
        ("뭉게로 CA협의체 한가온 의장", "한가온", "뭉게로 CA협의체", "의장"),
        ("한가온 NRE 대표", "한가온", "NRE", "대표"),
        ("한가온 누리전자 DX부문장 부회장", "한가온", "누리전자", "DX부문장 부회장"),
        ("한가온 누리전자 CEO", "한가온", "누리전자", "CEO"),
        ("한가온 누리재단 이사장", "한가온", "누리재단", "이사장"),
        ("한가온 누리전자 신임 대표", "한가온", "누리전자", "대표"),
        ("한가온 누리대병원 병원장", "한가온", "누리대병원", "병원장"),
    ],
)
def test_a_full_mention_gives_name_organisation_and_title(
    mention: str, name: str, organisation: str, title: str
) -> None:
    assert speakers(mention + SAYS.replace("은", "는" if mention.endswith("표") else "은", 1)) == [
        (Speaker(name, organisation, title),)
    ]


@pytest.mark.parametrize(
    ("first", "later", "name"),
    [
        ("한가온 누리전자 사장은", "한 사장은", "한가온"),
        ("한가온 누리전자 대표는", "한대표는", "한가온"),
        ("남궁해람 누리전자 사장은", "남궁 사장은", "남궁해람"),
        ("선우별 누리전자 사장은", "선우 사장은", "선우별"),
        ("선우별 누리전자 사장은", "선 사장은", "선우별"),
        ("양해솔 누리전자 회장은", "양 회장은", "양해솔"),
        ("전다온 누리전자 사장은", "전 사장은", "전다온"),
        ("현다온 누리전자 사장은", "현 사장은", "현다온"),
        ("이다온 누리전자 사장은", "그는", "이다온"),
        ("마르코 오테로 누리차 사장은", "오테로 사장은", "마르코 오테로"),
        ("누리차 마르코 오테로 사장은", "오테로 사장은", "마르코 오테로"),
        ("안톤 브라운슨 누리차 대표는", "브라운슨 대표는", "안톤 브라운슨"),
    ],
)
def test_a_short_form_means_who_was_named(first: str, later: str, name: str) -> None:
    article = f"{first} 3일 “우리가 먼저 달라져야 한다”고 말했다. {later} “답은 현장에 있다”고 했다. {later} 또 “서두르지 말자”고 했다."
    assert who(article) == [name] * 3


@pytest.mark.parametrize(
    "words",
    [
        "강력한 회장이 필요하다. 누리전자는 “올해는 다르다는 것을 보이겠다”고 밝혔다.",
        "새로 온 고위 임원이 많다. 누리전자는 “올해는 다르다는 것을 보이겠다”고 밝혔다.",
        "양사 대표 회동이 있었다. 누리전자는 “올해는 다르다는 것을 보이겠다”고 밝혔다.",
        "이날 회장 선거도 있었다. 누리전자는 “올해는 다르다는 것을 보이겠다”고 밝혔다.",
    ],
)
def test_common_words_before_an_office_are_nobody(words: str) -> None:
    assert speakers(words) == [(Speaker(None, "누리전자", None),)]


def test_the_incumbent_is_no_family_name() -> None:
    article = (
        "도담금융은 29일 한가온 현 회장을 차기 회장 후보로 추천했다. 하다온 추천위원장은 “비전이 뚜렷했다”고 했다. "
        "한 회장은 “고객의 믿음에 답하겠다”고 말했다."
    )
    assert who(article) == ["하다온", "한가온"]


def test_a_headline_pasted_onto_a_name_costs_nothing() -> None:
    article = (
        "새해 경영 화두로 고객 강조한가온 누리텔레콤 대표가 “고객의 하루를 바꾸자”고 말했다. "
        "한 대표는 “현장에 답이 있다”고 했다. 한 대표는 “서두르지 말자”고도 했다."
    )
    assert speakers(article) == [(Speaker("한가온", "누리텔레콤", "대표"),)] * 3


def test_a_headline_pasted_onto_a_company_costs_nothing() -> None:
    article = (
        "새해 업무 혁신 강조NRE 한가온 대표가 “고객의 하루를 바꾸자”고 말했다. NRE는 새 사업을 연다. "
        "NRE의 투자도 늘어난다. 한 대표는 “현장에 답이 있다”고 했다."
    )
    assert speakers(article) == [(Speaker("한가온", "NRE", "대표"),)] * 2
