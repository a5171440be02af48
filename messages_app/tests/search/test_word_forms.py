"""What a query finds and does not find: Korean word forms, spacing, foreign words, numbers, mixed scripts."""

from collections.abc import Iterator

import pytest

from messages_app.models import Keyword
from messages_app.search import QueryError, QuoteFilter, find
from messages_app.tests.factories import make_published
from messages_app.tests.search.word_forms import PAIRS


def _cases() -> Iterator[tuple[str, str, bool]]:
    for text, finding, missing in PAIRS:
        for queries, found in ((finding, True), (missing, False)):
            for query in _split(queries):
                yield text, query, found


def _split(queries: str) -> list[str]:
    parts = queries.split('"')
    plain = [word for part in parts[::2] for word in part.split()]
    return plain + [f'"{part}"' for part in parts[1::2]]


CASES = list(_cases())


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 700


@pytest.mark.django_db
def test_finds_what_it_should_and_nothing_else() -> None:
    article = make_published(*[text for text, _, _ in PAIRS])
    by_text = {quote.text: quote.pk for quote in article.quotes.all()}
    wrong = []
    for text, query, found in CASES:
        try:
            results = find(QuoteFilter(keyword=query), size=100)
        except QueryError as error:
            wrong.append((text, query, str(error)))
            continue
        if (by_text[text] in {quote.pk for quote in results.quotes}) != found:
            wrong.append((text, query, "not found" if found else "found"))
    assert not wrong, "\n".join(" | ".join(case) for case in wrong)


@pytest.mark.django_db
@pytest.mark.parametrize(("text", "count"), [("인공 지능", 2), ("인공 지능을", 2), ("-인공 지능", 1), ("인공 강우", 0)])
def test_words_that_make_a_compound_are_it(text: str, count: int) -> None:
    """However it is spaced, as the desk says of compounds."""
    make_published("인공지능을 쓰자", "인공 지능을 쓰자", "지능을 기르자")
    assert find(QuoteFilter(keyword=text)).count == count


@pytest.mark.django_db
def test_synonyms_can_be_left_out() -> None:
    make_published("AI를 쓰자", "인공지능을 쓰자")
    assert Keyword.objects.get(form="인공지능").counts_as.form == "AI"
    assert find(QuoteFilter(keyword="AI")).count == 2
    assert find(QuoteFilter(keyword="AI", raw=True)).count == 1
    assert find(QuoteFilter(keyword="인공지능", raw=True)).count == 1
