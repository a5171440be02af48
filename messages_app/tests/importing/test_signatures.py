"""The signatures of texts say where characters may stand, whatever is done to the articles."""

import pytest

from messages_app.importing import delete_articles, publish_article, unpublish_article
from messages_app.importing.signatures import add_signatures, take_signatures
from messages_app.models import SIGNED, Article, Quote, TextSignatures
from messages_app.search.signatures import read_candidates
from messages_app.tests.factories import Say, make_draft, make_published

pytestmark = pytest.mark.django_db


def found(run: str) -> list[str]:
    """The texts that may have a run."""
    return list(Quote.objects.filter(pk__in=read_candidates([run])[run].tolist()).values_list("text", flat=True))


def blocks() -> list[int]:
    return list(TextSignatures.objects.order_by("block").values_list("block", flat=True).distinct())


def test_published_statements_are_signed() -> None:
    make_draft("초격차를 말한 초안")
    make_published("초격차를 말하자", "고객이 먼저", Say("초격차를 말한 제목", kind="headline"))
    assert found("격차") == ["초격차를 말하자"]


def test_those_taken_back_or_deleted_are_not() -> None:
    first, second = make_published("초격차의 해", "고객"), make_published("격차를 벌리자")
    unpublish_article(article_id=first.pk)
    assert found("격차") == ["격차를 벌리자"]
    publish_article(article_id=first.pk)
    delete_articles(articles=Article.objects.filter(pk=second.pk))
    assert found("격차") == ["초격차의 해"]
    delete_articles(articles=Article.objects.all())
    assert not TextSignatures.objects.exists()


def test_neighbours_share_a_block() -> None:
    add_signatures(
        [(SIGNED - 1, "초격차의 해"), (SIGNED, "격차"), (SIGNED + 1, "고객"), (5 * SIGNED + 7, "격차를 벌리자")]
    )
    assert blocks() == [0, 1, 5]
    assert read_candidates(["격차"])["격차"].tolist() == [SIGNED - 1, SIGNED, 5 * SIGNED + 7]
    take_signatures([SIGNED, SIGNED - 1])
    assert blocks() == [1, 5]
    assert read_candidates(["격차"])["격차"].tolist() == [5 * SIGNED + 7]


def test_several_runs_are_looked_for_at_once(django_assert_num_queries: pytest.FixtureRequest) -> None:
    make_published("초격차의 해", "도약의 해")
    with django_assert_num_queries(1):  # type: ignore[operator]
        candidates = read_candidates(["격차", "약의", "메타버스"])
    assert [quotes.size for quotes in candidates.values()] == [1, 1, 0]
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert read_candidates([]) == {}


def test_what_is_lost_is_not_found_and_breaks_nothing() -> None:
    add_signatures([(1, "초격차의 해"), (SIGNED, "초격차")])
    TextSignatures.objects.filter(block=1).exclude(part=0).delete()
    assert read_candidates(["격차", "초격차의"])["격차"].tolist() == [1]


@pytest.mark.parametrize("run", ["격       차", "격·-·-·-·-차", "격차" * 200, "\ud800\ud800"])
def test_any_run_of_two_letters_can_be_looked_for(run: str) -> None:
    add_signatures([(1, "초격차의 해")])
    assert read_candidates([run])[run].tolist() in ([], [1])
