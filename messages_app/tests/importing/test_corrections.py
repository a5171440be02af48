"""Readers' reports: taken in within limits, handled once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from messages_app.importing import ImportRefused, file_correction, handle_corrections
from messages_app.models import Correction
from messages_app.tests.factories import make_draft, make_published, make_superuser

pytestmark = pytest.mark.django_db


def report(text: str = "직함이 다릅니다", sender: str = "192.0.2.1", **fields: object) -> Correction:
    return file_correction(text=text, sender=sender, **fields)


def test_a_report_is_kept_with_its_quote() -> None:
    quote = make_published().quotes.get()
    stored = report(" 직함이\n다릅니다 ", contact="reader@news.example", quote_id=quote.pk)
    assert (stored.text, stored.contact, stored.quote) == ("직함이\n다릅니다", "reader@news.example", quote)


def test_who_sent_it_is_not_kept() -> None:
    stored = report()
    assert "192.0.2.1" not in stored.sender
    assert stored.sender == report().sender != report(sender="192.0.2.2").sender


def test_a_quote_that_is_not_public_is_not_connected() -> None:
    assert report(quote_id=make_draft().quotes.get().pk).quote is None
    assert report(quote_id=10**12).quote is None


@pytest.mark.parametrize(
    ("text", "code"), [("", "empty"), (" \n", "empty"), ("\x00", "empty"), ("가" * 2001, "too_long")]
)
def test_a_report_that_says_nothing_or_too_much_is_refused(text: str, code: str) -> None:
    with pytest.raises(ImportRefused) as refusal:
        report(text)
    assert refusal.value.code == code
    assert not Correction.objects.exists()


def test_one_sender_may_report_so_often_in_an_hour(settings: object) -> None:
    settings.CORRECTIONS_PER_HOUR = 2
    report(), report()
    with pytest.raises(ImportRefused, match="too_many"):
        report()
    report(sender="192.0.2.2")
    Correction.objects.update(sent_at=timezone.now() - timedelta(minutes=61))
    report()


def test_all_together_may_report_ten_times_as_often(settings: object) -> None:
    settings.CORRECTIONS_PER_HOUR = 1
    for number in range(10):
        report(sender=f"192.0.2.{number}")
    with pytest.raises(ImportRefused, match="too_many"):
        report(sender="192.0.2.99")


def test_a_report_is_handled_once() -> None:
    report()
    first, second = make_superuser(), make_superuser()
    assert handle_corrections(corrections=Correction.objects.all(), user=first) == 1
    assert handle_corrections(corrections=Correction.objects.all(), user=second) == 0
    stored = Correction.objects.get()
    assert (stored.handled_by, stored.handled_at is not None) == (first, True)


def test_a_report_outlives_its_quote() -> None:
    article = make_published()
    report(quote_id=article.quotes.get().pk)
    article.delete()
    assert Correction.objects.get().quote is None
