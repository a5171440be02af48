"""Sentences of the article, with quotations and parentheses masked so that what is in them never splits one."""

import re
from collections.abc import Iterable, Sequence

from messages_app.parsing.names import MASK, QUOTED
from messages_app.parsing.quotations import Quotation
from messages_app.parsing.results import Line, Span

# What explains a word: (57), [005930], and where somebody stands in the photo: <사진 왼쪽>.
PARENTHESES = re.compile(
    r"[(（\[][^()（）\[\]\r\n]{0,80}[)）\]]|<(?:(?:위|아래)?\s?사진|왼쪽|오른쪽|가운데)[^<>\r\n]{0,12}>"
)
# Dawn & Sons Co., Ltd.: a form in law, whose commas and full stops end nothing
LEGAL_FORM = re.compile(r"(?<=[A-Za-z\d])(?:,?[ ](?:Co\.(?:,?[ ]?Ltd\.?)?|(?:Ltd|Inc|Corp)\.?|LLC|GmbH)(?![A-Za-z]))+")
SENTENCE_END = re.compile(
    rf"(?<=[가-힣{QUOTED}{MASK})])[.?!。．…]+(?![\d.])|(?<=[다요까])\.(?=\d)|(?<=[했혔였었졌])다(?=(?:이어|또|그는|그러면서|특히|아울러)[ \"“])|[.?!。．](?=\s)"
)


def mask(text: str, quotations: Iterable[Quotation]) -> str:
    """The text, letter for letter, with quotations, parentheses and forms in law blotted out. Same length, same offsets."""
    letters = list(text)
    for quotation in quotations:
        letters[quotation.outer_start : quotation.outer_end] = QUOTED * (quotation.outer_end - quotation.outer_start)
    covered = "".join(letters)
    unexplained = PARENTHESES.sub(_blot, covered)
    return LEGAL_FORM.sub(_blot, unexplained)


def _blot(match: re.Match[str]) -> str:
    return MASK * len(match.group())


def split_sentences(masked: str, line: Line) -> Sequence[Span]:
    """Sentences of one line, also where the blank between two was lost (``…말했다.한 사장은 …``, ``…말했다.29일 …``)."""
    spans = []
    start = line.start
    for match in SENTENCE_END.finditer(masked, line.start, line.end):
        if match.end() > start:
            spans.append(Span(start, match.end()))
        start = match.end()
    if start < line.end:
        spans.append(Span(start, line.end))
    return spans
