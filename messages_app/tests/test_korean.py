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
