"""Who speaks: the subject followed through an article, each case with its answer."""

import pytest

from messages_app.parsing import Speaker
from messages_app.tests.parsing.reading_aloud import speakers, statements, who

FIRST = "한가온 누리전자 사장은 3일 “고객의 하루를 먼저 살피자”고 말했다. "


@pytest.mark.parametrize(
    ("article", "answers"),
    [
        (FIRST + "이어 “답은 현장에 있다”고 했다.", ["한가온", "한가온"]),
        (FIRST + "또 “답은 현장에 있다”며 “서두르지 말자”고 했다.", ["한가온"] * 3),
        (FIRST + "투자에 대해서는 “답은 현장에 있다”고 했다.", ["한가온", "한가온"]),
        (FIRST + "\n\n누리전자 관계자는 “채용도 늘어날 것”이라고 말했다.", ["한가온", "누리전자"]),
        (
            FIRST + "누리전자 관계자는 “채용도 늘어날 것”이라고 말했다.\n\n한 사장은 “답은 현장에 있다”고 했다.",
            ["한가온", "누리전자", "한가온"],
        ),
        (
            FIRST + "도하람 미르협회 회장도 “새해에는 함께 뛰자”고 했다. 그는 “길은 있다”고 했다.",
            ["한가온", "도하람", "도하람"],
        ),
        ("“고객이 모든 일의 출발점이다.” 한가온 누리전자 사장은 3일 신년사에서 이같이 말했다.", ["한가온"]),
        ("“고객의 하루를 먼저 살피자”고 한가온 누리전자 사장은 말했다.", ["한가온"]),
        ("“고객의 하루를 먼저 살피자.” (한가온 누리전자 사장)", ["한가온"]),
        (
            "한가온 누리전자 사장은 새해를 열었다.\n◇“고객의 하루를 먼저 살핍시다.” (도하람 미르협회 회장, 축사에서 이웃의 어려움을 함께 나누자는 뜻을 여러 차례 전하며)",
            ["도하람"],
        ),
        (
            FIRST
            + "\n“고객의 하루를 먼저 살피자.” (지난해 마지막 날, 이웃의 어려움을 함께 나누자는 뜻을 도하람 미르협회 회장과 나누며)",
            ["한가온"] * 2,
        ),
        (
            "총수들의 말에 새해가 있다.\n“고객의 하루를 먼저 살피자는 생각이 자라고 있다”\n“답은 현장에 있습니다”\n(한가온 누리전자 사장)\n“새해에는 함께 뛰는 한 해를 만듭시다”\n(도하람 미르협회 회장)",
            ["한가온", "한가온", "도하람"],
        ),
        ("누리전자는 3일 “올해 채용을 두 배로 늘리겠다”고 밝혔다.", ["누리전자"]),
        ("한가온 누리전자 회장은 말을 아낀 가운데 도하람 미르전자 사장이 “답은 현장에 있다”고 했다.", ["도하람"]),
        ("한가온 누리전자 회장은 물러선 것과 달리 도하람 미르전자 사장이 “답은 현장에 있다”고 했다.", ["도하람"]),
        ("한가온 누리전자 회장은 도하람 미르전자 사장이 참석한 가운데 “답은 현장에 있다”고 했다.", ["한가온"]),
        (
            "한가온 누리전자 회장은 임직원이 모인 가운데 도하람 부사장이 대독한 글에서 “답은 현장에 있다”고 했다.",
            ["한가온"],
        ),
        (
            "미르협회는 10일 신년회를 열었다.\n□ 한가온 미르협회장은 “답은 현장에 있다는 말을 믿는다”며,\nㅇ “서두르지 말고 함께 가자”고 말했다.",
            ["한가온", "한가온"],
        ),
        (
            "누리는 2일 한가온 회장과 한다솔 누리전자 회장 등 400명이 모여 새해를 열었다. 한 회장은 “답은 현장에 있다”고 했다.",
            ["한가온"],
        ),
        (
            "누리는 2일 한가온 회장과 도하람 사장 등 400명이 모여 새해를 열었다. 가람은 한다솔 회장과 임원 등이 산에 올랐다. 한 회장은 “답은 현장에 있다”고 했다.",
            ["한다솔"],
        ),
        (
            "새해를 가장 먼저 연 이는 한가온 누리그룹 회장이다. 한 회장은 “답은 현장에 있다”고 했다. 한다솔 가람그룹 회장은 “서두르지 말자”고 했다.",
            ["한가온", "한다솔"],
        ),
        (
            "새해를 먼저 연 이는 한가온 누리온 대표다. 한 대표는 “답은 현장에 있다”고 했다. 한다솔 가람온 대표는 “서두르지 말자”고 했다.",
            ["한가온", "한다솔"],
        ),
        ("뭉게로는 3일 “올해 채용을 두 배로 늘리겠다”며 계획을 내놨다. 뭉게로의 목표는 분명하다.", ["뭉게로"]),
        ("편의점 업체 두리24는 3일 “올해 점포를 두 배로 늘리겠다”고 밝혔다.", ["두리24"]),
        ("누리전자 측은 “올해 채용을 두 배로 늘리겠다”고 밝혔다.", ["누리전자"]),
        (
            "강가온·이다온 누리증권 대표는 “고객의 믿음을 얻자”고 했다. 두 대표는 “길은 있다”고 했다.",
            ["강가온·이다온"] * 2,
        ),
        ("강가온 누리전자 부회장과 이다온 사장은 “고객의 믿음을 얻자”고 했다.", ["강가온·이다온"]),
        ("강가온·이다온 누리전자 대표 공동명의로 보낸 글에서 “고객의 믿음을 얻자”고 했다.", ["강가온·이다온"]),
        ("[한가온/누리전자 사장 : “현장에 답이 있습니다.”]", ["한가온"]),
        ("누리당의 성명에는 “민생을 먼저 살피겠다는 약속을 지키겠다”고 적혀 있다.", ["누리당"]),
        (
            "강가온·이다온 누리중공업 공동대표는 “힘을 모으자”고 했다. 누리중공업은 안전을 앞세웠다. 공동대표는 “안전을 지키자”고 했다. 이들은 “길은 있다”고 했다.",
            ["강가온·이다온"] * 3,
        ),
        (
            FIRST
            + "그는 “변화를 읽자”며 미르텔레콤과 가람전자가 기운 사실을 예로 들며 “우리도 그렇게 될 수 있다”고 했다.",
            ["한가온"] * 3,
        ),
        (FIRST + "누리은행 노사는 공동선언에서 “처우를 함께 높이겠다”고 했다.", ["한가온", "누리은행 노사"]),
        (
            "누리그룹 노조는 “교섭에 나서야 한다”고 했다. 노조 관계자는 “파업도 검토한다”고 했다. 회사 측은 “교섭하고 있다”고 했다.",
            ["누리그룹 노조", "누리그룹 노조", "누리그룹"],
        ),
        (
            "변다진 보건부 장관, 김다환 의원, 안다모 협회장, 원다목 약사회장이 왔다. 주다호 의협회장은 “국민을 먼저 생각하겠다”고 했다.",
            ["주다호"],
        ),
        (
            "한다진, 도하람 누리온 공동대표는 “아픔을 겪었다”고 했다. 두 공동대표는 “이기주의를 버리자”고 했다.",
            ["한다진·도하람"] * 2,
        ),
        (
            "한다진, 도하람 누리온 공동대표는 “아픔을 겪었다”고 했다. 한다진, 도하람 대표는 “새로 서자”고 했다.",
            ["한다진·도하람"] * 2,
        ),
        (
            "한다진 누리 대표와 도하람 가람 대표가 만났다. 이날 한다진, 도하람 대표는 “새로 서자”고 했다.",
            ["도하람"],
        ),
        (
            "한다진·도하람 누리온 공동 대표는 “아픔을 겪었다”고 했다. 두 공동 대표는 “새로 서자”고 했다. 누리온 양 대표 역시 “쉽지 않다”고 했다.",
            ["한다진·도하람"] * 3,
        ),
        (
            "한다진·양하람 누리온 공동 대표는 “아픔을 겪었다”고 했다. 양 대표 역시 “쉽지 않다”고 했다.",
            ["한다진·양하람", "양하람"],
        ),
        (
            "한다진 누리 사장직무대행은 “신뢰를 되찾자”고 했다. 도하람 전 누리 사장은 물러났다. 한 사장직무대행은 “새로 서자”고 했다.",
            ["한다진"] * 2,
        ),
        (
            "한다진 누리 사장은 “신뢰를 되찾자”고 했다. 도하람 누리 사장직무대행은 물러났다. 한 사장은 “새로 서자”고 했다.",
            ["한다진"] * 2,
        ),
        (
            "2일 이다선 총괄사장, 안다용 대표가 나섰다. 이 사장·안 대표는 “다사다난한 한 해였다”고 했다.",
            ["이다선·안다용"],
        ),
        (
            "정가온누리그룹 신임회장은 “중책을 맡게 됐다”고 했다. 누리그룹은 새 사업을 편다. 정회장은 “길은 있다”고 했다.",
            ["정가온"] * 2,
        ),
        (FIRST + "조선업계는 결의문에서 “마른 수건을 다시 짜자”고 했다.", ["한가온", "조선업계"]),
        (FIRST + "재계에서는 “방향이 옳은 것으로 보인다”는 의견이 나왔다.", ["한가온", "재계"]),
    ],
)
def test_whose_words_they_are(article: str, answers: list[str]) -> None:
    assert who(article) == answers


