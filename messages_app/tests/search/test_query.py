"""The query language: what is read, and what is explained."""

import pytest
from django.utils.translation import override

from messages_app.search.query import Clause, Condition, Near, Phrase, Query, QueryError, Word, parse_query, read_years

READ = [
    ("", Query()),
    ("고객", Query((Clause((Word("고객"),)),))),
    ("고객 가치", Query((Clause((Word("고객"),)), Clause((Word("가치"),))))),
    ('"고객 가치"', Query((Clause((Phrase("고객 가치"),)),))),
    ("“고객 가치”", Query((Clause((Phrase("고객 가치"),)),))),
    ("-비용 고객", Query((Clause((Word("비용"),), negated=True), Clause((Word("고객"),))))),
    ("고객 OR 주주 가치", Query((Clause((Word("고객"), Word("주주"))), Clause((Word("가치"),))))),
    ("고객 NEAR 가치", Query((Clause((Near(Word("고객"), Word("가치")),)),))),
    ("기업:가람텔레콤", Query((), (Condition("company", "가람텔레콤"),))),
    (
        '인물:"김 가온" -매체:가온경제',
        Query((), (Condition("executive", "김 가온"), Condition("outlet", "가온경제", True))),
    ),
    ("year:2021..2024 industry：금융", Query((), (Condition("year", "2021..2024"), Condition("industry", "금융")))),
    ("고객 ??? 가치", Query((Clause((Word("고객"),)), Clause((Word("가치"),))))),
    ("or near", Query((Clause((Word("or"),)), Clause((Word("near"),))))),
    ("10:1", Query((Clause((Word("10:1"),)),))),
    ("낱말:우리 -word:해", Query((Clause((Word("우리", True),)), Clause((Word("해", True),), negated=True)))),
    ("낱말:고객 OR 주주", Query((Clause((Word("고객", True), Word("주주"))),))),
    ("기업: 가람텔레콤", Query((), (Condition("company", "가람텔레콤"),))),
    ('"기업: 가람텔레콤"', Query((Clause((Phrase("기업: 가람텔레콤"),)),))),
    (
        "고객 －비용 −주주 –안전",
        Query((Clause((Word("고객"),)), *(Clause((Word(word),), True) for word in ("비용", "주주", "안전")))),
    ),
    ("ＡＩ　５Ｇ", Query((Clause((Word("AI"),)), Clause((Word("5G"),))))),
]
EXPLAINED = [
    ('"고객', "따옴표"),
    ("OR 고객", "앞에"),
    ("고객 OR", "뒤에"),
    ("고객 NEAR", "뒤에"),
    ('고객 NEAR "가치 창출"', "NEAR는"),
    ("고객 OR -가치", "뒤에는"),
    ("고객 OR 기업:가람텔레콤", "낱말끼리만"),
    ("-고객 OR 가치", "앞에"),
    ("이름:김가온", "조건은 없습니다"),
    ("연도:작년", "2024나"),
    ("연도:2024..2021", "앞뒤"),
    ('기업:""', "값이 없습니다"),
    ("고객 기업:", "값이 없습니다"),
    ("낱말:", "값이 없습니다"),
    ("!!!", "낱말이 없습니다"),
    (" ".join(["고객"] * 21), "너무 많습니다"),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_reads(text: str, expected: Query) -> None:
    assert parse_query(text) == expected


@pytest.mark.parametrize(("text", "reason"), EXPLAINED)
def test_explains(text: str, reason: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse_query(text)
    assert reason in str(raised.value.message)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_condition_that_is_offered_is_understood(language: str) -> None:
    with override(language):
        with pytest.raises(QueryError) as raised:
            parse_query("이름:김가온")
        names = str(raised.value.message).partition(": ")[2].split(", ")
    assert len(names) == 6
    for name in names:
        parse_query(f"{name}2026")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", (2024, 2024)),
        ("2024년", (2024, 2024)),
        ("2021..2024", (2021, 2024)),
        ("2021-2024", (2021, 2024)),
        ("2021~2024", (2021, 2024)),
        ("2021..", (2021, 9999)),
        ("..2024", (0, 2024)),
    ],
)
def test_reads_years(text: str, expected: tuple[int, int]) -> None:
    assert read_years(text) == expected


@pytest.mark.parametrize(
    "text", ["\x00", "%", "'; DROP TABLE", "<b>", "\\", "*", "((", "고객" * 200, "a:b:c", "-", '""']
)
def test_never_fails_otherwise(text: str) -> None:
    try:
        parse_query(text)
    except QueryError as error:
        assert str(error.message)
