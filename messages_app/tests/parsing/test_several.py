"""Several articles in one paste are noticed; one article, whatever stands around it, is one."""

import itertools
from typing import Any

import pytest

from messages_app.parsing import second_article
from messages_app.tests.parsing.test_samples import ARTICLES, SAMPLES

FIRST = "한가람 누리전자 사장은 2일 신년사에서 “고객이 먼저 찾는 회사가 되자”고 말했다."
SECOND = "나래원 다온에너지 사장은 5일 시무식에서 “안전은 양보할 수 없는 약속이다”라고 밝혔다."


def text_of(sample: str) -> str:
    return (ARTICLES / f"{sample}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_one_article(sample: str) -> None:
    assert second_article(text_of(sample)) is None


@pytest.mark.parametrize(("first", "second"), list(itertools.pairwise(SAMPLES)))
def test_two_samples_are_two_articles(first: str, second: str) -> None:
    assert second_article(f"{text_of(first)}\n\n{text_of(second)}") is not None


@pytest.mark.parametrize(
    "between",
    [
        "입력 2026.01.05. 오전 9:10",
        "2026-01-05 나은결 기자",
        "나은결 기자 gaon@gaon.example",
        "ⓒ 가온경제, 무단 전재 및 재배포 금지",
    ],
)
def test_what_stands_around_an_article_parts_two(between: str) -> None:
    text = f"{FIRST}\n{between}\n{SECOND}"
    found = second_article(text)
    assert found and text[found.start : found.end] == between


def test_a_second_opening_parts_two() -> None:
    text = f"[가온경제 나은결 기자] {FIRST}\n[가온경제 도하람 기자] {SECOND}"
    found = second_article(text)
    assert found and text[found.start : found.end].startswith("[가온경제 도하람 기자]")


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"{FIRST}\n{SECOND}",
        f"요약: {FIRST}\n[가온경제 나은결 기자] {SECOND}",
        f"{FIRST}\n{SECOND}\n나은결 기자\n입력 2026.01.05.\nⓒ 가온경제, 무단 전재 및 재배포 금지",
        f"{FIRST}\nⓒ 가온경제, 무단 전재 및 재배포 금지\n2026년 많이 본 뉴스\n누리전자 새해 첫 메시지를 냈다",
    ],
)
def test_one_article_is_one(text: str) -> None:
    assert second_article(text) is None


def test_the_sign_is_found_in_the_text_as_pasted() -> None:
    text = f"&ldquo;새해&rdquo;\n{FIRST}\n입력\u00a02026.01.05.\n{SECOND}"
    found = second_article(text)
    assert found and text[found.start : found.end] == "입력\u00a02026.01.05."


@pytest.mark.gold
def test_real_articles_are_one(gold_rows: dict[str, dict[str, Any]]) -> None:
    assert [name for name, row in gold_rows.items() if second_article(row["text"])] == []