def test_a_round_up_turns_from_one_company_to_the_next() -> None:
    article = (
        "통신사 대표들이 새해 메시지를 냈다.\n\n◇ 한가온 누리텔레콤 사장 “고객 곁으로”\n\n한가온 누리텔레콤 사장은 “고객의 하루를 바꾸자”고 했다. "
        "이어 “답은 현장에 있다”고 했다.\n\n◇ 도하람 가람통신 사장 “기본으로”\n\n“기본이 모든 일의 출발점이다.” 도하람 가람통신 사장은 이같이 강조했다. "
        "도 사장은 “서두르지 말자”고 했다."
    )
    assert who(article) == ["한가온", "한가온", "도하람", "도하람"]


def test_of_two_with_one_family_name_the_last_named_is_meant_and_that_is_not_sure() -> None:
    article = (
        "김가온 누리전자 회장은 “고객의 하루를 바꾸자”고 했다. 김 회장은 “답은 현장에 있다”고 했다.\n\n"
        "김다온 가람그룹 회장은 “기본을 지키자”고 했다. 김 회장은 “서두르지 말자”고 했다."
    )
    found = statements(article)
    assert [quote.speakers[0].name for quote in found] == ["김가온", "김가온", "김다온", "김다온"]
    assert found[3].confidence < 0.9 < found[2].confidence


