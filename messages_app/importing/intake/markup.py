"""A piece of HTML, as archives of publishers put it into a cell, as the text that it shows."""

import re

# <b> alone may be meant as it stands, and <나은결 기자> is none.
MARKUP = re.compile(r"<br\s*/?>|</(?:p|div|span|b|strong|em|a|li|td|figure|h[1-6])>", re.IGNORECASE)
NO_TAG = re.compile(r"<(?![a-z/!])", re.IGNORECASE)
# What is no text is refused where articles are stored; what texts may have, but lxml does not take.
DATA = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff]")
UNWRITABLE = re.compile("[\x0b\x0c\ufffe\uffff]")
HEADINGS = [f"h{rank}" for rank in range(1, 7)]
BLOCKS = ["p", "div", "li", "dt", "dd", "td", "th", "figure", "figcaption", "blockquote", *HEADINGS]
# Where a block begins or ends: the line separator of Unicode, which says no less in a cell.
BORDER = "\u2028"


def shown_text(cell: str) -> str:
    """What a cell shows where it holds HTML, a line for each of its paragraphs; else the cell as it is."""
    if not MARKUP.search(cell) or DATA.search(cell):
        return cell
    import lxml.html  # As trafilatura: few commands need it.

    source = UNWRITABLE.sub(" ", NO_TAG.sub("&lt;", cell))
    root = lxml.html.fragment_fromstring(source, create_parent="div")
    for unseen in root.xpath(".//script | .//style | .//comment()"):
        unseen.drop_tree()
    for line_break in root.iter("br"):
        line_break.tail = f"\n{line_break.tail or ''}"
    for block in root.iter(*BLOCKS):
        block.text, block.tail = f"{BORDER}{block.text or ''}", f"{BORDER}{block.tail or ''}"
    return "\n".join(filter(None, map(_evened, root.text_content().split(BORDER))))


def _evened(block: str) -> str:
    return "\n".join(" ".join(line.split()) for line in block.split("\n")).strip()
