"""Outlet, date, reporters, address and the New Year meant."""

from datetime import date

import pytest

from messages_app.parsing import parse_article

BODY = (
    "한가온 누리전자 사장은 2일 신년사에서 “고객의 하루를 먼저 살피자”고 말했다. 한 사장은 “답은 현장에 있다”고 했다."
)


@pytest.mark.parametrize(
    ("byline", "outlet", "reporters"),
    [
        ("(서울=가온통신) 나은결 기자 = ", "가온통신", ("나은결",)),
        ("[서울=가온뉴스] 나은결 기자 = ", "가온뉴스", ("나은결",)),
        ("[가온경제 나은결 기자] ", "가온경제", ("나은결",)),
        ("[가온경제=나은결·도하람 기자] ", "가온경제", ("나은결", "도하람")),
        ("[가온일보] ", "가온일보", ()),
    ],
)
def test_the_byline_names_outlet_and_reporters(byline: str, outlet: str, reporters: tuple[str, ...]) -> None:
    article = parse_article("누리전자 새해 첫발 내디뎌\n\n" + byline + BODY)
    assert (article.outlet, article.reporters) == (outlet, reporters)


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("입력 2026.01.02. 오전 9:21", date(2026, 1, 2)),
        ("입력 2025-12-29 11:37", date(2025, 12, 29)),
        ("승인 2026.01.02 10:00", date(2026, 1, 2)),
        ("입력 2026년 1월 3일 03시 00분", date(2026, 1, 3)),
        ("입력 2026.13.45.", None),
    ],
)
def test_the_stamp_gives_the_day(stamp: str, day: date | None) -> None:
    assert parse_article(f"누리전자 새해 첫발 내디뎌\n가온경제\n{stamp}\n\n{BODY}").published_date == day


