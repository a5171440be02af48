"""Years named by the beast of the cycle of sixty; all articles invented."""

import pytest

from messages_app.parsing import parse_article

SAID = " 한가온 사장은 “함께 나아가자”고 말했다."


@pytest.mark.parametrize(
    ("named", "year"),
    [
        ("붉은 말의 해", 2026),
        ("‘붉은 말’의 해", 2026),
        ("적토마의 해", 2026),
        ("파란 뱀띠 해", 2025),
        ("푸른 용(靑龍)의 해", 2024),
        ("검은 토끼 해", 2023),
        ("하얀 소의 해", 2021),
        ("황금개띠 해", 2018),
        ("청마(靑馬)의 해", 2014),
        ("백호의 해", 2010),
        ("황금돼지의 해", None),
        ("황소의 해", None),
        ("양띠 해", None),
    ],
)
def test_colour_and_beast_name_a_year(named: str, year: int | None) -> None:
    assert parse_article(f"누리전자는 {named}를 맞아 시무식을 열었다.{SAID}").message_year == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("한가온 사장은 “청양(靑羊)의 해를 맞아 2015년을 도약의 해로 만들겠다”고 말했다.", 2015),
        ("누리전자는 붉은 말의 해 기념 냉장고를 판다. 한가온 사장은 “2020년 판매가 컸다”고 말했다.", None),
        ("2025년 시무식에서 한가온 사장은 “푸른 뱀의 해를 맞아 함께 나아가자”고 말했다.", 2025),
    ],
)
def test_a_beast_greets_the_year_and_is_no_message_by_itself(text: str, year: int | None) -> None:
    assert parse_article(text).message_year == year
