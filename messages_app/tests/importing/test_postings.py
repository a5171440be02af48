"""The packed rows of frequent words say what the index says, whatever is done to the articles."""

import numpy as np
import pytest

from messages_app.importing import delete_articles, publish_article, rebuild_keywords, unpublish_article
from messages_app.models import (
    BLOCK,
    HOLDS,
    SPOKEN,
    STANDS,
    Article,
    Attribution,
    Company,
    KeywordPostings,
    KeywordTotal,
    Quote,
)
from messages_app.tests.factories import Say, Who, make_company, make_draft, make_published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def frequent_from_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("messages_app.importing.totals.WIDE_FROM", 2)


def postings(form: str) -> KeywordPostings:
    return KeywordPostings.objects.get(keyword__form=form)


def statements(form: str) -> list[int]:
    """The numbers of the quotes that the postings of a word hold."""
    rows = KeywordPostings.objects.filter(keyword__form=form).order_by("block").values_list("block", "holds")
    return [block * BLOCK + int(at) for block, holds in rows for at in np.frombuffer(holds, HOLDS)["at"]]


def test_a_word_has_postings_from_so_many_statements_on() -> None:
    make_published("고객이 먼저")
    assert statements("고객") == []
    make_published("고객과 안전")
    assert statements("고객") == list(Quote.objects.order_by("pk").values_list("pk", flat=True))
    assert statements("안전") == []


def test_a_word_that_is_rare_again_has_none() -> None:
    first, second = make_published("고객이 먼저"), make_published("고객과 함께")
    unpublish_article(article_id=second.pk)
    assert statements("고객") == []
    publish_article(article_id=second.pk)
    assert len(statements("고객")) == 2
    delete_articles(articles=Article.objects.filter(pk=first.pk))
    assert not KeywordPostings.objects.exists()


def test_they_say_where_a_word_stands_and_who_says_it() -> None:
    member = make_company("누리전자", group=make_company("누리그룹"))
    article = make_published(
        Say("고객, 또 고객", [Who(), Who("나래원", "누리전자")]), "고객과 함께", outlet="누리신문", message_year=2025
    )
    found = postings("고객")
    first, second = article.quotes.order_by("place")
    assert np.frombuffer(found.stands, STANDS).tolist() == [
        (first.pk % BLOCK, 0),
        (first.pk % BLOCK, 4),
        (second.pk % BLOCK, 0),
    ]
    spoken = np.frombuffer(found.spoken, SPOKEN)
    telecom = Company.objects.get(name="가람텔레콤")
    assert spoken["company_id"].tolist() == [telecom.pk, member.pk, telecom.pk]
    assert spoken["house_id"].tolist() == [telecom.pk, member.group_id, telecom.pk]
    assert spoken["place"].tolist() == [0, 1, 0]
    assert set(spoken["message_year"].tolist()) == {2025}
    assert len(set(spoken["outlet"].tolist())) == 1


def test_the_number_of_an_outlet_may_be_any() -> None:
    make_published("고객이 먼저")
    KeywordTotal.objects.filter(keyword__form="*", scope="outlet").update(id=2**32)
    make_published("고객과 함께")
    assert np.frombuffer(postings("고객").spoken, SPOKEN)["outlet"].tolist() == [2**32, 2**32]


def test_headlines_are_not_in_them() -> None:
    article = make_published(Say("고객 또 고객이다", kind="headline"), "고객이 먼저", "고객과 함께")
    spoken = set(article.quotes.filter(kind="statement").values_list("pk", flat=True))
    assert set(statements("고객")) == spoken


def test_an_article_published_late_stands_where_its_numbers_do() -> None:
    draft = make_draft("고객을 먼저 생각합니다")
    make_published("고객이 먼저", "고객과 함께")
    publish_article(article_id=draft.pk)
    assert statements("고객") == sorted(Quote.objects.values_list("pk", flat=True))
    assert rebuild_keywords(check=True).is_right


def test_statements_far_apart_are_in_different_blocks() -> None:
    near = make_published("고객과 함께").quotes.get()
    # Counted from there: PostgreSQL goes on with its numbers from test to test.
    far = near.pk + 3 * BLOCK
    draft = make_draft("고객이 먼저")
    said_by = list(Attribution.objects.filter(quote__article=draft).values_list("pk", flat=True))
    draft.quotes.update(id=far)
    Attribution.objects.filter(pk__in=said_by).update(quote=far)
    publish_article(article_id=draft.pk)
    assert KeywordPostings.objects.filter(keyword__form="고객").count() == 2
    assert statements("고객") == [near.pk, far]
    assert rebuild_keywords(check=True).is_right
