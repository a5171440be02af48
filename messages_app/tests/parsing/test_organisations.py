"""Whose company it is that an article names apart from the person."""

import pytest

from messages_app.parsing import Speaker
from messages_app.tests.parsing.reading_aloud import speakers, statements

SAYS = "은 신년사에서 “우리가 먼저 달라져야 한다”고 말했다."


@pytest.mark.parametrize(
    ("before", "organisation"),
    [
        ("가람물산은 2일 시무식을 열었다. 아워미르는 지난 2일 시무식을 열었다.", "아워미르"),
        ("가람물산은 2일 시무식을 열었다. N-water(누리수자원공사)도 4일 시무식을 열었다.", "N-water"),
        ("가람물산은 2일 시무식을 열었다. 업계 2위 NR가람 역시 화상 시스템을 통해 인사를 나눴다.", "NR가람"),
        ("누리발전이 2026년 시무식을 열었다. 한국누리발전은 새 사업을 편다.", "한국누리발전"),
        ("올해는 AI와 R&D에 힘쓴다. 누리전자는 그중 앞선다. 여러 기업들이 시스템을 바꾼다.", "누리전자"),
        ("누리은행은 2일 본점에서 시무식을 열었다. M&A도 이어진다.", "누리은행"),
        ("가람물산은 2일 시무식을 열었다. 누리시의회 의장단은 2일 참배로 새해를 열었다.", "누리시의회"),
        (
            "[가온경제 나은결 기자] 누리항만공사(이하 공사) 2일 항구에서 시무식을 열었다. 공사 임직원이 모였다.",
            "누리항만공사",
        ),
        ("누리항만공사는 2일 별관 2층 국제회의장에서 시무식을 열었다.", "누리항만공사"),
        ("누리항만공사는 2일 공사 대강당과 터미널에서 시무식을 열었다.", "누리항만공사"),
        ("누리은행은 2일 산에 올랐다. 78년생 말띠 한가온 사장은 앞장섰다.", "누리은행"),
        ("가람물산은 2일 시무식을 열었다.\n\n■ 아워미르 “새 길을 열자”", "아워미르"),
        ("나무두레약품은 3일 새해 첫 모임을 열었다.", "나무두레약품"),
        ("나무두레약품은 3일 새해 첫 모임을 열었다. 새 계획 2차년도는 올해다. 4대도 함께 간다.", "나무두레약품"),
        ("대전 서구는 2일 시무식을 열었다.", "대전 서구"),
        ("2일 누리노총은 시무식을 열었다. 회원조합과 지역본부도 함께했다.", "누리노총"),
        ("HOME > 새소식센터 > 누리소식\n\n나무두레약품은 3일 새해 첫 모임을 열었다.", "나무두레약품"),
        ("나무두레약품은 3일 새해 첫 모임을 열었다. 전문의약품은 올해도 늘었다.", "나무두레약품"),
    ],
)
def test_somebody_named_without_a_company_is_of_the_one_spoken_of(before: str, organisation: str) -> None:
    assert speakers(f"{before}\n\n한가온 사장{SAYS}") == [(Speaker("한가온", organisation, "사장"),)]


@pytest.mark.parametrize(
    ("before", "sure"),
    [
        ("누리군 끝자락의 두레발전이 2일 시무식을 열었다.", True),
        ("누리전자는 2일 시무식을 열었다. LR그룹도 같은 날 신년회를 열었다.", True),
        ("【가온TV=나은결 기자】 누리대학교는 2일 시무식을 열었다. 두레재단이 함께했다.", False),
        ("두레재단이 새해를 열었다.\n\n【가온TV=나은결 기자】 누리대학교는 2일 시무식을 열었다.", True),
        ("두레재단이 새해를 열었다.\n\n가온일보 나은결 기자 | 누리대학교는 2일 시무식을 열었다.", True),
        ("누리전자는 2일 시무식을 열었다. 두레발전이 함께했다.", False),
    ],
)
def test_a_company_is_sure_as_the_topic_or_the_only_one(before: str, sure: bool) -> None:
    (quote,) = statements(f"{before} 한가온 사장{SAYS}")
    assert (quote.confidence >= 0.9) is sure


