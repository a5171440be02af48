"""An editor's decisions about words reach every figure in the same transaction."""

import pytest

from messages_app.importing import ImportRefused, delete_articles, rebuild_keywords, save_keyword, unpublish_article
from messages_app.models import Article, Keyword, KeywordTotal
from messages_app.search import QuoteFilter, find
from messages_app.tests.factories import make_published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive() -> None:
    make_published("고객과 안전", "안전과 품질", "품질과 초격차 기술", message_year=2026)


def word(form: str) -> Keyword:
    return Keyword.objects.get(form=form)


def figures(form: str) -> tuple[int, int]:
    return KeywordTotal.objects.values_list("quotes", "raw_quotes").get(keyword__form=form, scope="all")


def is_right() -> bool:
    return rebuild_keywords(check=True).is_right


def test_a_synonym_adds_to_the_word_it_counts_as() -> None:
    assert save_keyword(form="안전", counts_as=word("고객")).recounted == 2
    assert figures("고객") == (2, 1)
    assert find(QuoteFilter(keyword="안전")).count == find(QuoteFilter(keyword="고객")).count == 2
    assert find(QuoteFilter(keyword="고객", raw=True)).count == 1
    assert is_right()


def test_a_synonym_taken_back_is_as_before() -> None:
    before = set(KeywordTotal.objects.values_list("keyword", "scope", "value", "quotes", "raw_quotes"))
    save_keyword(form="안전", counts_as=word("고객"))
    save_keyword(form="안전")
    assert set(KeywordTotal.objects.values_list("keyword", "scope", "value", "quotes", "raw_quotes")) == before
    assert is_right()


def test_synonyms_of_a_synonym_move_with_it() -> None:
    save_keyword(form="안전", counts_as=word("품질"))
    save_keyword(form="품질", counts_as=word("고객"))
    assert word("안전").counts_as == word("고객")
    assert figures("고객") == (3, 1)
    assert is_right()


def test_a_word_may_count_as_a_synonym_and_so_as_its_head() -> None:
    save_keyword(form="안전", counts_as=word("품질"))
    save_keyword(form="고객", counts_as=word("안전"))
    assert word("고객").counts_as == word("품질")
    assert is_right()


def test_another_editor_may_have_made_the_head_a_synonym_meanwhile() -> None:
    seen = word("품질")
    save_keyword(form="품질", counts_as=word("고객"))
    save_keyword(form="안전", counts_as=seen)
    assert word("안전").counts_as == word("고객")
    with pytest.raises(ImportRefused):
        save_keyword(form="고객", counts_as=seen)
    assert is_right()


def test_a_circle_is_refused_and_nothing_changes() -> None:
    save_keyword(form="안전", counts_as=word("품질"))
    for head in ("안전", "품질"):
        with pytest.raises(ImportRefused):
            save_keyword(form="품질", counts_as=word(head))
    assert is_right()


@pytest.mark.parametrize("form", ["", "  ", "*"])
def test_an_empty_word_is_refused(form: str) -> None:
    with pytest.raises(ImportRefused):
        save_keyword(form=form)


def test_a_compound_is_kept_whole_and_split_again() -> None:
    assert save_keyword(form="초격차기술", is_compound=True).recounted == 1
    assert find(QuoteFilter(keyword="초격차기술")).count == 1
    assert not KeywordTotal.objects.filter(keyword__form="기술").exists()
    assert is_right()
    save_keyword(form="초격차기술")
    assert figures("기술") == (1, 1)
    assert is_right()


@pytest.mark.parametrize(
    "text",
    [
        "초격차\n기술",
        "초 격차\u00a0기술",
        "초격차\u2009기술",
        "초격차\u3000기 술",
        "초격차\u200b기술",
        "초\u00ad격차\u2060 \ufeff기술",
    ],
)
def test_a_compound_is_kept_whole_whatever_parts_it(text: str) -> None:
    make_published(f"모두의 {text}을 믿자", message_year=2025)
    assert save_keyword(form="초격차기술", is_compound=True).recounted == 2
    assert find(QuoteFilter(keyword="초격차기술")).count == 2
    assert is_right()


def test_a_compound_is_kept_whole_in_capitals_and_small_letters() -> None:
    make_published("새로운 ⓚ푸드와 École을 열자", message_year=2025)
    assert save_keyword(form="ⓚ푸드", is_compound=True).recounted == 1
    assert save_keyword(form="école", is_compound=True).recounted == 1
    assert is_right()


def test_a_word_is_what_it_looks_like() -> None:
    make_published("고객", message_year=2025)
    known = word("고객")
    assert save_keyword(form="\u1100\u1169\u1100\u1162\u11a8\u200b").keyword == known


def test_a_stop_word_is_found_still() -> None:
    save_keyword(form="품질", is_stop=True)
    assert find(QuoteFilter(keyword="품질")).count == 2
    assert is_right()


def test_unpublishing_and_deleting_keep_synonyms_right() -> None:
    save_keyword(form="안전", counts_as=word("고객"))
    second = make_published("안전이 먼저", message_year=2025)
    unpublish_article(article_id=second.pk)
    assert figures("고객") == (2, 1)
    assert is_right()
    delete_articles(articles=Article.objects.all())
    assert not KeywordTotal.objects.exists()
