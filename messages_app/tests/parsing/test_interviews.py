"""Words that a broadcaster prints under a name."""

import pytest

from messages_app.parsing import Speaker
from messages_app.parsing.interviews import interviewed
from messages_app.tests.parsing.reading_aloud import speakers, statements, who

LEAD = "[앵커]\n재계가 새해를 맞았습니다.\n\n[기자]\n누리전자는 2일 시무식을 열고 새해 업무를 시작했습니다.\n\n"
WORDS = "고객의 하루를 먼저 살피는 한 해를 만들어 갑시다."
REST = "\n\n이 자리에는 회장과 임직원 300여 명이 함께했습니다.\n\n가온뉴스 나은결입니다."


@pytest.mark.parametrize(
    "label",
    [
        "▶ 인터뷰 : 한가온 / 누리전자 사장\n- ",
        "▶ 인터뷰 : 한가온 / 누리전자 사장\n",
        "[한가온 / 누리전자 사장]\n",
        "[한가온/누리전자 사장] ",
        "<한가온 / 누리전자 사장> ",
        "<인터뷰> 한가온(누리전자 사장) : ",
        "<인터뷰> 한가온 누리전자 사장",
        "[인터뷰:한가온, 누리전자 사장]\n",
        "[녹취] 한가온/누리전자 사장 : ",
        "한가온 / 누리전자 사장\n",
        "◀SYN▶ 한가온 사장/누리전자\n",
        "◀INT▶ 한가온 누리전자 사장\n",
        "[한가온 사장/누리전자 : ",
        "[한가온 / 누리전자 사장(지난 2일 신년사)]\n",
    ],
)
def test_words_under_a_name_are_of_whom_it_names(label: str) -> None:
    (quote,) = statements(f'{LEAD}{label}"{WORDS}"{REST}')
    assert quote.speakers == (Speaker("한가온", "누리전자", "사장"),)
    assert quote.confidence >= 0.9


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("▶ 인터뷰 : 나은결 / 시민\n- ", Speaker("나은결", None, "시민")),
        ("[나은결/누리전자 신입사원]\n", Speaker("나은결", "누리전자", "신입사원")),
        ("나은결 누리전자 신입사원\n", Speaker("나은결", "누리전자", "신입사원")),
        ("도하람 가람전자 사장\n", Speaker("도하람", "가람전자", "사장")),
        ("새해 누리전자 신입사원\n", None),
        ("(인터뷰)나은결/서울 가람동:\n", Speaker("나은결", None, None)),
        ("(인터뷰)나은결/누리시 가람구 미르동:\n", Speaker("나은결", None, None)),
        ("(인터뷰)나은결/서울 가람역:\n", None),
        ("▶ 인터뷰 : 한민구 / 두레전자 사장\n- ", Speaker("한민구", "두레전자", "사장")),
        ("▶ 인터뷰 : 나루구 / 이다온 구청장\n- ", Speaker("이다온", "나루구", "구청장")),
        ("나은결 누리전자 새출발\n", None),
    ],
)
def test_people_without_an_office_and_lines_without_signs(label: str, speaker: Speaker | None) -> None:
    article = (
        f'{LEAD}한가온 누리전자 사장은 "{WORDS}"라고 했습니다.\n\n{label}"답은 늘 현장에 있다고 생각합니다."{REST}'
    )
    found = speakers(article)
    assert found[1] == (speaker or Speaker("한가온", "누리전자", "사장"),)


def test_words_under_a_name_that_the_next_line_gives_to_another_are_theirs() -> None:
    article = f'{LEAD}한가온 누리전자 사장\n"{WORDS}"\n도하람 가람전자 사장은 이같이 말했습니다.{REST}'
    assert who(article) == ["도하람"]


def test_a_foreign_name_under_an_interview_stays_whole() -> None:
    said = speakers(f'{LEAD}[호세 라미레스/누리자동차 사장]\n"{WORDS}"{REST}')
    assert said == [(Speaker("호세 라미레스", "누리자동차", "사장"),)]


@pytest.mark.parametrize(
    "before",
    [
        "누리전자(대표 도하람) ",
        "도하람 누리전자 회장(사진) ",
        "누리물산, 도하람 회장 ",
        "[가온경제 도하람 기자] ",
        "기자 : ",
    ],
)
def test_what_stands_before_words_by_chance_is_no_caption(before: str) -> None:
    assert interviewed(f'{before}"{WORDS}"', 0, len(before)) is None


def test_captions_that_stand_below_words_each_name_whose_they_are() -> None:
    article = "새해를 맞아 여행인들이 각오를 다졌다.\n\n“{}”\n<한가온 누리여행 사장>\n\n“{}”\n<도하람 가람여행 대표>"
    assert who(article.format(WORDS, "답은 늘 현장에 있다고 생각합니다. 함께 뜁시다.")) == ["한가온", "도하람"]
    above = "새해를 맞아 여행인들이 각오를 다졌다.\n\n<한가온 누리여행 사장>\n“{}”\n\n<도하람 가람여행 대표>\n“{}”"
    assert who(above.format(WORDS, "답은 늘 현장에 있다고 생각합니다. 함께 뜁시다.")) == ["한가온", "도하람"]


def test_somebody_shown_by_name_alone_and_words_broken_over_lines() -> None:
    words = '"경기가 조금이라도 좋아져서\n여유가 생겼으면 좋겠다."'
    assert speakers(f"{LEAD}◀INT▶한가온\n{words}{REST}") == [(Speaker("한가온", None, None),)]
    assert who(f"{LEAD}한가온\n{words}{REST}") != ["한가온"]
