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


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("한가온 대표는 신년사에서 “19년엔 열린 누리를 강화하고자 한다”고 말했다.", 2019),
        ("한가온 대표는 신년사에서 “24년에는 새 시장을 열겠다”고 말했다.", 2024),
        ("한가온 대표는 신년사에서 “20년은 더 걸릴 것”이라고 말했다.", None),
        (
            "한가온 대표는 신년사에서 “2018년 가온을 시작으로 한 사업이 올해 자란다”고 했다. “19년엔 더 열고자 노력하고자 한다”고 했다.",
            2019,
        ),
    ],
)
def test_a_year_of_two_figures_is_one_where_something_is_planned(text: str, year: int | None) -> None:
    assert parse_article(text).message_year == year


HAILS = (
    "한가온 사장은 산에서 “모든 임직원이 나아가길 바란다”며 “2025년은 누리가 더욱 도약하는 해가 될 것”이라고 말했다."
)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (HAILS, 2025),
        (f"누리 사장 산에 올라 다짐하다\n입력 2025.01.06. 10:00\n{HAILS}", 2025),
        (f"누리 사장 산에 올라 다짐하다\n입력 2024.06.06. 10:00\n{HAILS}", None),
        ("한가온 사장은 “2025년은 누리가 더욱 도약하는 해가 될 것”이라고 말했다.", None),
        ("한가온 사장은 임직원에게 “2024년 실적이 좋았다”고 말했다.", None),
    ],
)
def test_a_year_hailed_to_ones_own_people_is_the_new_year(text: str, year: int | None) -> None:
    assert parse_article(text).message_year == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("누리전자 신년사가 나왔다. 2024년을 보내고 새해를 맞는다.", 2025),
        ("시무식에서 2024년 한 해의 노고를 치하했다.", 2025),
        ("신년사에서 지난 2024년의 성과를 돌아봤다.", 2025),
        ("신년사에서 2025년 목표를 밝혔다.", 2025),
        ("시무식에서 2025년 한 해 동안 성과를 내자고 했다.", 2025),
        ("신년사에서 2030년 매출 100조를 목표로 내걸었다.", None),
        ("신년사에서 2030년 두 배 성장을 목표로 내걸었다.", None),
    ],
)
def test_a_year_that_is_sent_off_is_followed_by_the_new_one(text: str, year: int | None) -> None:
    assert parse_article(text + SAID).message_year == year