@pytest.mark.parametrize(
    ("stamp", "body", "year"),
    [
        ("입력 2026.01.02.", BODY, 2026),
        ("입력 2025.12.29.", BODY, 2026),
        ("입력 2025.12.29.", BODY.replace("신년사", "병오년 신년사"), 2026),
        ("", BODY.replace("신년사", "신축년 신년사"), 2021),
        ("", BODY.replace("신년사", "2024년 신년사"), 2024),
        ("", BODY.replace("신년사", "2023 증권시장 개장식"), 2023),
        ("", BODY.replace("신년사", "2023년 새 전시장 개관식"), None),
        ("", BODY.replace("먼저 살피자", "살피는 2019년을 만들자") + " 신년사는 짧았다.", 2019),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "지난 2016년은 모두에게 어려운 해였다고 본다"), 2017),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2015년은 유례없는 위기의 해였다. 함께 뛰자"), 2016),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2018년은 도약의 해가 될 것이다"), 2018),
        ("", BODY.replace("먼저 살피자", "살피는 2018년을 만들자. 2025년에는 세계 3위가 되겠다"), 2018),
        ("", BODY.replace("먼저 살피자", "2004년부터 살폈고 2015년 3월에 점포도 열었다"), None),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2023년은 협회의 뜻깊은 해"), 2023),
        ("", BODY.replace("2일 신년사에서", "2020년에도 힘을 보태며 함께 나설 뜻을 전했다. 신년사에서"), 2020),
        (
            "",
            BODY.replace("고객의 하루를 먼저 살피자", "2014년은 새 전략의 첫해인 만큼 투자를 올해 목표로 삼았다"),
            2014,
        ),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "지난 2006년 진출한 시장이 있고 2019년은 도약의 해다"), 2019),
        ("", BODY.replace("2일 신년사에서", "새해를 맞아 2014년에는"), 2014),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2018년 기업가치 30조 원 달성 목표를 이루겠다"), None),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2023년 창립 50주년을 함께 맞자"), None),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2023년 대표 사업을 새로 키우자"), 2023),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2023년 초격차 기술을 내놓자"), 2023),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2023년 말까지 점포를 두 배로 늘리자"), None),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2020년대를 내다보고 2020년 대비 두 배를 팔자"), None),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2012년 취임했을 때와 달리 지금은 앞서 있다"), None),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2012년 가온에 문을 연 점포를 다시 살피자"), None),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "1991년 은행 설립이래 늘 앞서 왔다"), None),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2023년 누리는 고른 결실을 맺었다. 올해 구호는 도전"), 2024),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2013년 뱀띠 해가 밝았다. 올해 구호는 도전"), 2013),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2023년 누리는 고른 결실을 맺겠다. 올해 구호는 도전"), 2023),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2012년은 점포를 연 뒤 가장 빛나는 해가 될 것"), 2012),
        ("", BODY.replace("신년사", "98년 시무식"), 1998),
        ("", BODY.replace("고객의 하루를 먼저 살피자", "2022년에 큰 성과를 거뒀다. 2023년 준비를 마치자"), 2023),
        ("", BODY.replace("신년사", "07년 신년사"), 2007),
        ("", BODY.replace("신년사", "신년사(정유(丁酉)년)"), 2017),
        ("", BODY.replace("신년사", "甲午년 신년사"), 2014),
        ("", BODY.replace("신년사", "丙午年 신년사"), 2026),
        ("", BODY.replace("2일 신년사", "2010년 12월 31일 발표한 신년사"), 2011),
        ("", BODY.replace("2일 신년사", "2011년 1월 3일 시무식"), 2011),
        ("", BODY.replace("2일 신년사", "2011년 3월 3일 시무식"), None),
        ("", BODY.replace("신년사", "’24년 경영방침을 담은 신년사"), 2024),
        ("", BODY.replace("신년사에서", "신년사에서 98년은 도약의 해라며"), 1998),
        ("", BODY.replace("신년사에서", "신년사에서 지난 20년은 배움의 해였다며"), None),
        ("", BODY.replace("신년사에서", "신년사에서 10년은 짧다며"), None),
        ("", BODY.replace("2일 신년사에서", "2023년을 맞아"), 2023),
        ("", BODY.replace("2일 신년사에서", "2023년 한 해를 시작하며"), 2023),
        ("", BODY.replace("2일 신년사에서", "2023년 시장을 내다보며"), None),
        ("", BODY + "\n▲ 한가온 누리전자 사장 [사진=누리전자] 2023.01.02", 2023),
        ("", BODY + "\n▲ 한가온 누리전자 사장 [사진=누리전자] 2021.12.20", None),
        ("", BODY + "\n![한가온](https://gaon.example/wp-content/uploads/2026/01/41_21.png)", 2026),
        ("", BODY + "\n![한가온](https://gaon.example/wp-content/uploads/2026/05/41_21.png)", None),
        ("입력 2026.05.02.", BODY.replace("먼저 살피자", "살피는 2018년을 만들자"), 2018),
        ("입력 2026.05.02.", BODY, 2026),
        ("입력 2026.05.02.", BODY.replace("신년사", "간담회"), None),
        ("입력 2026.01.02.", BODY.replace("2일 신년사에서", "새해를 맞아"), None),
        ("입력 2026.01.02.", BODY.replace("2일 신년사에서 “", "새해를 맞아 임직원에게 “새해에도 "), 2026),
        ("입력 2025.12.30.", BODY.replace("2일 신년사에서 “", "새해를 맞아 임직원에게 “새해에도 "), 2026),
        ("입력 2026.05.02.", BODY.replace("2일 신년사에서 “", "새해를 맞아 임직원에게 “새해에도 "), None),
        ("입력 2026.01.02.", BODY.replace("2일 신년사에서 “", "새해를 맞아 손님들에게 “새해에도 "), None),
        ("", BODY.replace("2일 신년사에서", "2일 2026년 새해 첫 공식 일정으로 찾은 공장에서"), 2026),
        (
            "",
            BODY.replace("신년사", "행사")
            + "\n누리는 9일 ‘2019 누리인 신년인사회’를 개최했다. 사진=누리\n자리에는 3백 명이 왔다.",
            2019,
        ),
        (
            "",
            BODY.replace("신년사", "행사")
            + "\n누리는 9일 ‘2019 누리인의 밤’을 개최했다. 사진=누리\n자리에는 3백 명이 왔다.",
            None,
        ),
        ("", BODY.replace("신년사", "간담회"), None),
        (
            "입력 2018.01.01.",
            "지도자들이 신년사를 내놓았다. 그 말을 읽은 사람이 얼마나 될까. 집 앞의 주차 질서가 눈에 띄게 나아졌다.",
            None,
        ),
    ],
)
def test_the_new_year_meant(stamp: str, body: str, year: int | None) -> None:
    assert parse_article(f"누리전자 새해 첫발 내디뎌\n가온경제\n{stamp}\n\n{body}").message_year == year


