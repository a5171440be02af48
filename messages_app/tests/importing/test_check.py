"""Every quote against its source."""

import pytest

from messages_app.importing import QuoteMismatch, mismatched_quotes
from messages_app.models import Article
from messages_app.tests.factories import make_draft, make_published

pytestmark = pytest.mark.django_db


def test_what_was_stored_is_verbatim() -> None:
    make_published("고객을", "안전을"), make_draft("정직을")
    assert list(mismatched_quotes()) == []


def test_a_tampered_source_is_found() -> None:
    article = make_published("고객을", "안전을")
    Article.objects.filter(pk=article.pk).update(body=article.body.replace("고객", "주주"))
    wrong = article.quotes.first()
    assert list(mismatched_quotes()) == [QuoteMismatch(wrong.pk, article.pk, "고객을", "주주을")]


def test_tampered_words_are_found() -> None:
    article = make_published("고객을", "안전을")
    article.quotes.filter(text="안전을").update(text="정직을")
    assert [item.stored for item in mismatched_quotes(chunk_size=1)] == ["정직을"]


def test_a_source_cut_short_is_found() -> None:
    article = make_published("고객을")
    Article.objects.filter(pk=article.pk).update(body="짧음")
    assert next(mismatched_quotes()).in_source == ""
