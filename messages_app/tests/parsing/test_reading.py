"""What pastes bring along: entities, blanks that are none, full-width and taken-apart letters."""

import unicodedata
from collections.abc import Callable

import pytest

from messages_app.parsing import attribute_span, parse_article
from messages_app.parsing.reading import Reading
from messages_app.tests.parsing.reading_aloud import said, who

ARTICLE = "누리전자 새해 첫발\n\n한가온 누리전자 사장은 3일 신년사에서 “고객의 하루를 먼저 살피자”고 말했다. 한 사장은 “답은 현장에 있다”고 했다."


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        ("&ldquo;가자&rdquo; &quot;오자&quot; &#39;셈&#39;", "“가자” \"오자\" '셈'"),
        ("누리&amp;가람&nbsp;사장", "누리&가람 사장"),
        ("한\u200b가온\u00a0사장\ufeff은", "한가온 사장은"),
        ("\u202e한가온\u202c \u2068누리\u2069\u200e 사장\u061c", "한가온 누리 사장"),
        ("（서울＝가온뉴스） ＂가자＂", '(서울=가온뉴스) "가자"'),
        (unicodedata.normalize("NFD", "한가온 사장"), "한가온 사장"),
        ("<p>누리</p>가람<br />사장 <b>한가온</b>", "\n누리\n가람\n사장 한가온"),
        ("<한가온 사장> <br> <사진=누리> 1<2", "<한가온 사장> \n <사진=누리> 1<2"),
        ("A&B 5&6; &없음;", "A&B 5&6; &없음;"),
        ("", ""),
        ("\x00\ud800", "\x00\ud800"),
    ],
)
def test_odd_signs_are_read_as_what_they_mean(pasted: str, read: str) -> None:
    assert Reading(pasted).text == read


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("“", "&ldquo;").replace("”", "&rdquo;"),
        lambda text: text.replace("\n", "\r\n").replace(" 사장", "\u00a0사장"),
        lambda text: text.replace(". ", ".\u200b "),
        lambda text: text.replace("한가온", "\u202e한가온\u202c").replace("“", "\u2067“").replace("”", "”\u2069"),
        lambda text: "<p>" + text.replace("\n", "</p><p>").replace("한가온", "<b>한가온</b>"),
        lambda text: unicodedata.normalize("NFD", text),
    ],
)
def test_results_lie_on_the_text_as_pasted(change: Callable[[str], str]) -> None:
    pasted = change(ARTICLE)
    article = parse_article(pasted)
    assert who(pasted) == ["한가온", "한가온"]
    assert [pasted[quote.start : quote.end] for quote in article.quotes] == [quote.text for quote in article.quotes]
    assert [unicodedata.normalize("NFC", words) for words, _ in said(pasted)] == [words for words, _ in said(ARTICLE)]


def test_an_entity_at_the_edge_of_a_quotation_stays_whole() -> None:
    pasted = "한가온 누리전자 사장은 “고객 &amp; 현장을 살피자&hellip;”고 말했다."
    assert [words for words, _ in said(pasted)] == ["고객 &amp; 현장을 살피자&hellip;"]


def test_a_span_chosen_by_hand_is_attributed_by_the_reading() -> None:
    pasted = ARTICLE.replace("“", "&ldquo;").replace("”", "&rdquo;").replace(" 사장", "\u00a0\u200b사장")
    start = pasted.index("답은")
    quote = attribute_span(pasted, start, start + len("답은 현장에 있다"))
    assert (quote.text, quote.speakers[0].name) == ("답은 현장에 있다", "한가온")


def test_a_span_may_be_the_whole_text() -> None:
    assert attribute_span("답은 현장에 있다", 0, 9).text == "답은 현장에 있다"
