"""Days as pages print them, and which of them is the day of publication."""

from datetime import date

import pytest

from messages_app.parsing import parse_article
from messages_app.parsing.dates import days_in

BODY = "한가온 누리전자 사장은 2일 신년사에서 “고객의 하루를 먼저 살피자”고 말했다."


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2016. 12. 30.", date(2016, 12, 30)),
        ("2023-01-02T09:00:00+09:00", date(2023, 1, 2)),
        ("2024年 1月 2日", date(2024, 1, 2)),
        ("04 1월 2022", date(2022, 1, 4)),
        ("월요일, 1월 2, 2023", date(2023, 1, 2)),
        ("Jan 2, 2023", date(2023, 1, 2)),
        ("December 30th, 2021", date(2021, 12, 30)),
        ("2 Jan 2023 09:00", date(2023, 1, 2)),
        ("입력 23.01.02 09:00", date(2023, 1, 2)),
        ("작성자 나은결 작성일23-01-03 11:36 조회 1,103", date(2023, 1, 3)),
        ("• 19.01.02 / 나은결", date(2019, 1, 2)),
        ("'24. 1. 2.(화)", date(2024, 1, 2)),
        ("기사등록 2024-01-02 14:27:52", date(2024, 1, 2)),
        ("최종 편집 2024-02-21 22:20", None),
        ("2025-12-29 13:13:44 기준", None),
        ("2026.13.45.", None),
        ("23.13.02", None),
        ("판매 1.02.03 개정", None),
        ("전화 02-12-0123", None),
        ("문의 031-23-01-02", None),
        ("3월 15일, 20여 명", None),
    ],
)
def test_a_line_above_the_body_gives_the_day(stamp: str, day: date | None) -> None:
    assert parse_article(f"누리전자 새해 첫발 내디뎌\n{stamp}\n\n{BODY}").published_date == day


@pytest.mark.parametrize(
    ("content", "days"),
    [
        ("입력 2026.01.02. 수정 2026.01.03.", [date(2026, 1, 2), date(2026, 1, 3)]),
        ("’98.12.31 종무식", [date(1998, 12, 31)]),
        ("점수는 10.12.31-12였다", []),
        ("2026.01.02", [date(2026, 1, 2)]),
        ("마감 12.30.2021", []),
    ],
)
def test_days_are_read_in_order(content: str, days: list[date]) -> None:
    assert [found.day for found in days_in(content)] == days


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("누리전자 새해 첫발 입력 2026.01.02 09:00 나은결 기자 ", date(2026, 1, 2)),
        ("누리전자는 특허 등록 2026.01.02에 이어 ", None),
        ("누리전자는 2026.01.02 09:00에 시무식을 열었다. ", None),
    ],
)
def test_a_paste_of_one_line_has_its_day(opening: str, day: date | None) -> None:
    assert parse_article(opening + BODY).published_date == day


def test_the_day_of_the_page_yields_to_the_day_of_the_article() -> None:
    article = parse_article(f"최종편집 2026-02-21 22:20 (토)\n누리전자 새해 첫발\n승인 2026.01.02 16:01\n\n{BODY}")
    assert (article.published_date, article.message_year) == (date(2026, 1, 2), 2026)


def test_a_day_called_that_of_the_article_stands_before_one_of_the_page() -> None:
    article = parse_article(f"누리전자 새해 첫발\n기사입력: 2026/01/02 [02:17]  최종편집: ⓒ 가온뉴스\n\n{BODY}")
    assert article.published_date == date(2026, 1, 2)
    assert parse_article(f"누리전자 새해 첫발\n최종편집: 2026/02/21 [02:17]\n\n{BODY}").published_date is None
