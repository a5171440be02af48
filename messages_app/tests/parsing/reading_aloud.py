"""What the tests of the parser ask of a short article: who says what."""

from messages_app.parsing import ParsedQuote, Speaker, parse_article


def statements(text: str) -> list[ParsedQuote]:
    """The statements of an article, in order."""
    return [quote for quote in parse_article(text).quotes if quote.kind == "statement"]


def said(text: str) -> list[tuple[str, tuple[Speaker, ...]]]:
    """Each statement's words and speakers."""
    return [(quote.text, quote.speakers) for quote in statements(text)]


def speakers(text: str) -> list[tuple[Speaker, ...]]:
    """Who says each statement of an article."""
    return [quote.speakers for quote in statements(text)]


def who(text: str) -> list[str]:
    """Who says each statement: names, or the organisation or office of somebody without a name."""
    return ["·".join(one.name or one.organisation or one.title or "?" for one in found) for found in speakers(text)]