@pytest.mark.parametrize(
    "between",
    [
        "",
        "고(故) 한다솔 명예회장의 뜻을 기린 것이다. ",
        "그는 한다솔 명예회장의 말을 인용해 “멀리 보자”고 했다. ",
    ],
)
def test_who_is_named_later_or_only_recalled_makes_nobody_unsure(between: str) -> None:
    found = statements(
        f"한가온 누리전자 회장은 “고객의 하루를 바꾸자”고 했다. {between}한 회장은 “답은 현장에 있다”고 했다.\n\n"
        "한다온 가람그룹 회장은 “기본을 지키자”고 했다."
    )
    assert {quote.speakers[0].name for quote in found[:-1]} == {"한가온"}
    assert all(quote.confidence >= 0.9 for quote in found)


def test_a_newcomer_in_the_matter_asked_about_does_not_speak() -> None:
    article = FIRST + "최근 도하람 총재가 문제를 지적하며 살피는 업계의 행보에 대해서도 “흔들리지 않겠다”고 했다."
    assert who(article) == ["한가온", "한가온"]


@pytest.mark.parametrize(
    ("sentence", "said_by"),
    [
        ("누리은행이 팔린다는 소문에 대해서는 “들은 바 없다”고 했다.", "한가온"),
        ("정부가 나선다는 말에 “답은 현장에 있다”고 했다.", "한가온"),
        ("누리은행이 신년사에서 “답은 현장에 있다”고 했다.", "누리은행"),
    ],
)
def test_whoever_is_rumoured_about_does_not_speak(sentence: str, said_by: str) -> None:
    assert who(FIRST + sentence) == ["한가온", said_by]


def test_somebody_quoted_by_the_speaker_has_an_office_too() -> None:
    article = (
        FIRST
        + "이어 ‘스스로 바꾸는 일은 필수이며 열쇠 또한 용기’라는 도하람 명예회장의 말을 인용해 “길은 있다”고 했다."
    )
    assert speakers(article)[1:] == [(Speaker("도하람", None, "명예회장"),), (Speaker("한가온", "누리전자", "사장"),)]


@pytest.mark.parametrize(
    "later", ["회사 측 담당자는 “채용도 늘어날 것”이라고 했다.", "사측 관계자는 “채용도 늘어날 것”이라고 했다."]
)
def test_an_official_of_no_company_named_is_not_sure(later: str) -> None:
    assert statements(f"한가온 사장은 “고객의 하루를 먼저 살피자”고 말했다. {later}")[1].confidence < 0.9


def test_an_office_that_the_person_does_not_hold_is_not_sure() -> None:
    article = "한가온 누리생명 창립자는 “사람이 먼저”라고 썼다. 한 의장은 “사람을 남기자”고 했다. 한 창립자는 “길은 있다”고 썼다."
    assert [quote.confidence >= 0.9 for quote in statements(article)] == [True, False, True]


