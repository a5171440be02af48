"""Text broken into lines of one width, as in old archives and mails: which breaks lie within a sentence.

Such a break is read as a blank, so that a quotation over two lines stays one. A page with paragraphs of
its own width, or with menus and headlines, has no such lines.
"""

import re
import unicodedata
from collections.abc import Iterator

# From the first of some blanks only: else a line of nothing but blanks is read anew from each.
BREAK = re.compile(r"(?<![ \t])[ \t]*(?:\r\n|\r|\n)(?=[^\s])")
GOES_ON = re.compile(r"[가-힣A-Za-z0-9,·)\]”’\"'%]$")
ENDED = re.compile(r"[.?!…]['\"”’)]?$")
NEXT = re.compile(r"[가-힣A-Za-z0-9(“‘\"']")
NARROWEST, WIDEST, RAGGED = 50, 92, 20  # columns; a Korean letter takes two
LEAST_BREAKS = 3
# “힘을 모아 / 위기를 넘고 / 나아가자”고: words that run over short lines, as where every phrase has its own
BLOCK = re.compile(r"(?:[^\r\n]+(?:\r\n|\r|\n)?)+")
RUNS_OVER = re.compile(
    r"[“\"][^“”\"\r\n]{2,40}(?:(?:\r\n|\r|\n)[^“”\"\r\n]{1,40}){1,3}[”\"]\s?이?라?(?:고|며|면서)(?![가-힣])"
)
LEAST_RUNS = 2


def join_wrapped(text: str) -> str:
    """The text, letter for letter, with breaks inside sentences as blanks: ``"더 잘해\\n줄 것"`` -> ``"더 잘해 줄 것"``.

    Only where at least three lines break off within a sentence, all of about one width and none wider.
    """
    text = _join_phrases(text)
    breaks = list(_breaks(text))
    widest = max((width for _, width in breaks), default=0)
    even = [match for match, width in breaks if width >= widest - RAGGED]
    if len(even) < LEAST_BREAKS or len(even) < len(breaks) or _has_wider(text, widest):
        return text
    letters = list(text)
    for match in even:
        letters[match.start() : match.end()] = " " * (match.end() - match.start())
    return "".join(letters)


def _join_phrases(text: str) -> str:
    """Lines of a phrase each as sentences, where words in marks run over them at least twice between two blank lines."""
    if not RUNS_OVER.search(text):
        return text
    letters = list(text)
    for block in BLOCK.finditer(text):
        short = all(columns(line[: WIDEST + 1]) < NARROWEST + RAGGED for line in block.group().splitlines())
        if short and len(RUNS_OVER.findall(block.group())) >= LEAST_RUNS:
            for match in BREAK.finditer(text, block.start(), block.end()):
                line = text[max(block.start(), match.start() - 3) : match.start()]
                if GOES_ON.search(line) and not ENDED.search(line) and NEXT.match(text, match.end()):
                    letters[match.start() : match.end()] = " " * (match.end() - match.start())
    return "".join(letters)


def _breaks(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Breaks at which a sentence may go on, with the width of the line before."""
    for match in BREAK.finditer(text):
        start = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
        line = text[start : match.start()]
        width = columns(line[: WIDEST + 1])
        if width >= NARROWEST and GOES_ON.search(line) and not ENDED.search(line) and NEXT.match(text, match.end()):
            yield match, width


def columns(line: str) -> int:
    """How many columns a line takes where a Korean letter takes two: ``"가A"`` -> 3."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


def _has_wider(text: str, widest: int) -> bool:
    return widest > WIDEST or any(columns(line[: WIDEST + 8]) > widest + 6 for line in text.splitlines())
