"""What becomes of a paste."""

import sys
import unicodedata
from typing import Any

import pytest
from pytest_django import Settings

from messages_app.importing import ImportRefused, create_draft, draft, prepare_draft, publish_article, store_draft
from messages_app.importing.intake import ReadArticle, compose, read_document, recognise_columns
from messages_app.models import Article, Company, Executive, KeywordUse, Quote
from messages_app.parsing import ParsedArticle, ParsedQuote, Speaker
from messages_app.search import QuoteFilter, find
from messages_app.tests.factories import PASTE, make_company, make_executive, make_superuser
from messages_app.tests.importing.intake.samples import PAGE

pytestmark = pytest.mark.django_db


def refusal(text: str) -> str:
    with pytest.raises(ImportRefused) as caught:
        create_draft(text=text)
    assert not Article.objects.exists()
    return caught.value.code


def test_a_paste_becomes_a_draft_with_its_quotes() -> None:
    user = make_superuser()
    result = create_draft(text=PASTE, imported_by=user)
    article = result.article
    assert result.created
    assert not article.is_published
    assert (article.title, article.outlet, article.message_year) == ("누리전자 새해 첫 메시지", "가온경제", 2026)
    assert (article.reporters, article.imported_by, article.body) == (["나래원"], user, PASTE)
    assert [quote.text for quote in article.quotes.all()] == [
        "고객이 먼저 찾는 회사가 되자",
        "고객가치를 높이는 일에 아낌없이 투자하겠다",
        "안전은 양보할 수 없다",
    ]
    assert {str(who) for quote in article.quotes.all() for who in quote.attributions.all()} == {"한가람 누리전자 사장"}


def test_a_draft_makes_no_records_and_indexes_nothing() -> None:
    create_draft(text=PASTE)
    assert not Company.objects.exists()
    assert not Executive.objects.exists()
    assert not KeywordUse.objects.exists()


@pytest.mark.parametrize(
    "again",
    [
        PASTE,
        PASTE.replace("\n", "\r\n"),
        PASTE.replace("\n", "\r"),
        PASTE.replace(" ", "  "),
        PASTE.replace("\n\n", "\n"),
        "\ufeff\n\t" + PASTE + "\u3000",
    ],
)
def test_the_same_text_leads_to_the_article_that_exists(again: str) -> None:
    first = create_draft(text=PASTE)
    second = create_draft(text=again)
    assert (second.article, second.created) == (first.article, False)
    assert Quote.objects.count() == 3


def test_hangul_that_came_in_parts_is_stored_whole_and_found() -> None:
    article = create_draft(text=unicodedata.normalize("NFD", PASTE)).article
    assert article.body == unicodedata.normalize("NFC", PASTE)
    publish_article(article_id=article.pk)
    text = article.quotes.order_by("place").values_list("text", flat=True)[0]
    assert find(QuoteFilter(keyword=f'"{text}"')).count == 1


def test_decomposed_hangul_is_the_same_text() -> None:
    first = create_draft(text=PASTE)
    assert create_draft(text=unicodedata.normalize("NFD", PASTE)).article == first.article


def test_one_other_word_is_another_article() -> None:
    create_draft(text=PASTE)
    assert create_draft(text=PASTE.replace("안전", "정직")).created


def test_line_ends_are_the_only_change_to_the_text() -> None:
    text = "\ufeff " + PASTE.replace("\n", "\r\n") + "  \r\n"
    assert create_draft(text=text).article.body == " " + PASTE + "  \n"


@pytest.mark.parametrize("text", ["", " \n\t\r", "\u3000\u00a0\u200b", "\ufeff"])
def test_an_empty_paste_is_refused(text: str) -> None:
    assert refusal(text) == "empty"


@pytest.mark.parametrize(
    "text", [PASTE + "\x00", "%PDF-1.7\n\x01\x02" + PASTE, PASTE + "\x7f", PASTE + "\ud800", "\ufffd" * 50 + "가나다"]
)
def test_a_binary_paste_is_refused(text: str) -> None:
    assert refusal(text) == "binary"


