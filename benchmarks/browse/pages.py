"""The pages that are timed: each with several addresses, so that no answer is one that was just given."""

from urllib.parse import quote as escape

from archive import phrases

from messages_app.models import Company, Keyword, KeywordTotal, KeywordUse
from messages_app.search import Lexicon

Pages = dict[str, list[str]]
EACH = 16


def pages() -> Pages:
    """Addresses by page. Companies and words are taken by rank, so that they are the same sort at any size."""
    words = _readable_words()
    frequent, middling, rare = words[:EACH], words[EACH : 2 * EACH], _rare(words)
    companies = _companies()
    pairs = list(zip(frequent, middling, strict=True))
    return {
        "home": ["/"] * EACH,
        "company": [f"/companies/{slug}/" for slug in companies],
        "company + keyword + year": [
            f"/companies/{slug}/?q={escape(word)}&year={2010 + number}"
            for number, (slug, word) in enumerate(zip(companies, frequent, strict=True))
        ],
        "frequent word": [_search(word) for word in frequent],
        "rare word": [_search(word) for word in rare],
        "unknown word": [_search(word) for word in _unknown(words)],
        "two words": [_search(f"{one} {other}") for one, other in pairs],
        "without a word": [_search(f"-{word}") for word in frequent],
        "either word": [_search(f"{one} OR {other}") for one, other in pairs],
        "phrase": [_search(f'"{phrase}"') for phrase in phrases()[:EACH]],
        "keyword page": [f"/keywords/{escape(word)}/" for word in frequent],
        "year": [f"/search/?year={2010 + number}" for number in range(EACH)],
        "suggestions": [f"/suggest/?q={escape(word[:1])}" for word in frequent],
        "facets": [f"{_search(word)}&year=2015..2020&outlet={escape(_outlet())}" for word in frequent],
        "deep page": [f"{_search(word)}&after={_cursor(word)}" for word in frequent],
    }


def _search(query: str) -> str:
    return f"/search/?q={escape(query)}"


def _readable_words() -> list[str]:
    """Words, the most frequent first, that the analyser reads as one: others are no single word to search for."""
    lexicon = Lexicon.load()
    ranked = (
        KeywordTotal.objects.filter(scope="all", keyword__is_stop=False, quotes__gt=0)
        .order_by("-quotes", "keyword")
        .values_list("keyword__form", flat=True)
    )
    return [form for form in ranked[:12_000] if [word.form for word in lexicon.words(form)] == [form]]


def _rare(words: list[str]) -> list[str]:
    return words[-EACH:]


def _unknown(words: list[str]) -> list[str]:
    """Words that nobody says, and that the analyser reads as one: those of three syllables the other way round."""
    lexicon, known = Lexicon.load(), set(Keyword.objects.values_list("form", flat=True))
    turned = (word[::-1] for word in words if len(word) == 3)
    return [form for form in turned if form not in known and [word.form for word in lexicon.words(form)] == [form]][
        :EACH
    ]


def _companies() -> list[str]:
    """Companies from the one most quoted down to the 200th."""
    ranked = KeywordTotal.objects.filter(scope="house", keyword__form="*").order_by("-quotes", "value")
    values = list(ranked.values_list("value", flat=True)[: 12 * EACH : 12])
    slugs = {str(pk): slug for pk, slug in Company.objects.values_list("pk", "slug")}
    return [slugs[value] for value in values]


def _outlet() -> str:
    return KeywordUse.objects.filter(keyword__form="*", place=0).values_list("outlet", flat=True)[0]


def _cursor(word: str) -> str:
    """The cursor of the page half-way through what a word finds."""
    rows = KeywordUse.objects.filter(keyword__form=word, place=0).order_by("-sort_key", "-quote_id")
    key, quote = rows.values_list("sort_key", "quote_id")[rows.count() // 2]
    return f"{key}~{quote}"


def timed_words() -> list[str]:
    """The words that peers are asked for: frequent ones."""
    return _readable_words()[:EACH]