@pytest.mark.parametrize("somebody", ["한 주주는", "누리꾼들은"])
def test_where_somebody_unknown_speaks_nobody_is_sure(somebody: str) -> None:
    found = statements(
        FIRST + f"{somebody} “배당을 더 늘리면 좋겠다”며 “이제 믿는다”고 했다. 이어 “지켜보겠다”고 했다."
    )
    assert [quote.confidence >= 0.9 for quote in found] == [True, False, False, False]


def test_a_time_before_the_words_leaves_the_speaker_sure() -> None:
    assert all(quote.confidence >= 0.9 for quote in statements(FIRST + "새해에는 “답을 현장에서 찾자”고 했다."))


@pytest.mark.parametrize(
    ("later", "sure"),
    [
        ("“답은 현장에 있다”며 “서두르지 말자”고 했다.", True),
        ("투자에 대해서는 “답은 현장에 있다”고 했다.", True),
        ("사례를 언급하며 “답은 현장에 있다”고 했다.", True),
        ("물가도 올랐다. “답은 현장에 있다”고 했다.", False),
        ("물가가 오른다는 말에 “답은 현장에 있다”고 했다.", False),
    ],
)
def test_who_was_just_spoken_of_goes_on_surely(later: str, sure: bool) -> None:
    found = statements("이다온 가람물산 회장은 “길은 있다”고 했다. " + FIRST + later)
    assert found[2].speakers[0].name == "한가온"
    assert all((quote.confidence >= 0.9) is sure for quote in found[2:])


@pytest.mark.parametrize(
    ("sentence", "sure"),
    [
        ("누리은행은 “고객의 하루를 먼저 살피겠다”고 밝혔다.", True),
        ("누리은행은 2일 보도자료에서 “고객의 하루를 먼저 살피겠다”고 밝혔다.", True),
        ("누리은행은 새 지점을 열 곳을 정하며 “고객의 하루를 먼저 살피겠다”고 밝혔다.", False),
        ("반도체는 “고객의 하루를 먼저 살피겠다”고 밝혔다.", False),
    ],
)
def test_an_organisation_right_before_its_words_says_them_surely(sentence: str, sure: bool) -> None:
    (quote,) = statements(sentence)
    assert (quote.confidence >= 0.9) is sure


def test_words_that_run_over_a_line_are_of_whoever_goes_on() -> None:
    article = (
        "누리전자는 2일 본사에서 시무식을 열었다.\n한가온 누리전자 사장은 신년사에서 “고객의 하루를 먼저 살피자”며\n"
        "“답은 늘 현장에 있다고 생각하며\n서두르지 않는 한 해로 만들자”고 했다."
    )
    assert [(quote.speakers[0].name, quote.confidence >= 0.9) for quote in statements(article)] == [
        ("한가온", True)
    ] * 2


def test_an_unnamed_official_has_no_name() -> None:
    assert speakers("누리전자의 한 임원은 “채용도 늘어날 것”이라고 말했다.") == [(Speaker(None, "누리전자", "임원"),)]


def test_a_company_without_a_telling_name_is_found_as_the_opening_topic() -> None:
    article = "도드락온은 2일 본사에서 시무식을 열었다.\n\n한가온 회장은 신년사에서 “길은 있다고 믿는다”고 말했다."
    assert speakers(article) == [(Speaker("한가온", "도드락온", "회장"),)]


def test_an_office_of_the_state_goes_without_a_company() -> None:
    article = (
        "한가온 누리시장과 도하람 의원이 누리전자 행사에 왔다. 도 의원은 “지역을 살리겠다는 약속을 지키겠다”고 했다."
    )
    assert speakers(article)[0][0].organisation is None


def test_a_round_up_lends_nobody_the_company_of_another() -> None:
    article = (
        "강다온 해솔쇼핑 대표는 “고객을 다시 보자”고 했다. 이해솔 미르증권 대표는 “온기가 돌 것으로 본다”고 했다. "
        "서하람 도담마트 대표는 “가격 앞에 정직하겠다”고 했다. 창업자인 문별하 의장은 “배송은 약속이라고 믿는다”고 썼다."
    )
    assert [found[0].organisation for found in speakers(article)] == ["해솔쇼핑", "미르증권", "도담마트", None]


def test_nobody_is_made_up() -> None:
    found = statements("“고객이 모든 일의 출발점이다.”")
    assert [(quote.speakers, quote.confidence < 0.5) for quote in found] in ([], [((), True)])


