"""Why the parser chose a speaker, in an editor's words, and what an editor saw."""

import re
from typing import Any

import pytest
from django.conf import settings

from messages_app.admin.forms import QuoteForm, SpeakerForm
from messages_app.models import Quote
from messages_app.parsing import parse_article
from messages_app.templatetags.desk import REASONS, evidence, seen

BODY = "김가온 사장은 말했다"
SENTENCES = [
    "누리전자 관계자는 “고객을 믿는다”고 말했다.",
    "누리전자 사장은 “고객을 믿는다”고 말했다.",
    "한가람 누리전자 사장은 “고객을 믿는다”고 밝혔다. 이 회사는 “안전을 믿는다”고 말했다.",
    "“사람이 먼저다”라는 나래원의 말을 인용했다.",
]


def quote(reason: str, start: int = 0, end: int = 3) -> Quote:
    return Quote(evidence=[{"reason": reason, "start": start, "end": end}])


def test_evidence_is_the_reason_and_the_words_of_the_source() -> None:
    [found] = evidence(quote("full_name"), BODY)
    assert (str(found.reason), found.words) == ("이름이 주어로 나옴", "김가온")


def test_an_unknown_reason_is_shown_as_it_is() -> None:
    assert evidence(quote("a_new_rule"), BODY)[0].reason == "a_new_rule"


def test_a_place_past_the_source_has_no_words() -> None:
    assert evidence(quote("full_name", 900, 910), BODY)[0].words == ""


def test_a_quote_may_have_no_evidence() -> None:
    assert evidence(Quote(), BODY) == []


def test_every_reason_the_parser_gives_has_words() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (settings.SAMPLE_DIR / "articles").glob("*.txt")]
    given = {
        item.reason for text in texts + SENTENCES for quote in parse_article(text).quotes for item in quote.evidence
    }
    assert len(given) >= 10
    assert given <= REASONS.keys()


@pytest.mark.parametrize(
    ("form", "name"),
    [(QuoteForm, "kind"), (QuoteForm, "checked"), (SpeakerForm, "name"), (SpeakerForm, "title")],
)
@pytest.mark.parametrize("data", [None, {"q1-kind": "headline", "q1-name": "나래원", "initial-q1-name": "<나래"}])
def test_what_an_editor_saw_is_sent_as_django_sends_it(form: Any, name: str, data: dict[str, str] | None) -> None:
    field = form(data, prefix="q1", initial={"kind": "statement", "checked": True, "name": "김가온 & 나래원"})[name]
    of_django, ours = (
        [re.search(f' {attribute}="([^"]*)"', html) for attribute in ("name", "value")]
        for html in (field.as_hidden(only_initial=True), seen(field))
    )
    assert [found and found[1] or "" for found in ours] == [found and found[1] or "" for found in of_django]
