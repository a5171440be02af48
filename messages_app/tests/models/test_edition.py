"""What the database never stores of an edition, and that none changes."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError
from django.utils import translation

from messages_app.models import Edition, FrozenWord

pytestmark = pytest.mark.django_db
WORD = {"rank": 1, "form": "고객", "statements": 2, "uses": 3, "synonyms": ["소비자"]}


def make(**fields: Any) -> Edition:
    given = {"message_year": 2026, "number": 1, "statements": 2, "companies": 1, "executives": 1, "words": [WORD]}
    return Edition.objects.create(**given | fields)


@pytest.mark.parametrize("fields", [{"number": 0}, {"message_year": 1944}, {"message_year": 2201}, {"statements": 0}])
def test_an_edition_is_whole(fields: dict[str, int]) -> None:
    with pytest.raises(IntegrityError):
        make(**fields)


def test_a_number_is_given_once_a_year() -> None:
    make()
    make(message_year=2025)
    with pytest.raises(IntegrityError):
        make()


def test_a_stored_edition_is_not_stored_again() -> None:
    edition = make()
    edition.note = "고침"
    with pytest.raises(TypeError):
        edition.save()
    assert Edition.objects.get().note == ""


def test_its_words_come_back_as_they_were_counted() -> None:
    make()
    assert Edition.objects.get().ranking == [FrozenWord(1, "고객", 2, 3, ("소비자",))]


def test_it_is_called_by_year_and_number() -> None:
    edition = make(number=2)
    with translation.override("ko"):
        assert str(edition) == "2026년 신년사 낱말 순위 제2판"


def test_it_outlives_whoever_froze_it() -> None:
    user = User.objects.create_user("가온")
    edition = make(frozen_by=user)
    user.delete()
    edition.refresh_from_db()
    assert edition.frozen_by is None
