"""Whose occasion an article tells of, and whose head therefore speaks; everybody invented."""

import pytest

from messages_app.parsing import Speaker
from messages_app.tests.parsing.reading_aloud import speakers

SPEAKS = "한가온 대표는 신년사에서 “우리가 먼저 달라져야 한다”고 말했다."
STAMP = "입력 2026.01.02. 10:00"


@pytest.mark.parametrize(
    ("opening", "organisation"),
    [
        ("두나래는 2일 본사에서 시무식을 열었다.", "두나래"),
        ("나래가 2일 임직원 300명이 참석한 가운데 2026년 시무식을 개최했다고 밝혔다.", "나래"),
        ("이날 하람은 ‘2026년 시무식’을 진행했다.", "하람"),
        ("오리나는 새해 첫 출근일 신년하례식을 가졌다.", "오리나"),
        ("임직원은 2일 강당에서 시무식을 가졌다.", None),
        ("올해는 시무식을 온라인으로 열었다.", None),
        ("건설인은 2일 신년인사회를 열었다.", None),
        ("업계는 2일 신년인사회를 열었다.", None),
        ("손님들이 모여 신년회를 열었다.", None),
    ],
)
def test_whoever_opens_a_sentence_on_an_occasion_holds_it(opening: str, organisation: str | None) -> None:
    assert speakers(f"{opening} {SPEAKS}") == [(Speaker("한가온", organisation, "대표"),)]


@pytest.mark.parametrize(
    ("title", "organisation"),
    [
        ("두나래, 2026년 시무식 개최", "두나래"),
        ("[포토] 나래, 온라인 시무식 열어", "나래"),
        ("나래 2026년 시무식 개최", "나래"),
        ("도하람, 시무식서 새해 인사 건네", None),
        ("재계, 새해 신년회 잇달아 열어", None),
        ("2025 종무식 및 2026 시무식 열려", None),
        ("섬유인 신년인사회 성황리에 마쳐", None),
    ],
)
def test_a_title_tells_whose_occasion_it_is(title: str, organisation: str | None) -> None:
    assert speakers(f"{title}\n{STAMP}\n{SPEAKS}") == [(Speaker("한가온", organisation, "대표"),)]


@pytest.mark.parametrize(
    ("opening", "organisation"),
    [
        ("(주)하나래 2026년도 시무식이 2일 본사 강당에서 열렸다.", "하나래"),
        ("㈜온누는 2일 본사 강당에서 새해 각오를 다졌다.", "온누"),
        ("주식회사 두나래가 2일 본사 강당에서 새해 각오를 다졌다.", "두나래"),
        ("두나래(주)의 새해가 2일 본사 강당에서 열렸다.", "두나래"),
        ("사단법인 나래는 2일 본사 강당에서 새해 각오를 다졌다.", "나래"),
        ("새해 각오를 다지는 자리(주말)가 2일 열렸다.", None),
    ],
)
def test_a_form_in_law_shows_what_a_name_is(opening: str, organisation: str | None) -> None:
    assert speakers(f"{opening} {SPEAKS}") == [(Speaker("한가온", organisation, "대표"),)]
