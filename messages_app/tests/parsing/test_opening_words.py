"""Words in marks with which an article opens, and whose they are."""

import pytest

from messages_app.tests.parsing.reading_aloud import statements

WORDS = "“고객의 하루를 먼저 살피는 한 해를 만듭시다.”"
OTHER = "이 자리에는 도하람 가람물산 회장도 함께했다. 도 회장은 “길은 있다”고 말했다."


@pytest.mark.parametrize(
    ("opening", "sure"),
    [
        (f"{WORDS}\n\n한가온(65·사진) 누리전자 사장이 첫날부터 현장을 강조했다.", True),
        (f"{WORDS}\n\n한가온 누리전자 사장은 2일 “답은 현장에 있다”며 새해를 열었다.", True),
        (f"{WORDS}\n\n한가온 누리전자 사장의 신년사 한 대목이다.", True),
        (f"[가온=가온경제] 나은결 기자 = {WORDS}\n\n한가온 누리전자 사장은 이같이 말했다.", True),
        (f"(가온=가온경제) 나은결·이다온 기자 = {WORDS}\n한가온 누리전자 사장이 새해 각오를 밝혔다.", True),
        (f"[가온경제 나은결 기자] {WORDS}\n\n새로 온 한가온 누리전자 사장이 새해 각오를 밝혔다.", True),
        (f"{WORDS}\n\n새로 온 한가온 누리전자 사장이 2일 시무식 신년사를 통해 조직을 다잡았다.", True),
        (f"{WORDS}\n\n한가온 누리전자 사장의 2일 신년사 가운데 한 대목이다.", True),
        (f"{WORDS}\n\n널리 알려진 노래의 한 구절이다.\n\n한가온 누리전자 사장이 노래를 소개했다.", False),
        (f"{WORDS}\n\n한가온 누리전자 사장이 2일 산에 올랐다.", False),
        (f"{WORDS}\n\n사장들이 2일 입을 모아 새해 각오를 밝혔다.", False),
    ],
)
def test_words_an_article_opens_with_are_of_whom_the_next_sentence_tells(opening: str, sure: bool) -> None:
    first = statements(f"{opening}\n\n{OTHER}")[0]
    assert (first.confidence >= 0.9) is sure
    assert not sure or [speaker.name for speaker in first.speakers] == ["한가온"]
