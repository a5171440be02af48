"""Editions are frozen once, from figures of one moment, and nothing afterwards touches them."""

import pytest

from messages_app.importing import (
    ImportRefused,
    delete_articles,
    freeze_edition,
    remove_sample,
    save_keyword,
    unpublish_article,
)
from messages_app.models import Article, Edition, FrozenWord, Keyword
from messages_app.reports import words_of_years
from messages_app.tests.factories import Say, Who, make_draft, make_published, make_staff

pytestmark = pytest.mark.django_db
NURI = Who("나래원", "누리전자", "대표")


def publish() -> Article:
    return make_published("고객의 자리", "고객의 길, 고객의 힘", Say("안전의 길", [Who(), NURI]))


def words(edition: Edition) -> list[tuple[int, str, int, int]]:
    return [(word.rank, word.form, word.statements, word.uses) for word in edition.ranking]


def test_words_are_frozen_with_ranks_that_ties_share() -> None:
    publish()
    user = make_staff()
    result = freeze_edition(message_year=2026, frozen_by=user, note=" 첫\x00 집계\n ")
    edition = Edition.objects.get()
    assert (result.edition, result.created) == (edition, True)
    assert (edition.number, edition.frozen_by, edition.note, edition.is_sample) == (1, user, "첫 집계", False)
    assert (edition.statements, edition.companies, edition.executives) == (3, 2, 2)
    assert words(edition) == [(1, "고객", 2, 3), (1, "길", 2, 2), (3, "안전", 1, 1), (3, "자리", 1, 1), (3, "힘", 1, 1)]


def test_it_is_the_ranking_that_the_comparison_shows() -> None:
    publish()
    edition = freeze_edition(message_year=2026).edition
    assert [(word.form, word.statements) for word in edition.ranking] == words_of_years([2026])[0].words


def test_synonyms_are_frozen_with_the_word_they_counted_as() -> None:
    make_published("세계로 가자", "글로벌 기업")
    save_keyword(form="세계", counts_as=Keyword.objects.get(form="글로벌"))
    save_keyword(form="지구촌", counts_as=Keyword.objects.get(form="글로벌"))  # Nobody said it.
    assert freeze_edition(message_year=2026).edition.ranking[0] == FrozenWord(1, "글로벌", 2, 2, ("세계",))


@pytest.mark.parametrize("year", [2026, 2024, 0, -1, 10**9])
def test_a_year_without_anything_published_is_refused(year: int) -> None:
    make_draft("비밀입니다")
    with pytest.raises(ImportRefused) as refused:
        freeze_edition(message_year=year)
    assert "확정할 낱말 순위가 없습니다" in str(refused.value.message)
    assert not Edition.objects.exists()


def test_a_note_that_is_too_long_is_refused() -> None:
    publish()
    with pytest.raises(ImportRefused) as refused:
        freeze_edition(message_year=2026, note="가" * 201)
    assert "200자" in str(refused.value.message)


def test_the_same_figures_make_no_second_edition() -> None:
    publish()
    first = freeze_edition(message_year=2026).edition
    result = freeze_edition(message_year=2026, note="다시")
    assert (result.edition, result.created, Edition.objects.count()) == (first, False, 1)


def test_other_figures_make_the_next_one_and_leave_the_first_alone() -> None:
    publish()
    first = freeze_edition(message_year=2026).edition
    before = words(first)
    make_published("안전의 해")
    save_keyword(form="고객", is_stop=True)
    second = freeze_edition(message_year=2026).edition
    assert (second.number, words(second)[0]) == (2, (1, "길", 2, 2))
    assert words(Edition.objects.get(number=1)) == before


def test_an_edition_outlives_the_articles_it_counted() -> None:
    article = publish()
    before = words(freeze_edition(message_year=2026).edition)
    unpublish_article(article_id=article.pk)
    delete_articles(articles=Article.objects.all())
    assert words(Edition.objects.get()) == before


def test_each_year_has_numbers_of_its_own() -> None:
    publish()
    make_published("고객의 해", message_year=2025)
    assert [freeze_edition(message_year=year).edition.number for year in (2026, 2025)] == [1, 1]


def test_the_number_of_a_deleted_edition_is_not_given_again() -> None:
    publish()
    freeze_edition(message_year=2026).edition.delete()
    assert freeze_edition(message_year=2026).edition.number == 2


def test_an_edition_of_the_sample_says_so_and_goes_with_it() -> None:
    make_published("안전의 자리", is_sample=True)
    make_published("고객의 해", message_year=2025)
    real, sample = (freeze_edition(message_year=year).edition for year in (2025, 2026))
    assert (real.is_sample, sample.is_sample) == (False, True)
    remove_sample()
    assert list(Edition.objects.all()) == [real]
    publish()
    assert freeze_edition(message_year=2026).edition.number == 1


def test_a_draft_of_the_sample_marks_no_edition() -> None:
    publish()
    make_draft("안전의 자리", is_sample=True)
    assert not freeze_edition(message_year=2026).edition.is_sample