def test_whoever_stands_in_for_the_president_goes_without_a_company() -> None:
    article = (
        f"[현장] 발길 이어진 신년인사회, 차분히 열려\n\n2026년 신년인사회가 3일 열렸다.\n\n한가온 대통령 권한대행{SAYS}"
    )
    assert speakers(article) == [(Speaker("한가온", None, "대통령 권한대행"),)]


def test_a_verb_before_a_name_is_no_company() -> None:
    read_out = "나은결 누리은행 전무가 대독한 한가온 회장의 신년사에서 한 회장은 “우리가 먼저 달라져야 한다”고 말했다."
    assert speakers(f"누리은행은 2일 시무식을 열었다.\n\n{read_out}") == [(Speaker("한가온", "누리은행", "회장"),)]


def test_the_one_company_of_an_article_may_be_named_afterwards() -> None:
    assert speakers(f"한가온 사장{SAYS} 누리증권은 올해 새 사업을 편다.") == [(Speaker("한가온", "누리증권", "사장"),)]


@pytest.mark.parametrize(
    ("article", "speaker"),
    [
        ("누리군, 2024년 시무식\n\n한가온 군수%s 누리군 공무원이 함께했다.", Speaker("한가온", "누리군", "군수")),
        ("2일 을지로 누리은행 본점에서 시무식이 열렸다. 한가온 행장%s", Speaker("한가온", "누리은행", "행장")),
        (
            "NRE는 한가온 회장과 도하람 가람 사장이 모인 가운데 시무식을 열었다. 한 회장%s",
            Speaker("한가온", "NRE", "회장"),
        ),
        ("2일 누리전자 미르사업장에서 시무식이 열렸다. 한가온 사장%s", Speaker("한가온", "누리전자", "사장")),
        (
            "한가온 부회장 신년사…이다용 부회장은 불참\n누리전자[005930]는 2일 한가온 부회장이 참석한 가운데 시무식을 열었다.\n한 부회장%s",
            Speaker("한가온", "누리전자", "부회장"),
        ),
        (
            "신약 NR-1229는 허가를 앞뒀다. 한가온 회장%s 지난해 누리제약은 준비를 해왔다.",
            Speaker("한가온", "누리제약", "회장"),
        ),
        (
            "도하람 누리통상부 장관, 한가온 회장 등이 모였다. 한가온 누리협회 회장%s",
            Speaker("한가온", "누리협회", "회장"),
        ),
        (
            "◇ 누리전자 = 지난해에 이어 가람 부회장이 아닌 한가온 사장이 나섰다. 한 사장%s",
            Speaker("한가온", "누리전자", "사장"),
        ),
        ("도하람 누리방송 사장이 말했다. 물러나는 한가온 사장%s", Speaker("한가온", None, "사장")),
        ("서울시 가람구 미르전자 본사에서 시무식이 열렸다. 한가온 사장%s", Speaker("한가온", "미르전자", "사장")),
        (
            "가람공사도 시무식을 열었다. 가람공사는 2일 안전을 다짐했다. 한가온 도지사%s",
            Speaker("한가온", None, "도지사"),
        ),
        (
            "가람공사도 시무식을 열었다. 누리군은 2일 새해를 맞았다. 누리군은 안전을 다짐했다. 한가온 군수%s",
            Speaker("한가온", "누리군", "군수"),
        ),
        ("두빛의 한가온 회장%s", Speaker("한가온", "두빛", "회장")),
        ("#한가온 #누리감독원\n\n한가온 누리감독원장%s", Speaker("한가온", "누리감독원", "원장")),
        (
            "누리자동차 지휘봉을 잡는 한가온 신임 사장%s 가람자동차도 컸다. 가람자동차가 앞섰다.",
            Speaker("한가온", "누리자동차", "사장"),
        ),
        ("누리은행에 취임한 한가온 행장%s 가람은행도 컸다. 가람은행이 앞섰다.", Speaker("한가온", "누리은행", "행장")),
        ("한가온 누리위원장이 왔다. 누리위는 2일 문을 열었다. 한가온 위원장%s", Speaker("한가온", "누리위", "위원장")),
        ("한가온 누리위원장이 왔다. 한가온 위원장%s", Speaker("한가온", "누리위원회", "위원장")),
        ("지난달 새로 취임한 한가온 사장%s", Speaker("한가온", None, "사장")),
        ("2일 오전 10시에 시무식이 열렸다. 한가온 총장%s", Speaker("한가온", None, "총장")),
        ("나은결 동가온구청장이 왔다. 나은결 구청장%s", Speaker("나은결", "동가온구청", "구청장")),
        (
            "누리경찰서는 2일 시무식을 열었다. 한가온 서장은 도하람 가람경찰청장의 글을 읽었다. 한가온 서장%s",
            Speaker("한가온", "누리경찰서", "서장"),
        ),
        (
            "대한누리기업단체연합회(이하 누기연)는 2일 문을 열었다. 한가온 누기연 회장%s",
            Speaker("한가온", "대한누리기업단체연합회", "회장"),
        ),
        (
            "대한누리기업단체연합회(누기연)는 2일 문을 열었다. 한가온 누기연 회장%s",
            Speaker("한가온", "누기연", "회장"),
        ),
        (
            "누리대는 2일 시무식을 열었다. 도하람 재단이사장과 한가온 총장이 왔다. 한가온 총장%s",
            Speaker("한가온", "누리대", "총장"),
        ),
        ("한가온 누리재단이사장이 왔다. 한가온 이사장%s", Speaker("한가온", "누리재단", "이사장")),
        ("한가온 누리부 겸직 가람기획부 장관\n\n한가온 가람기획부 장관%s", Speaker("한가온", "가람기획부", "장관")),
    ],
)
def test_the_office_the_sentence_and_the_place_tell_whose_somebody_is(article: str, speaker: Speaker) -> None:
    assert speakers(article % SAYS) == [(speaker,)]


