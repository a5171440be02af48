"""Which wordings are the same words."""

import pytest

from messages_app.importing.likeness import is_same, likeness, plain_words

SAME = [
    ("고객이 먼저 찾는 회사가 되자", "고객이 먼저 찾는 회사가 되자"),
    ("‘고객’이 먼저 찾는 회사가, 되자.", "고객이 먼저 찾는 회사가 되자"),
    ("고객이 먼저 찾는 회사가 되자", "올해는 누구보다 고객이 먼저 찾는 회사가 되자. 길은 거기 있다"),
    (
        "새로운 접근과 담대한 도전이 필요한 때라는 것을 잊지 말자",
        "새로운 접근과 과감하고 담대한 도전이 필요한 때임을 잊지 말자",
    ),
    ("AI(인공지능)가 일하는 방식을 바꾸고 있다는 것을 모두가 안다", "AI가 일하는 방식을 바꾸고 있다는 것을 모두 안다"),
]
DIFFERENT = [
    ("고객을 생각합니다", "안전을 생각합니다"),
    ("고객 중심 경영을 강화하겠습니다", "기술 중심 경영을 강화하겠습니다"),
    ("올해는 재도약의 원년이 돼야 한다", "올해는 실행의 원년이 되어야 한다"),
    ("안전", "안전은 양보할 수 없다"),
    ("2026년은 도약의 해", "2026년은 새로운 15년이 시작되는 해이며 그동안의 준비가 열매를 맺는 해"),
    ("", "고객이 먼저"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_identical_trimmed_and_slightly_reworded_are_the_same(one: str, other: str) -> None:
    assert is_same(plain_words(one), plain_words(other))
    assert is_same(plain_words(other), plain_words(one))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_alike_is_not_the_same(one: str, other: str) -> None:
    assert not is_same(plain_words(one), plain_words(other))


def test_likeness_is_a_share_of_the_shorter_wording() -> None:
    assert likeness("고객이먼저찾는회사가되자", "우리는고객이먼저찾는회사가되자고말했다") == 100
    assert likeness("고객이먼저찾는회사", "안전은양보할수없다") == 0


def test_only_letters_and_digits_are_compared() -> None:
    assert plain_words("‘ＡＩ’ 시대, 1등!") == "ai시대1등"
