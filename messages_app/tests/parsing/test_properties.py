"""What holds for any paste whatever: generated texts and articles cut, doubled and strewn with signs."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messages_app.parsing import ParsedArticle, parse_article
from messages_app.tests.parsing.reading_aloud import said

SAMPLES = Path(__file__).parents[3] / "fixtures" / "articles"
ARTICLES = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
SIGNS = "“”‘’\"'「」『』()[]<>·….,!?:;=|/\\&\n\r\t \u00a0\u200b\u3000\x00\ud800가나한김사장회장은는이라고며A1"
PIECES = st.sampled_from(
    [
        "한가온 누리전자 사장은",
        "“고객의 하루를 먼저 살피자”",
        "고 말했다.",
        "여러분!",
        "그는",
        "\n",
        "&ldquo;",
        "2026년 신년사",
    ]
)
FEW = settings(max_examples=60, deadline=None)


def check(text: str, article: ParsedArticle) -> None:
    for quote in article.quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == quote.text
        assert 0 <= quote.confidence <= 1
        for evidence in quote.evidence:
            assert 0 <= evidence.span.start <= evidence.span.end <= len(text)
    said_at = [(quote.start, quote.end) for quote in article.quotes if quote.kind == "statement"]
    assert all(first[1] <= second[0] for first, second in zip(said_at, said_at[1:], strict=False))


@FEW
@given(st.text(alphabet=SIGNS, max_size=300) | st.lists(PIECES, max_size=40).map(" ".join))
def test_any_text_is_read_and_read_alike_twice(text: str) -> None:
    article = parse_article(text)
    check(text, article)
    assert parse_article(text) == article


@FEW
@given(st.data())
def test_a_mangled_article_is_read(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(ARTICLES))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.text(alphabet=SIGNS, max_size=4)) + text[at + data.draw(st.integers(0, 5)) :]
    check(text, parse_article(text))


NOISE = (
    "로그인",
    "회원가입",
    "많이 본 뉴스",
    "댓글 0",
    "글자크기 조절",
    "좋아요 3",
    "ⓒ 가온뉴스, 무단 전재 및 재배포 금지",
    "12",
    "공유",
)


@FEW
@given(
    st.sampled_from(ARTICLES),
    st.lists(st.sampled_from(NOISE), max_size=6),
    st.lists(st.sampled_from(NOISE), max_size=6),
)
def test_noise_around_an_article_changes_no_statement(article: str, above: list[str], below: list[str]) -> None:
    assert said("\n".join([*above, article, *below])) == said(article)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\x00", "\ud800", "“", "”", '"', "‘’", "((((", "회장", "&quot;", "\ufeff"]
)
def test_next_to_nothing_is_read(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "unit",
    [
        " ",
        "\t",
        '"',
        "“",
        "‘",
        "회장",
        "회장 ",
        "(",
        "1",
        "1.",
        "ⓒ ",
        "· ",
        "가",
        "A",
        "한가온 누리전자 사장은 “함께 갑시다 여러분”이라고 말했다. ",
        '[한가온/누리전자 사장]\n"함께 갑시다 여러분."\n',
        '"함께 갑시다 여러분."\n<한가온 누리전자 사장>\n',
        "나은결 기자 | 2026.01.02 | ",
        "이 기사는 ",
        "가온일보\n",
        "“가”",
        '"가"\n',
    ],
)
def test_a_long_hostile_paste_takes_no_more_than_its_length(unit: str) -> None:
    # Quadratic rules once took minutes here; the time limit of the whole suite is the measure.
    text = (unit * (60_000 // len(unit) + 1))[:60_000]
    check(text, parse_article(text))


def test_a_long_sentence_of_subjects_takes_no_more_than_its_length() -> None:
    text = "한가온 누리전자 사장은 “함께 갑시다 여러분”이라고 말했다. " + "가온그룹은 " * 10_000
    check(text, parse_article(text))


def test_the_samples_say_what_their_answers_say() -> None:
    for path in SAMPLES.glob("*.json"):
        expected = json.loads(path.read_text(encoding="utf-8"))
        words = [quote["text"] for quote in expected["quotes"] if quote["kind"] == "statement"]
        assert [text for text, _ in said(path.with_suffix(".txt").read_text(encoding="utf-8"))] == words
