"""The words of a year that rose, and those of a company."""

import pytest

from messages_app.models import Company, Executive, Keyword
from messages_app.search import frequent_words, risen_words, years
from messages_app.tests.factories import Say, Who, make_company, make_published

pytestmark = pytest.mark.django_db


def risen() -> dict[str, tuple[int, int]]:
    said = dict(years())
    return {word.form: (word.earlier, word.statements) for word in risen_words(said, max(said, default=0))}


def test_words_rise_by_their_share_of_what_was_said() -> None:
    make_published("고객이 먼저다", "안전이 먼저다", "안전을 지키자", "안전의 해", message_year=2025)
    make_published("고객의 해", "고객의 자리", "고객의 시간", "안전의 자리", message_year=2026)
    assert risen() == {"고객": (1, 3)}
    (word,) = risen_words(dict(years()), 2026)
    assert (word.share, word.earlier_share, word.gain) == (0.75, 0.25, 0.5)


def test_a_word_said_twice_is_no_rise() -> None:
    make_published("안전의 해", message_year=2025)
    make_published("고객의 해", "고객의 자리", message_year=2026)
    assert risen() == {}


@pytest.mark.parametrize("year", [2024, 2026])
def test_only_the_year_before_is_compared_with(year: int) -> None:
    make_published("고객의 해", "고객의 자리", "고객의 시간", message_year=year)
    assert risen() == {}


def test_nothing_published_has_no_risen_words() -> None:
    assert risen() == {}


def test_stop_words_and_verbs_are_not_ranked() -> None:
    Keyword.objects.update_or_create(form="고객", defaults={"is_stop": True})
    make_published("자리가 있다", message_year=2025)
    make_published("고객을 지키자", "고객을 지킨다", "고객을 지켜라", message_year=2026)
    assert risen() == {}


def test_a_group_has_the_words_of_its_members() -> None:
    group = make_company("가람그룹")
    make_company("가람텔레콤", group=group)
    make_published("고객의 자리", Say("고객의 시간", [Who("서도현", "가람그룹", "회장")]))
    assert ("고객", 2) in frequent_words(group)
    assert frequent_words(Company.objects.get(name="가람텔레콤")) == [("고객", 1), ("자리", 1)]


def test_a_person_has_the_words_said_for_any_company_alone_or_with_others() -> None:
    make_published(
        Say("고객의 자리", [Who("나래원", "누리전자"), Who()]), Say("고객의 시간", [Who(), Who("나래원", "누리전자")])
    )
    make_published(Say("안전의 자리", [Who("서도현", "가람그룹", "회장")]))
    person = Executive.objects.get(name="나래원")
    assert frequent_words(person) == [("고객", 2), ("시간", 1), ("자리", 1)]


def test_synonyms_of_a_person_are_counted_as_one_word_and_stop_words_are_not() -> None:
    world, _ = Keyword.objects.get_or_create(form="글로벌")
    Keyword.objects.update_or_create(form="세계", defaults={"counts_as": world})
    Keyword.objects.update_or_create(form="자리", defaults={"is_stop": True})
    make_published("세계의 자리", "글로벌 시간")
    assert frequent_words(Executive.objects.get()) == [("글로벌", 2), ("시간", 1)]
