"""Word lists: data, not code. Files are UTF-8; lines that begin with ``#`` say what a list is."""

from functools import cache
from importlib.resources import files


def _lines(file: str) -> list[str]:
    text = files(__package__).joinpath(file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def words(file: str) -> tuple[str, ...]:
    """The words of one list, each once, longest first: ``words("titles.txt")``."""
    found = {word for line in _lines(file) for word in line.split()}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def pairs(file: str) -> dict[str, str]:
    """A two-column list: ``pairs("outlets.tsv")["yna.co.kr"]`` is ``"연합뉴스"``."""
    return dict(line.split("\t", 1) for line in _lines(file))
