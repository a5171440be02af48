"""The index computed afresh: right where it is right, repaired where it is not, in small pieces."""

from collections.abc import Callable

import pytest

from messages_app.importing import rebuild, rebuild_keywords, unpublish_article
from messages_app.importing.rebuild import RebuildResult
from messages_app.importing.totals import frequent_keywords
from messages_app.models import (
    SIGNED,
    SLICES,
    Article,
    Keyword,
    KeywordPostings,
    KeywordTotal,
    KeywordUse,
    Quote,
    TextSignatures,
)
from messages_app.tests.factories import Say, Who, make_company, make_published

pytestmark = pytest.mark.django_db
Rows = tuple[set[tuple[object, ...]], set[tuple[object, ...]]]


@pytest.fixture(autouse=True)
def archive(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four statements, one of them joint, in pieces of two."""
    monkeypatch.setattr("messages_app.importing.rebuild.QUOTES_AT_ONCE", 2)
    monkeypatch.setattr("messages_app.importing.rebuild.KEYWORDS_AT_ONCE", 2)
    monkeypatch.setattr("messages_app.importing.totals.WIDE_FROM", 2)
    make_company("가람텔레콤", group=make_company("가람그룹"))
    make_published("고객과 AI", "인공지능과 안전", Say("고객과 함께", [Who(), Who("나래원", "누리전자")]))
    make_published(Say("고객이 먼저", [Who("나래원", "누리전자")]), message_year=2025, outlet="누리신문")


def rows() -> Rows:
    uses = KeywordUse.objects.values_list(
        "keyword__form", "quote", "place", "count", "raw_count", "company", "house", "executive", "outlet", "sort_key"
    )
    figures = ("quotes", "uses", "raw_quotes", "raw_uses")
    return set(uses), set(KeywordTotal.objects.values_list("keyword__form", "scope", "value", *figures))


def forget_a_statement() -> None:
    KeywordUse.objects.filter(quote=Quote.objects.earliest("pk")).delete()


def keep_an_unpublished_one() -> None:
    Article.objects.filter(message_year=2025).update(status="draft", published_at=None)


def miscount() -> None:
    KeywordUse.objects.filter(keyword__form="고객").update(count=7)


def name_another_outlet() -> None:
    KeywordUse.objects.filter(place=0).update(outlet="새벽일보")


def lose_a_total() -> None:
    KeywordTotal.objects.filter(scope="year", keyword__form="고객").delete()


def add_a_total() -> None:
    KeywordTotal.objects.create(
        keyword=Keyword.objects.get(form="고객"),
        scope="year",
        value="1999",
        quotes=1,
        uses=1,
        raw_quotes=1,
        raw_uses=1,
    )


def change_a_total() -> None:
    KeywordTotal.objects.filter(scope="house").update(quotes=99)


def change_a_synonym() -> None:
    Keyword.objects.filter(form="안전").update(counts_as=Keyword.objects.get(form="고객"))


def split_a_compound() -> None:
    Keyword.objects.filter(form="인공지능").update(is_compound=False)


def speak_for_another_group() -> None:
    company = make_company("다른그룹")
    type(company).objects.filter(name="가람텔레콤").update(group=company)


def lose_postings() -> None:
    KeywordPostings.objects.filter(keyword__form="고객").delete()


def keep_postings_of_a_rare_word() -> None:
    KeywordPostings.objects.filter(keyword__form="고객").update(keyword=Keyword.objects.get(form="안전"))


def pack_something_else() -> None:
    KeywordPostings.objects.filter(keyword__form="고객").update(holds=b"\x01\x00")


def pack_it_where_there_is_nothing() -> None:
    KeywordPostings.objects.filter(keyword__form="고객").update(block=9999)


def lose_signatures() -> None:
    TextSignatures.objects.all().delete()


def sign_something_else() -> None:
    TextSignatures.objects.update(slices=b"\x01" * (SLICES * SIGNED // 8))


def sign_where_there_is_nothing() -> None:
    TextSignatures.objects.create(part=3, block=99, slices=b"\x01" * (SLICES * SIGNED // 8))


DAMAGES = [
    forget_a_statement,
    keep_an_unpublished_one,
    miscount,
    name_another_outlet,
    lose_a_total,
    add_a_total,
    change_a_total,
    change_a_synonym,
    split_a_compound,
    speak_for_another_group,
    lose_postings,
    keep_postings_of_a_rare_word,
    pack_something_else,
    pack_it_where_there_is_nothing,
    lose_signatures,
    sign_something_else,
    sign_where_there_is_nothing,
]


def test_a_right_index_is_left_alone() -> None:
    before = rows()
    assert rebuild_keywords() == RebuildResult(4, 0, 0, 0, 0)
    assert rows() == before


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_check_sees_any_damage_and_changes_nothing(damage: Callable[[], None]) -> None:
    damage()
    before, words = rows(), set(Keyword.objects.values_list("form", flat=True))
    result = rebuild_keywords(check=True)
    assert not result.is_right
    assert (rows(), set(Keyword.objects.values_list("form", flat=True))) == (before, words)


@pytest.mark.parametrize("damage", DAMAGES)
def test_any_damage_is_repaired(damage: Callable[[], None]) -> None:
    damage()
    rebuild_keywords()
    assert rebuild_keywords(check=True) == RebuildResult(4, 0, 0, 0, 0)


def test_an_index_lost_whole_comes_back_as_it_was() -> None:
    before = rows()
    KeywordUse.objects.all().delete()
    KeywordTotal.objects.all().delete()
    rebuild_keywords()
    assert rows() == before


def test_a_run_that_was_stopped_is_run_again() -> None:
    before = rows()
    KeywordUse.objects.all().delete()
    KeywordTotal.objects.all().delete()

    def stop(share: float, quote: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild_keywords(progress=stop)
    assert KeywordUse.objects.exists()
    rebuild_keywords()
    assert rows() == before


def test_a_run_can_go_on_where_one_was_stopped() -> None:
    forget_a_statement()
    last = Quote.objects.latest("pk")
    assert rebuild_keywords(check=True, first=last.pk).wrong_quotes == 0
    assert rebuild_keywords(first=Quote.objects.earliest("pk").pk).wrong_quotes == 1


@pytest.fixture
def asked_already(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test does now happens after the rebuild has asked for the first time which words are frequent."""
    known = iter([frequent_keywords()])
    monkeypatch.setattr(rebuild, "frequent_keywords", lambda: next(known, None) or frequent_keywords())


def test_a_word_that_becomes_frequent_meanwhile_keeps_its_postings(asked_already: None) -> None:
    make_published("안전이 먼저")
    rebuild_keywords()
    assert KeywordPostings.objects.filter(keyword__form="안전").exists()
    assert rebuild_keywords(check=True).is_right


def test_a_word_that_becomes_rare_meanwhile_has_no_postings_left(asked_already: None) -> None:
    unpublish_article(article_id=Article.objects.earliest("pk").pk)
    rebuild_keywords()
    assert not KeywordPostings.objects.filter(keyword__form="고객").exists()
    assert rebuild_keywords(check=True).is_right


def test_progress_goes_up_to_all() -> None:
    shares: list[float] = []
    rebuild_keywords(progress=lambda share, quote: shares.append(share))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) > 3


def test_an_empty_archive_is_right() -> None:
    Article.objects.all().delete()
    KeywordTotal.objects.all().delete()
    KeywordPostings.objects.all().delete()
    TextSignatures.objects.all().delete()
    assert rebuild_keywords(check=True) == RebuildResult(0, 0, 0, 0, 0)