def test_people_named_among_others_in_a_subtitle_do_not_speak() -> None:
    article = "도하람·이다온 회장 등 참석\n\n누리 지역 기업인들이 모여 “다시 힘차게 도약하겠다”는 의지를 다졌다."
    assert speakers(article) == [()]


@pytest.mark.parametrize(
    ("article", "answers"),
    [
        (
            FIRST + "한 사장은 한다온 가람전자 사장, 이다온 미르전자 사장과 약속했다. 한 사장은 “길은 있다”고 했다.",
            ["한가온", "한가온"],
        ),
        (FIRST + "한다온 가람전자 사장이 나섰다. 한 사장은 “길은 있다”고 했다.", ["한가온", "한다온"]),
        (
            FIRST + "도하람 미르전자 사장은 “길은 있다”고 했다. 한가온은 “서두르지 말자”고 했다.",
            ["한가온", "도하람", "한가온"],
        ),
        (
            FIRST + "나은결 한가온 대표는 “길은 있다”고 했다. 한가온은 “서두르지 말자”고 했다.",
            ["한가온", "나은결", "한가온"],
        ),
        (FIRST + "한가온 누리경찰서장 시무식 축사에서 “길은 있다”고 했다.", ["한가온", "한가온"]),
        ("누리경찰서는 2일 시무식을 열었다. 도하람 누리경찰서장 시무식 축사에서 “길은 있다”고 했다.", ["도하람"]),
    ],
)
def test_namesakes_in_a_list_bare_names_and_particles_left_out(article: str, answers: list[str]) -> None:
    assert who(article) == answers


def test_a_short_line_under_a_photo_names_who_is_called_by_family_name() -> None:
    article = (
        "한가온 누리회장\n\n이날 한 회장은 신년사에서 “우리가 먼저 달라지자”고 말했다. 한 회장은 “길은 있다”고 했다."
    )
    assert speakers(article) == [(Speaker("한가온", "누리", "회장"),)] * 2


def test_an_office_whose_holder_is_not_named_is_of_what_it_heads() -> None:
    article = "누리은행은 2일 시무식을 열었다. 누리은행의 목표도 나왔다. 이 행장은 “우리가 먼저 달라지자”고 말했다."
    assert speakers(article) == [(Speaker(None, "누리은행", "행장"),)]


def test_a_name_and_an_office_alone_over_words_in_marks_say_whose_they_are() -> None:
    article = (
        "누리 지역 새해 각오를 들었다. 저마다 힘을 주어 말했다.\n\n강가온 누리생명 사장\n\n“올해는 쉽지 않을 것이다. 최선을 다할 계획이다.”(1961년생)\n\n"
        "이다온 미르그룹 회장\n\n“모두가 화목하기를 기원한다. 다시 일어서겠다.”(1962년생)"
    )
    assert who(article) == ["강가온", "이다온"]


def test_a_line_under_a_photo_with_its_reporter_changes_no_subject() -> None:
    article = (
        FIRST
        + "\n\n도하람 미르전자 사장이 2일 시무식에서 인사말을 하고 있다. 나은결 기자\n\n이어 “답은 현장에 있다”고 했다."
    )
    assert who(article) == ["한가온", "한가온"]


WORDS = "고객의 하루를 먼저 살피는 한 해를 만들자"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (f"한가온 누리전자 사장도, 도하람 가람물산 회장도 “{WORDS}”고 말했다.", ["한가온·도하람"]),
        (f"한가온 누리전자 사장도 도하람 회장에게 “{WORDS}”고 말했다.", ["한가온"]),
        (f"한가온 누리전자 사장의 일성은 “{WORDS}”였다.", ["한가온"]),
        (f"한가온 누리전자 사장은 “{WORDS}”, “답은 현장에 있다”고 잇따라 주문했다.", ["한가온", "한가온"]),
        (f"한가온 누리전자 사장은 도하람 창업주의 “{WORDS}”는 말을 인용했다.", ["도하람"]),
        (f"한가온 누리전자 사장은 도하람 창업주의 뜻을 따라 “{WORDS}”는 말을 꺼냈다.", ["한가온"]),
        (f"1. 한가온 누리전자 사장\n“{WORDS}.”\n2. 도하람 가람물산 회장\n“{WORDS}.”", ["한가온", "도하람"]),
    ],
)
def test_two_who_also_say_and_words_that_are_recalled(sentence: str, names: list[str]) -> None:
    assert who(f"누리전자와 가람물산은 2일 시무식을 열었다.\n\n{sentence}") == names