@pytest.mark.parametrize("reporter", ["나래원\x00", "나래원\ud800"], ids=ascii)
def test_a_row_of_a_table_whose_reporter_is_no_text_is_refused(reporter: str) -> None:
    row = {"본문": PASTE, "기자": reporter}
    read = compose(row, recognise_columns(row))
    with pytest.raises(ImportRefused) as caught:
        prepare_draft(text=read.text, known=read)
    assert caught.value.code == "binary"


@pytest.mark.parametrize(
    "text", ["누리전자는 새해 목표를 세웠다.", "그는 ‘혁신’을 말했다.", "“", "1 < 2 & 3 > 2 %s %(a)s {}"]
)
def test_a_paste_without_a_quotation_is_refused(text: str) -> None:
    assert refusal(text) == "no_quotation"


def test_the_limit_is_the_setting(settings: Settings) -> None:
    settings.IMPORT_MAX_CHARACTERS = len(PASTE)
    assert refusal(PASTE + "!") == "too_long"
    assert create_draft(text=PASTE).created


def test_two_million_characters_are_refused_with_the_figures() -> None:
    with pytest.raises(ImportRefused) as caught:
        create_draft(text="가" * 2_000_000)
    assert "2,000,000자" in str(caught.value.message)
    assert "200,000자" in str(caught.value.message)


