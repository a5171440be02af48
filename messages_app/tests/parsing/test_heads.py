"""Heads named in parentheses behind an organisation; everybody invented."""

import pytest

from messages_app.parsing import Speaker
from messages_app.tests.parsing.reading_aloud import speakers


@pytest.mark.parametrize(
    ("opening", "organisation"),
    [
        ("누리협회(대표 한가온, 이하 ‘누협’)는 인사회를 열었다. 한가온 누협 대표는", "누리협회"),
        ("한국누리단체총연합회(이하 누총, 대표 한가온)는 인사회를 열었다. 한가온 누총 대표는", "한국누리단체총연합회"),
        ("누리연구원(대표 한가온·이하 누연)은 인사회를 열었다. 한 대표는", "누리연구원"),
        ("누리병원(이사장 도하람, 대표 한가온)은 인사회를 열었다. 한가온 대표는", "누리병원"),
    ],
)
def test_parentheses_may_tell_of_more_than_the_head(opening: str, organisation: str) -> None:
    assert speakers(f"{opening} “우리가 먼저 달라져야 한다”고 말했다.")[-1] == (
        Speaker("한가온", organisation, "대표"),
    )
