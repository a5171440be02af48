"""Collections of sayings: a line that names somebody, and below it their words; all invented."""

import pytest

from messages_app.tests.parsing.reading_aloud import said, who

FIRST = "“쉽지 않은 한 해가 될 것으로 예상된다. 최선을 다할 계획이다.”"
SECOND = "“온 국민이 화목하기를 기원한다.”"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("한가온 누리생명 사장", "도하람 가람그룹 회장"),
        ("◇ 한가온 누리생명 사장", "◇ 도하람 가람그룹 회장"),
        ("1. 한가온 누리생명 사장", "2. 도하람 가람그룹 회장"),
        ("한가온(누리생명 사장)", "도하람(가람그룹 회장)"),
    ],
)
@pytest.mark.parametrize("behind", ["", "(1970년생)"])
def test_words_stand_below_who_says_them(first: str, second: str, behind: str) -> None:
    above = "왼쪽부터 한가온 누리생명 사장, 나은결 미르그룹 회장. 그림=나은결 기자"
    text = "\n\n".join((above, first, FIRST + behind, second, SECOND + behind))
    assert who(text) == ["한가온", "도하람"]
    assert [words for words, _ in said(text)] == [FIRST.strip("“”"), SECOND.strip("“”")]


def test_words_below_a_photo_are_of_whoever_the_next_line_names() -> None:
    text = f"누리전자 새해 첫발\n\n한가온 누리전자 사장\n{FIRST}\n도하람 가람전자 사장은 새해를 맞아 이같이 말했다."
    assert who(text) == ["도하람"]
