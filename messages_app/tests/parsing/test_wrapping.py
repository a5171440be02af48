"""Text broken into lines of one width is read as if it were not; other text keeps its lines."""

import pytest

from messages_app.parsing import parse_article
from messages_app.parsing.wrapping import join_wrapped
from messages_app.tests.parsing.reading_aloud import who

WRAPPED = """누리는 3일 본사에서 신년하례식을 연 데 이어 계열사
별로 시무식을 가졌다.

한가온 누리전자 회장은 신년하례에서 "작년에도 잘했지만 올 한해
도 더 잘해 줄 것"을 당부했다.

도하람 누리화학 사장은 이어 열린 시무식에서 "회사를 5년 안에
세계 "큰 다섯"으로 키우겠다"고 밝혔다."""


def test_a_quotation_broken_over_two_lines_is_one() -> None:
    found = [quote.text for quote in parse_article(WRAPPED).quotes if quote.kind == "statement"]
    assert found == ["작년에도 잘했지만 올 한해\n도 더 잘해 줄 것", '회사를 5년 안에\n세계 "큰 다섯"으로 키우겠다']
    assert who(WRAPPED) == ["한가온", "도하람"]


@pytest.mark.parametrize("ending", ["\r\n", " \n", "\n"])
def test_every_quote_lies_in_the_text_as_pasted(ending: str) -> None:
    text = WRAPPED.replace("\n", ending)
    assert [quote.text for quote in parse_article(text).quotes] == [
        text[quote.start : quote.end] for quote in parse_article(text).quotes
    ]
    assert len(join_wrapped(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "메뉴\n홈\n뉴스\n경제\n누리전자 새해 첫발 내디뎌\n가온경제\n",
        "한가온 누리전자 사장은 “고객의 하루를 먼저 살피자”고 말했다.\n이어 “답은 현장에 있다”고 했다.\n" * 3,
        WRAPPED
        + "\n\n"
        + "이 문단은 한 줄에 길게 이어져 다른 줄보다 훨씬 넓으므로 줄을 맞춘 글이 아니라는 것을 보여 준다. " * 2,
        "누리전자, 새해 첫발 내디디며 고객의 하루를 먼저 살피기로\n가람물산, 기본으로 돌아가자는 뜻을 모으고 새 목표를 세워\n",
    ],
)
def test_other_text_keeps_its_lines(text: str) -> None:
    assert join_wrapped(text) == text


PHRASES = """가온경제
입력 2026-01-02 13:22

한가온 누리전자 사장이
"앞으로의 백 년을 준비하기 위해
변화를 이어 가야 할 것"이라며
새해의 다짐을 당부했다.
2일 누리전자에 따르면
한 사장은 신년사에서
"모두가 굳은 마음으로 어려움을 넘고
힘차게 함께 달리자"고
전했다."""


def test_lines_of_a_phrase_each_are_read_as_sentences() -> None:
    article = parse_article(PHRASES)
    found = [" ".join(quote.text.split()) for quote in article.quotes if quote.kind == "statement"]
    assert found == [
        "앞으로의 백 년을 준비하기 위해 변화를 이어 가야 할 것",
        "모두가 굳은 마음으로 어려움을 넘고 힘차게 함께 달리자",
    ]
    assert who(PHRASES) == ["한가온", "한가온"]
    assert (article.outlet, article.message_year) == ("가온경제", 2026)


def test_words_that_run_over_lines_once_join_no_others() -> None:
    once = PHRASES.replace('힘차게 함께 달리자"고', "힘차게 함께 달리자고").replace('"모두가', "모두가")
    assert join_wrapped(once) == once