@pytest.mark.parametrize("source", ["<p>가</p>" * 200_001, "<p>" + "가" * 200_001 + "<!-- </p>"])
def test_a_web_page_that_shows_too_much_is_refused_before_it_is_read(
    source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert refusal(source) == "too_long"


def test_of_a_web_page_only_what_it_shows_is_long() -> None:
    unseen = f"<script>{'x' * 200_000}</script><style>{'y' * 200_000}</style><!--{'z' * 200_000}-->"
    story = "".join(f"<p>{line}</p>" for line in PASTE.splitlines() if line)
    assert create_draft(text=f"<html><head>{unseen}</head><body><article>{story}</article></body></html>").created


def test_a_known_company_and_person_are_recognised_by_alias() -> None:
    company = make_company("누리그룹전자", "누리전자")
    person = make_executive("한가람", company)
    make_executive("한가람", make_company("도담은행"))
    article = create_draft(text=PASTE).article
    speakers = [who for quote in article.quotes.all() for who in quote.attributions.all()]
    assert {(who.company, who.executive) for who in speakers} == {(company, person)}


def test_a_person_of_the_group_is_recognised_at_its_member() -> None:
    group = make_company("누리그룹")
    make_company("누리전자", group=group)
    person = make_executive("한가람", group)
    assert create_draft(text=PASTE).article.quotes.first().attributions.get().executive == person


def test_a_title_too_long_is_cut() -> None:
    article = create_draft(text=PASTE.replace("누리전자 새해 첫 메시지", "누리전자 새해 메시지 " + "가" * 400)).article
    assert len(article.title) <= 300


def test_markup_is_text() -> None:
    said = "<script>alert(1)</script> 고객을 믿는다"
    article = create_draft(text=PASTE.replace("안전은 양보할 수 없다", said)).article
    assert article.quotes.last().text == said


def parse_as(monkeypatch: pytest.MonkeyPatch, *speakers: Speaker, **fields: Any) -> None:
    start = PASTE.index("안전은")
    quote = ParsedQuote(start, start + 12, PASTE[start : start + 12], "statement", speakers)
    monkeypatch.setattr(draft, "parse_article", lambda text: ParsedArticle(title="가온", quotes=(quote,), **fields))


def test_whatever_is_parsed_fits_the_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    parse_as(
        monkeypatch,
        Speaker("가" * 200, "나" * 200, "다" * 200),
        outlet="라" * 200,
        url="http://news.example/" + "마" * 2000,
        reporters=("바" * 2000,),
    )
    article = create_draft(text=PASTE).article
    who = article.quotes.get().attributions.get()
    assert (len(who.name), len(who.organisation), len(who.title)) == (60, 100, 100)
    assert (len(article.outlet), article.url) == (60, "")


def test_how_sure_the_parser_is_goes_with_a_statement_and_terms_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    said, term = (
        ParsedQuote(PASTE.index(words), PASTE.index(words) + len(words), words, kind, confidence=0.421234)
        for words, kind in (("안전은 양보할 수 없다", "statement"), ("고객가치", "term"))
    )
    monkeypatch.setattr(draft, "parse_article", lambda text: ParsedArticle(title="가온", quotes=(term, said)))
    (quote,) = create_draft(text=PASTE).article.quotes.all()
    assert (quote.text, quote.confidence, quote.is_uncertain) == ("안전은 양보할 수 없다", 0.4212, True)


def test_an_address_that_is_none_is_left_out_for_the_one_in_the_text() -> None:
    text = PASTE + "\nhttps://news.example/1"
    known = ReadArticle(text, url="https://news.example/한글 주소")
    assert store_draft(prepare_draft(text=text, known=known)).article.url == "https://news.example/1"


def test_a_person_named_twice_speaks_once(monkeypatch: pytest.MonkeyPatch) -> None:
    group = make_company("가람그룹")
    person = make_executive("김가온", make_company("가람텔레콤", group=group))
    parse_as(monkeypatch, Speaker("김가온", "가람텔레콤", "사장"), Speaker("김가온", "가람그룹", "부회장"))
    assert create_draft(text=PASTE).article.quotes.get().attributions.get().executive == person


def test_a_year_beyond_reason_is_left_to_the_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    parse_as(monkeypatch, Speaker("김가온", "가람텔레콤", "사장"), message_year=1919)
    assert create_draft(text=PASTE).article.message_year is None


def test_a_speaker_without_any_words_is_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    parse_as(monkeypatch, Speaker(None, None, None))
    assert not create_draft(text=PASTE).article.quotes.get().attributions.exists()


def test_nothing_is_left_where_storing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(draft, "_store_quotes", fail)
    with pytest.raises(RuntimeError):
        create_draft(text=PASTE)
    assert not Article.objects.exists()


def test_the_second_of_two_tabs_gets_the_first_ones_article(monkeypatch: pytest.MonkeyPatch) -> None:
    first = create_draft(text=PASTE).article
    objects = Article.objects
    with monkeypatch.context() as patch:
        # As it looks to a request that read before the other one had written.
        patch.setattr(type(objects.all()), "first", lambda self: None)
        result = create_draft(text=PASTE)
    assert (result.article, result.created) == (first, False)


def test_the_source_of_a_web_page_is_read_as_its_upload_is() -> None:
    article = create_draft(text=PAGE).article
    uploaded = read_document("기사.html", PAGE.encode())
    assert (article.title, article.body) == ("누리전자 새해 첫 메시지", uploaded.text)
    assert all(article.body[quote.start : quote.end] == quote.text for quote in article.quotes.all())
    assert article.quotes.count() == 3


def test_what_is_known_of_an_article_is_stored_as_it_looks() -> None:
    outlet = unicodedata.normalize("NFD", "가온경제")
    row = {"본문": PASTE, "언론사": outlet, "제목": "새해\u200b 첫 메시지", "기고자": "나\ufeff래원"}
    read = compose(row, recognise_columns(row))
    article = draft.store_draft(prepare_draft(text=read.text, known=read)).article
    assert (article.outlet, article.title, article.reporters) == ("가온경제", "새해 첫 메시지", ["나래원"])


def test_more_quotations_than_can_be_reviewed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft, "MOST_QUOTES", 2)
    assert refusal(PASTE) == "too_many"
    monkeypatch.setattr(draft, "MOST_QUOTES", 3)
    assert create_draft(text=PASTE).article.quotes.count() == 3
