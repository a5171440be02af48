"""The parser needs no Django: proved with Django made unimportable."""

import subprocess
import sys
from pathlib import Path

WITHOUT_DJANGO = """
import sys
sys.modules["django"] = None
from messages_app.parsing import parse_article
article = parse_article("한가람 누리전자 사장은 2일 신년사에서 “고객이 먼저 찾는 회사가 되자”고 말했다.")
print(article.quotes[0].speakers[0].name)
"""


def test_the_parser_runs_where_django_is_not() -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-X", "utf8", "-c", WITHOUT_DJANGO]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    assert (done.returncode, done.stdout.strip()) == (0, "한가람"), done.stderr