@pytest.mark.parametrize(
    ("above", "below", "day", "year"),
    [
        ("2024.12.29 (일)", "입력 2018.01.02. 10:00", date(2018, 1, 2), 2018),
        ("2024.12.29 (일)", "나은결 기자 2018.01.02 10:00", date(2018, 1, 2), 2018),
        ("2018.01.02", "나은결 기자", date(2018, 1, 2), 2018),
        ("2024.04.29 (월)", "나은결 기자", None, None),
        ("2024.12.29 (일)", "나은결 기자", date(2024, 12, 29), 2025),
        ("로그인", "나은결 기자 nae@gaon.example 취재본부 산업팀 2018.01.02 17:28 댓글 0", date(2018, 1, 2), 2018),
    ],
)
def test_the_clock_of_a_page_comes_after_the_day_of_the_article(
    above: str, below: str, day: date | None, year: int | None
) -> None:
    article = parse_article(f"{above}\n로그인\n누리전자 새해 첫발 내디뎌\n{below}\n\n{BODY}")
    assert (article.published_date, article.message_year) == (day, year)


@pytest.mark.parametrize(
    ("above", "year"),
    [
        ("2025년 새해를 맞은 누리 업계의 화두는 도약으로 풀이된다.", 2025),
        ("2025년 새해 첫 모임 알림", None),
        ("누리 업계의 화두는 2025년에도 도약으로 풀이된다.", None),
    ],
)
def test_a_digest_over_the_article_may_tell_the_year(above: str, year: int | None) -> None:
    digest = f"전체 맥락을 이해하기 위해서는 본문 보기를 권장합니다.\n{above}\n이 글자크기로 변경됩니다.\n(예시) 가장 빠른 뉴스를 전합니다."
    assert parse_article(f"누리 업계 새해 화두는 도약\n{digest}\n\n{BODY}").message_year == year


def test_the_year_behind_the_occasion_counts() -> None:
    assert parse_article(f"[신년사 2022] 한가온 누리전자 사장\n\n{BODY}").message_year == 2022
    assert parse_article(f"[2022신년]한가온 누리전자 사장 새 각오\n\n{BODY}").message_year == 2022


def test_the_clock_of_a_page_yields_to_the_year_named() -> None:
    body = BODY.replace("먼저 살피자", "살피는 2018년을 만들자")
    assert parse_article(f"2024.12.29 (일)\n로그인\n누리전자 새해 첫발 내디뎌\n\n{body}").message_year == 2018


def test_the_day_beside_the_outlet_that_opens_a_text_is_sure() -> None:
    body = BODY.replace("먼저 살피자", "살피는 2018년을 만들자")
    assert parse_article(f"가온경제 2026.01.02\n누리전자 새해 첫발 내디뎌\n\n{body}").message_year == 2026


def test_the_address_is_found() -> None:
    article = parse_article("출처 https://news.gaon.example/2026/1.\n누리전자 새해 첫발 내디뎌\n\n" + BODY)
    assert article.url == "https://news.gaon.example/2026/1"


@pytest.mark.parametrize(
    ("announced", "year"),
    [
        ("다음은 누리 업계 대표들이 4일 내놓은 2016년 신년사 요지다.", 2016),
        ("누리 업계 대표들은 지난 2016년 신년사를 내지 않았다.", None),
    ],
)
def test_a_digest_without_marks_has_the_year_that_announces_it(announced: str, year: int | None) -> None:
    digest = "◆한가온 누리전자 사장 “답은 현장에”\n올해는 누리전자가 문을 연 지 서른 해가 되는 해이다."
    assert parse_article(f"누리 업계가 새 힘을 다짐했다.\n{announced}\n{digest}").message_year == year
