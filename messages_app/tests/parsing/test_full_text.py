"""A message printed in full: every paragraph is its speaker's words."""

import pytest

from messages_app.parsing import ParsedArticle, Speaker, parse_article

GREETING = "사랑하는 누리 가족 여러분!"
BODY = (
    "새해 첫 아침이 밝았습니다. 지난 한 해 맡은 자리를 지켜 준 여러분께 고맙다는 말씀을 드립니다.",
    "올해 우리가 할 일은 셋입니다. 첫째는 고객입니다. 둘째는 안전입니다. ‘기본으로 돌아가자’는 다짐을 함께 지킵시다.",
    "어려운 때일수록 서로를 믿어야 합니다. 저부터 현장을 더 자주 찾겠습니다.",
)
CLOSING = "새해 복 많이 받으십시오. 감사합니다."
SPEECH = "\n\n".join([GREETING, *BODY, CLOSING])
LEADER = Speaker("한가온", "누리전자", "사장")


def statements(article: ParsedArticle) -> list[str]:
    return [quote.text for quote in article.quotes if quote.kind == "statement"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("[전문] 한가온 누리전자 사장 2026년 신년사\n한빛경제\n입력 2026.01.02.\n\n", ""),
        ("[전문] 누리전자 2026년 신년사\n\n", "\n\n2026년 1월 2일\n누리전자 사장 한가온"),
        ("", "\n\n2026년 새해 아침\n\n누리전자 사장\n한 가 온"),
        ("누리전자 신년사 전문\n\n", "\n누리전자 사장 한가온 드림\n\nⓒ 한빛경제, 무단 전재 및 재배포 금지"),
        ("2026년 신년사\n", "\n한가온 누리전자 사장\n나은결 기자 eun@hanbit.example"),
    ],
)
def test_every_paragraph_is_a_statement_of_whoever_signs(above: str, below: str) -> None:
    article = parse_article(above + SPEECH + below)
    assert statements(article) == [GREETING, *BODY, CLOSING]
    assert {quote.speakers for quote in article.quotes} == {(LEADER,)}
    assert {quote.evidence[0].reason for quote in article.quotes} == {"full_text"}


def test_a_speaker_who_introduces_himself_is_known() -> None:
    article = parse_article("2026년 신년사\n\n안녕하십니까. 누리전자 사장 한가온입니다.\n\n" + SPEECH)
    assert {quote.speakers for quote in article.quotes} == {(LEADER,)}


def test_a_speech_that_lost_its_paragraphs_is_one_statement_without_the_signature() -> None:
    words = SPEECH.replace("\n\n", " ")
    article = parse_article("한가온 누리전자 사장 신년사 전문\n" + words + " 2026년 1월 2일 누리전자 사장 한가온")
    assert statements(article) == [words]


def test_nobody_is_made_up_for_an_unsigned_speech() -> None:
    article = parse_article("[전문] 신년사\n\n" + SPEECH)
    assert len(statements(article)) == 5
    assert all(quote.speakers == () and quote.confidence < 0.5 for quote in article.quotes)


def test_a_report_with_the_speech_after_it_keeps_to_its_own_quotations() -> None:
    report = "한가온 누리전자 사장은 2일 “저부터 현장을 더 자주 찾겠다”고 말했다. 다음은 신년사 전문이다."
    article = parse_article("누리전자 새해 첫발\n\n" + report + "\n\n" + SPEECH)
    assert statements(article) == ["저부터 현장을 더 자주 찾겠다"]


def test_a_spoken_news_report_is_no_speech() -> None:
    report = (
        "시청자 여러분, 안녕하십니까. 누리전자가 새해 계획을 내놨습니다. "
        "한가온 누리전자 사장은 2일 신년사에서 “저부터 현장을 더 자주 찾겠다”고 말했습니다. "
        "직원 여러분의 건강도 빌었습니다. 올해 투자는 늘어납니다. 채용도 늘어납니다."
    )
    assert statements(parse_article("누리전자 새해 첫발\n\n" + report)) == ["저부터 현장을 더 자주 찾겠다"]
