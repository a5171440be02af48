"""Every public page answers, in both languages, with what it is for."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from messages_app.models import Article, Company, Executive, Quote
from messages_app.search import with_speakers
from messages_app.tests.factories import Say, Who, make_draft, make_executive, make_published
from messages_app.views import executives as executive_views
from messages_app.views.quotes import citation

pytestmark = pytest.mark.django_db
WORDS = "고객을 먼저 생각합니다"


def page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def addresses() -> list[str]:
    records = [model.objects.first().get_absolute_url() for model in (Company, Executive, Article, Quote)]
    return ["/", "/companies/", "/executives/", "/search/", *records]


def test_pages_answer_in_korean_and_english(client: Client) -> None:
    make_published(WORDS)
    for address in addresses():
        assert '<html lang="ko">' in page(client, address)
        english = page(client, f"/en{address}")
        assert '<html lang="en">' in english
        assert f'href="{address}"' in english  # the way back


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_page_is_read_and_nothing_else(client: Client, method: str) -> None:
    make_published(WORDS)
    word = reverse("messages_app:keyword", args=["고객"])
    pages = [reverse(f"messages_app:{name}") for name in ("compare", "help", "about", "suggest", "correction_thanks")]
    for address in [*addresses(), *pages, word, "/robots.txt", "/styleguide/"]:
        assert getattr(client, method)(address).status_code == 405, address
        assert client.head(address).status_code in (200, 404), address
    assert getattr(client, method)("/corrections/").status_code == (400 if method == "post" else 405)


def test_empty_pages_answer_too(client: Client) -> None:
    assert "아직 공개된 신년사가 없습니다" in page(client, "/")
    assert "아직 공개된 신년사가 없습니다" in page(client, "/companies/")
    page(client, "/executives/")
    assert "조건에 맞는 발언이 없습니다" in page(client, "/search/")
    assert "조건에 맞는 발언이 없습니다" in page(client, "/search/?q=고객")


def test_home_shows_the_latest_and_the_figures(client: Client) -> None:
    make_published(WORDS, message_year=2026)
    make_published(Say("안전을 생각합니다", [Who("나래원", "누리전자")]), message_year=2025)
    body = page(client, "/")
    assert WORDS in body
    assert "회사 2곳 · 경영인 2명 · 발언 2개" in body
    assert 'href="/search/?year=2025"' in body
    assert 'href="/companies/%EB%88%84%EB%A6%AC%EC%A0%84%EC%9E%90/"' in body


def test_the_banner_stands_where_the_sample_is(client: Client) -> None:
    article = make_draft(is_sample=True)
    assert "예시 데이터" not in page(client, "/")
    make_published(is_sample=True)
    assert "예시 데이터" in page(client, "/")
    Article.objects.exclude(pk=article.pk).update(is_sample=False)
    assert "예시 데이터" not in page(client, "/")


def test_a_company_page_has_its_statements(client: Client) -> None:
    make_published(Say(WORDS), Say("안전을 생각합니다", [Who("나래원", "누리전자")]))
    body = page(client, "/companies/가람텔레콤/")
    assert WORDS in body
    assert "안전을 생각합니다" not in body
    assert "발언 1개" in body


def test_an_executive_page_has_what_was_said_anywhere(client: Client) -> None:
    make_published(Say("하나입니다", [Who("나윤호", "가람텔레콤")]))
    person = Executive.objects.get()
    person.companies.add(Company.objects.create(name="누리전자"))
    person.note = "누리전자로 옮김"
    person.save()
    make_published(Say("둘입니다", [Who("나윤호", "누리전자")]))
    body = page(client, person.get_absolute_url())
    assert all(text in body for text in ("하나입니다", "둘입니다", "누리전자로 옮김"))


def test_namesakes_have_pages_of_their_own(client: Client) -> None:
    make_published(Say("하나입니다", [Who("김가온", "가람텔레콤")]), Say("둘입니다", [Who("김가온", "누리전자")]))
    assert "둘입니다" not in page(client, "/executives/김가온/")
    assert "둘입니다" in page(client, "/executives/김가온-2/")


def test_an_article_page_has_quotes_and_source_but_not_the_text(client: Client) -> None:
    article = make_published(WORDS, url="https://news.example/1", reporters=["민다온"], title="새해 첫 메시지")
    Article.objects.filter(pk=article.pk).update(body=article.body + "\n공개하지 않는 본문")
    body = page(client, article.get_absolute_url())
    for text in (WORDS, "새해 첫 메시지", "민다온", "https://news.example/1", "가온경제"):
        assert text in body
    assert "공개하지 않는 본문" not in body


def test_a_quote_page_has_source_neighbours_and_citation(client: Client) -> None:
    make_published("하나입니다", "둘입니다", "셋입니다", "넷입니다")
    body = page(client, Quote.objects.get(text="둘입니다").get_absolute_url())
    assert all(text in body for text in ("하나입니다", "둘입니다", "셋입니다", "같은 기사의 앞뒤 발언"))
    assert "넷입니다" not in body


def test_the_title_printed_that_day_is_shown(client: Client) -> None:
    make_published(Say("하나입니다", [Who(title="부사장")]))
    assert "부사장" in page(client, Quote.objects.get().get_absolute_url())


def cited(**fields: object) -> str:
    make_published(Say("고객을 “먼저” 생각합니다", [Who(), Who("나래원", "누리전자", "")]), title="새해", **fields)
    return citation(with_speakers(Quote.objects.all()).get(), "https://messages.example/quotes/1/")


def test_a_citation_names_speakers_source_and_day() -> None:
    assert cited() == (
        "김가온 가람텔레콤 사장·나래원 누리전자, “고객을 “먼저” 생각합니다”, 「새해」, 『가온경제』, 2026. 1. 2., "
        "https://messages.example/quotes/1/"
    )


def test_a_citation_leaves_out_what_is_not_known() -> None:
    assert "「새해」, https://" in cited(outlet="", published_date=None)


def test_executives_are_listed_by_name_with_their_number(client: Client) -> None:
    make_published(Say("하나", [Who("나래원", "누리전자")]), "둘", "셋")
    make_executive("하늘담")
    body = page(client, "/executives/")
    assert body.index("김가온") < body.index("나래원")
    assert "하늘담" not in body


def test_many_executives_are_cut_into_pages(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("messages_app.views.executives.LIST_SIZE", 2)
    make_published(*(Say(f"말 {number}", [Who(f"김가온{number}")]) for number in range(5)))
    assert "김가온0" in page(client, "/executives/")
    last = page(client, "/executives/?page=3")
    assert "김가온4" in last
    assert "김가온0" not in last
    assert "김가온4" in page(client, "/executives/?page=99")
    assert "김가온0" in page(client, "/executives/?page=둘")


@pytest.mark.parametrize("fields", [{"published_date": None}, {"outlet": ""}, {"url": ""}, {"reporters": []}])
def test_what_is_not_known_does_not_break_a_page(client: Client, fields: dict[str, object]) -> None:
    make_published(Say("하나", [Who("", "누리전자", "")]), Say("둘", []), Say("셋"), **fields)
    for address in addresses():
        page(client, address)


def test_home_shows_the_newest_year_by_date(client: Client) -> None:
    make_published("먼저 한 말입니다", published_date=date(2025, 12, 30))
    make_published("나중 말입니다", published_date=date(2026, 1, 2))
    make_published("지난해 말입니다", published_date=date(2025, 1, 2), message_year=2025)
    body = page(client, "/")
    assert body.index("나중 말입니다") < body.index("먼저 한 말입니다")
    assert "지난해 말입니다" not in body


def test_home_names_the_words_that_rose_and_leads_to_them(client: Client) -> None:
    make_published("안전이 먼저", "사람이 먼저", message_year=2025)
    make_published("고객이 먼저", "고객의 시간", "고객의 자리", message_year=2026)
    body = page(client, "/")
    assert "0% → 100%" in body
    assert 'href="/search/?q=%EA%B3%A0%EA%B0%9D&amp;year=2026"' in body


def test_a_company_page_names_its_frequent_words(client: Client) -> None:
    make_published("고객을 생각합니다", "고객의 자리", Say("안전을 생각합니다", [Who("나래원", "누리전자")]))
    assert ("고객", 2) in client.get("/companies/가람텔레콤/").context["words"]
    assert ("고객", 2) not in client.get("/companies/누리전자/").context["words"]


def test_headings_of_years_stand_in_the_list_by_date(client: Client) -> None:
    make_published("하나입니다", "둘입니다", message_year=2026)
    make_published("셋입니다", message_year=2025, published_date=date(2025, 1, 2))
    assert page(client, "/search/").count('class="year-mark"') == 2
    assert 'class="year-mark"' not in page(client, "/search/?sort=company")


def test_what_is_korean_is_marked_so_on_english_pages(client: Client) -> None:
    make_published("재생에너지(Renewable)와 AI")
    body = page(client, "/en/search/")
    assert '<blockquote lang="ko"' in body
    assert '재생에너지(<span lang="en">Renewable</span>)와 AI' in body


def test_a_shared_quote_shows_its_words_and_speaker(client: Client) -> None:
    make_published(WORDS)
    body = page(client, Quote.objects.get().get_absolute_url())
    assert f'<meta property="og:title" content="“{WORDS}”">' in body
    assert 'property="og:description" content="김가온 가람텔레콤 사장, 2026년 신년사 · 가온경제 2026. 1. 2."' in body
    assert re.search(r'<meta property="og:image"\s+content="http://testserver/static/messages_app/card[^"]*png">', body)


def test_every_shared_page_says_what_it_is(client: Client) -> None:
    make_published(WORDS, title="새해 첫 메시지")
    for address, title in [
        ("/", "신년사"),
        (Company.objects.get().get_absolute_url(), "가람텔레콤 · 신년사"),
        (Executive.objects.get().get_absolute_url(), "김가온 (가람텔레콤) · 신년사"),
        (Article.objects.get().get_absolute_url(), "새해 첫 메시지 · 신년사"),
        ("/keywords/고객/", "고객 · 신년사"),
        ("/companies/", "회사 · 신년사"),
        ("/search/?q=고객&year=2026", "고객, 2026 · 모든 발언 · 신년사"),
        ("/companies/가람텔레콤/?q=고객", "고객 · 가람텔레콤 · 신년사"),
        ("/compare/?words=고객&companies=가람텔레콤", "고객, 가람텔레콤 견주기 · 신년사"),
        ("/help/", "찾는 법 · 신년사"),
    ]:
        body = page(client, address)
        assert f'<meta property="og:title" content="{title}">' in body
        assert len(re.findall('property="og:description" content="[^"]{10,}"', body)) == 1


def test_markup_from_articles_is_shown_as_text(client: Client) -> None:
    evil = "<script>alert(1)</script>"
    make_published(Say(f"{evil} 고객", [Who(evil, f"{evil}전자", evil)]), title=evil, outlet=evil, reporters=[evil])
    for address in [*addresses(), "/search/?q=고객", f"/search/?q={evil}", f"/search/?outlet={evil}"]:
        assert evil not in client.get(address).content.decode()


def test_many_executives_have_an_index_of_initials(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("강가온", "까치산", "나래원", "한가람", "Jo Garam")
    make_published(*(Say(f"{name}의 말", [Who(name)]) for name in names))
    assert "initial=" not in page(client, "/executives/")
    monkeypatch.setattr(executive_views, "LIST_SIZE", 2)
    assert "initial=" in page(client, "/executives/")
    shown = {letter: client.get(f"/executives/?initial={letter}").context["page"].object_list for letter in "ㄱㄴㅎㅁ"}
    assert {letter: [person.name for person in people] for letter, people in shown.items()} == {
        "ㄱ": ["강가온", "까치산"],
        "ㄴ": ["나래원"],
        "ㅎ": ["한가람"],
        "ㅁ": [],
    }
    assert "이름의 첫소리가 ㅁ인 경영인이 없습니다" in page(client, "/executives/?initial=ㅁ")
    assert client.get("/executives/?initial=없음").context["page"].paginator.count == len(names)


def test_words_said_once_are_not_said_often(client: Client) -> None:
    make_published("고객의 자리", "고객의 시간")
    for record in (Company.objects.get(), Executive.objects.get()):
        response = client.get(record.get_absolute_url())
        assert response.context["words"] == [("고객", 2)]
        # The same words are not offered twice.
        assert 'id="facet-word"' not in response.content.decode()
        assert 'id="facet-word"' in client.get(f"{record.get_absolute_url()}?q=고객").content.decode()


def test_a_quote_stands_between_its_nearest_neighbours(client: Client) -> None:
    article = make_published("하나입니다", "둘입니다", "셋입니다", "넷입니다", "다섯입니다")
    shown = client.get(article.quotes.get(text="셋입니다").get_absolute_url()).context
    assert [quote.text for quote in (*shown["before"], *shown["after"])] == ["둘입니다", "넷입니다"]


def test_a_quote_has_neighbours_beyond_what_was_dropped_between(client: Client) -> None:
    dropped = [Say(f"뺀 말 {number}", kind="dropped") for number in range(5)]
    article = make_published("하나입니다", *dropped, "둘입니다", *dropped, "셋입니다")
    shown = client.get(article.quotes.get(text="둘입니다").get_absolute_url()).context
    assert [quote.text for quote in (*shown["before"], *shown["after"])] == ["하나입니다", "셋입니다"]
