"""A piece of HTML, as archives of publishers put it into a cell, as the text that it shows."""

import re

# <b> alone may be meant as it stands, and <나은결 기자> is none.
MARKUP = re.compile(r"<br\s*/?>|</(?:p|div|span|b|strong|em|a|li|td|figure|h[1-6])>", re.IGNORECASE)
NO_TAG = re.compile(r"<(?![a-z/!])", re.IGNORECASE)
LINES = ("br", "p", "div", "li", "tr", "figure", "figcaption", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")


def shown_text(cell: str) -> str:
    """What a cell shows where it holds HTML, a line for each of its paragraphs; else the cell as it is."""
    if not MARKUP.search(cell):
        return cell
    import lxml.html  # As trafilatura: few commands need it.

    root = lxml.html.fragment_fromstring(NO_TAG.sub("&lt;", cell), create_parent="div")
    for unseen in root.xpath(".//script | .//style | .//comment()"):
        unseen.drop_tree()
    for part in root.iter(*LINES):
        part.tail = f"\n{part.tail or ''}"
    lines = (" ".join(line.split()) for line in root.text_content().split("\n"))
    return "\n".join(lines).strip()