@pytest.mark.parametrize(
    ("before", "sure"),
    [
        ("누리전자는 2일 시무식을 열었다.", True),
        ("시무식이 누리전자를 빌려 열렸다. 누리전자의 손님도 왔다.", True),
        ("시무식이 누리전자를 빌려 열렸다. 가람물산과 가람물산의 손님도 왔다. 미르증권을 찾은 이도 있다.", False),
    ],
)
def test_a_company_only_named_near_by_is_not_sure(before: str, sure: bool) -> None:
    assert [quote.confidence >= 0.9 for quote in statements(f"{before}\n\n한가온 사장{SAYS}")] == [sure]


@pytest.mark.parametrize(
    ("sentence", "organisation"),
    [
        ("2일 미르동에서 열린 두리텔레콤 시무식에서 한가온 사장%s", "두리텔레콤"),
        ("한가온 사장은 2일 두리텔레콤 신년 하례식에서 새해를 열었다. 한 사장%s", "두리텔레콤"),
        ("2일 제5기 NR홀딩스 정기 주주총회에서 한가온 사장%s", "NR홀딩스"),
        ("두리텔레콤이 2026년 시무식에서 새해를 열었다. 한가온 사장%s", "두리텔레콤"),
        ("올해 시무식에서 한가온 사장%s", "가람물산"),
        ("임진년 시무식에서 한가온 사장%s", "가람물산"),
        ("서울 시무식에서 한가온 사장%s", "가람물산"),
        ("회사 시무식에서 한가온 사장%s", "가람물산"),
    ],
)
def test_whose_occasion_it_is_says_whose_head_speaks(sentence: str, organisation: str) -> None:
    article = f"{sentence % SAYS}\n\n가람물산은 컸다. 가람물산이 앞섰다. 가람물산의 손님도 늘었다."
    assert speakers(article) == [(Speaker("한가온", organisation, "사장"),)]


