"""The analyser reads texts of any length, and lives through what servers do with it."""

import subprocess
import sys

import pytest

from messages_app import korean

# A server loads the analyser, forks workers that use it, and stops them.
FORKED = """
import os, sys
from messages_app import korean
korean.warm_up()
worker = os.fork()
if not worker:
    korean.analyse("고객을 생각합니다")
    sys.exit(0)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1]))
"""


def test_a_forked_worker_ends_in_peace() -> None:
    done = subprocess.run([sys.executable, "-c", FORKED], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("between", ["\n", " ", ""], ids=["lines", "blanks", "neither"])
def test_a_long_text_is_analysed_piece_by_piece(monkeypatch: pytest.MonkeyPatch, between: str) -> None:
    monkeypatch.setattr(korean, "PIECE", 10)
    text = between.join(["고객을", "생각한다", "그리고", "안전", "미래"] * 3)
    pieces = list(korean._pieces(text))
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(end - start <= 10 for start, end in pieces)
    assert all(text[start:end].endswith(between) for start, end in pieces[:-1])
    found = [text[word.start : word.end] for word in korean.analyse(text) if word.form == "안전"]
    assert not between or found == ["안전"] * 3


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("매출의 20%를 쓰겠다", ["매출", "쓰다"]),
        ("고객의 90%는 만족했다", ["고객", "만족"]),
        ("20%가 넘는다", ["넘다"]),
        ("10％의 힘", ["힘"]),
        ("1.5℃를 지키자", ["지키다"]),
        ("CO₂를 줄이자", ["CO", "줄이다"]),
        ("30%포인트", ["포인트"]),
    ],
)
def test_a_particle_behind_a_sign_is_no_word(text: str, forms: list[str]) -> None:
    assert [word.form for word in korean.content_words(text)] == forms
    assert [word.form for word in korean.likely_words(text)[0]] == forms


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\ufeff", "\u2060", "\u200f"])
def test_what_nobody_sees_parts_no_word_and_is_none(unseen: str) -> None:
    text = f"고{unseen}객{unseen}을 위한 가{unseen}치"
    words = korean.content_words(text)
    assert [word.form for word in words] == ["고객", "위하다", "가치"]
    assert [text[word.start : word.end] for word in words] == [f"고{unseen}객", "위한", f"가{unseen}치"]


def test_a_compound_is_kept_whole_around_what_nobody_sees() -> None:
    assert korean.content_words("고\u200b객 가치를", [(0, 6)]) == [korean.Word("고객가치", 0, 6)]