@pytest.mark.parametrize(
    ("sentence", "organisation"),
    [
        ("미르코딜리언이 4일 미르시에 위치한 연수원에서 시무식을 열었다.", "미르코딜리언"),
        ("미르코딜리언(NR 축구단)이 새해 시무식을 개최하고 새 출발을 알렸다.", "미르코딜리언"),
        ("미르코딜리언이 4일 ‘2026 새해 시무식’을 개최하고 새 출발을 알렸다.", "미르코딜리언"),
        ("축구단 nr 미르코딜리언이 4일 새해 시무식을 개최했다.", "nr 미르코딜리언"),
        ("이날 미르코딜리언이 연수원에서 신년 하례회를 가졌다.", "미르코딜리언"),
        ("도하람 이사가 4일 미르시에 위치한 연수원에서 시무식을 열었다.", None),
        ("손님이 4일 미르시에 자리한 연수원에서 시무식을 열었다.", None),
        ("미르코딜리언이 시무식을 열었다. 아워미르가 시무식을 열었다.", None),
        ("미르코딜리언이 4일 새 점포를 열었다.", None),
    ],
)
def test_who_holds_the_occasion_is_whose_head_speaks(sentence: str, organisation: str | None) -> None:
    assert speakers(f"{sentence}\n\n한가온 사장{SAYS}") == [(Speaker("한가온", organisation, "사장"),)]


@pytest.mark.parametrize(
    ("sentence", "title", "organisation"),
    [
        ("미르코딜리언이 4일 시무식을 열었다.", "감독", "미르코딜리언"),
        ("미르코딜리언이 4일 시무식을 열었다.", "코치", "미르코딜리언"),
        ("미르코딜리언이 4일 시무식을 열었다.", "국회의원", None),
        ("미르코딜리언이 4일 새 영화를 내놓았다.", "감독", None),
    ],
)
def test_a_coach_is_of_the_club_that_holds_the_occasion(sentence: str, title: str, organisation: str | None) -> None:
    assert speakers(f"{sentence}\n\n한가온 {title}{SAYS}") == [(Speaker("한가온", organisation, title),)]


def test_heads_of_divisions_are_of_the_company_spoken_of() -> None:
    others = f"도하람 누리그룹 회장{SAYS} 나은결 미르그룹 회장{SAYS} 이다온 가람전자 회장{SAYS}"
    article = f"{others}\n\n가람전자 투톱들도 나섰다. 한가온 DS부문장{SAYS} 강다솜 NX부문장{SAYS}"
    assert speakers(article)[3:] == [
        (Speaker("한가온", "가람전자", "DS부문장"),),
        (Speaker("강다솜", "가람전자", "NX부문장"),),
    ]


@pytest.mark.parametrize(("owner", "sure"), [("NR텔레콤", True), ("두리텔레콤", True), ("송년연주회", False)])
def test_whose_somebody_is_said_to_be_is_sure(owner: str, sure: bool) -> None:
    before = "가람공사도 새해를 맞았다. 가람공사는 컸다. 미르증권을 찾은 이도 있다."
    (quote,) = statements(f"{before}\n\n4일 {owner}의 한가온 사장{SAYS}")
    assert (quote.confidence >= 0.9) is sure


@pytest.mark.parametrize(
    "before",
    [
        "미국은 지난 2일 금리를 내렸다.",
        "시무식은 2일 열렸다.",
        "AI는 새 시대를 연다.",
        "시무법회는 2일 열렸다.",
    ],
)
def test_what_is_no_company_is_nobodys(before: str) -> None:
    assert speakers(f"{before}\n\n한가온 사장{SAYS}") == [(Speaker("한가온", None, "사장"),)]


def test_somebody_elses_bank_is_not_the_one_of_another_head() -> None:
    article = (
        f"한가온 행장{SAYS} 한 행장은 누리은행의 나아갈 길을 밝혔다. 누리은행도 바뀐다. 도하람 가람은행 행장{SAYS} "
        "가람은행은 컸다. 가람은행이 앞섰다. 가람은행의 손님도 늘었다."
    )
    assert speakers(article) == [(Speaker("한가온", "누리은행", "행장"),), (Speaker("도하람", "가람은행", "행장"),)]


def test_a_guild_is_an_organisation_and_another_association_has_another_head() -> None:
    article = f"대한누리약사회(회장 한가온)는 2일 모임을 열었다. 한가온 회장{SAYS} 손님으로 온 도하람 협회장{SAYS}"
    assert speakers(article) == [(Speaker("한가온", "대한누리약사회", "회장"),), (Speaker("도하람", None, "협회장"),)]
