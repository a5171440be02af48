"""Only published statements are public, whatever address is tried."""

import pytest
from django.test import Client

from messages_app.importing import QuoteChange, SpeakerChange, change_quote, unpublish_article
from messages_app.models import Article, Company, Executive, Quote
from messages_app.tests.factories import Say, Who, make_draft, make_published

pytestmark = pytest.mark.django_db
PUBLIC = Say("고객을 생각합니다")
UNSEEN = "비밀스러운 고객"
HIDDEN = [Who("나래원", "누리전자")]
LISTS = [
    "/",
    "/companies/",
    "/executives/",
    "/search/",
    "/search/?q=고객",
    "/search/?q=비밀스러운",
    "/companies/가람텔레콤/",
]


@pytest.fixture(params=["draft", "headline", "unpublished"])
def hidden(request: pytest.FixtureRequest) -> Quote:
    """Something not public, beside something public."""
    make_published(PUBLIC, outlet="가온경제", message_year=2026)
    fields = {"outlet": "누리신문", "message_year": 2025}
    if request.param == "draft":
        article = make_draft(Say(UNSEEN, HIDDEN), **fields)
        quote = article.quotes.get()
        company = Company.objects.create(name="누리전자")
        executive = Executive.objects.create(name="나래원")
        quote.attributions.update(company=company, executive=executive)
    elif request.param == "headline":
        article = make_published(Say(UNSEEN, HIDDEN, "headline"), "안전을 먼저 살핍니다", outlet="가온경제")
    else:
        article = make_published(Say(UNSEEN, HIDDEN), **fields)
        unpublish_article(article_id=article.pk)
    return article.quotes.get(text=UNSEEN)


def test_it_is_on_no_list(client: Client, hidden: Quote) -> None:
    for address in LISTS:
        body = client.get(address).content.decode()
        for text in (UNSEEN, "나래원", "누리전자", "누리신문", "year=2025"):
            assert text not in body, address


def test_it_has_no_page(client: Client, hidden: Quote) -> None:
    who = hidden.attributions.get()
    for record in (hidden, who.company, who.executive):
        for address in (record.get_absolute_url(), f"/en{record.get_absolute_url()}"):
            response = client.get(address)
            assert response.status_code == 404
            assert UNSEEN not in response.content.decode()


def test_its_article_says_nothing_of_it(client: Client, hidden: Quote) -> None:
    response = client.get(hidden.article.get_absolute_url())
    assert response.status_code == (200 if Article.objects.get(pk=hidden.article_id).is_published else 404)
    assert UNSEEN not in response.content.decode()


def test_no_filter_finds_it(client: Client, hidden: Quote) -> None:
    who = hidden.attributions.get()
    for query in (
        f"company={who.company.slug}",
        f"executive={who.executive.slug}",
        "q=기업:누리전자",
        "q=인물:나래원",
        "outlet=누리신문",
        "q=매체:누리신문",
        "year=2025",
        'q="비밀스러운"',
        "q=비밀 OR 스러운",
        "after=99999999999999999~999999999999",
        "sort=relevant",
        "sort=company",
    ):
        assert UNSEEN not in client.get(f"/search/?{query}").content.decode(), query


def test_it_is_not_counted(client: Client, hidden: Quote) -> None:
    said = Article.objects.filter(status="published").count()
    assert client.get("/").context["totals"].statements == said
    assert client.get("/search/").context["results"].count == said


def test_a_neighbour_is_not_shown_beside_a_quote(client: Client) -> None:
    article = make_published("하나입니다", Say(UNSEEN, kind="headline"), "셋입니다")
    body = client.get(article.quotes.get(text="하나입니다").get_absolute_url()).content.decode()
    assert "셋입니다" in body
    assert UNSEEN not in body


def test_the_address_of_a_quote_taken_out_leads_to_its_article(client: Client) -> None:
    article = make_published("하나입니다", UNSEEN)
    quote = article.quotes.get(text=UNSEEN)
    change = QuoteChange(quote.pk, "dropped", (SpeakerChange(*Who()),), revision=quote.revision)
    change_quote(article_id=article.pk, change=change)
    response = client.get(quote.get_absolute_url())
    body = response.content.decode()
    assert response.status_code == 410
    assert "내린 발언입니다" in body
    assert f'<a href="{article.get_absolute_url()}" lang="ko">{article.title}</a>' in body
    assert UNSEEN not in body
    unpublish_article(article_id=article.pk)
    assert client.get(quote.get_absolute_url()).status_code == 404


def test_publishing_makes_it_public_and_back(client: Client) -> None:
    article = make_published(UNSEEN)
    assert UNSEEN in client.get("/").content.decode()
    unpublish_article(article_id=article.pk)
    assert UNSEEN not in client.get("/").content.decode()


def test_an_editor_sees_no_more_on_public_pages(admin_client: Client, hidden: Quote) -> None:
    assert admin_client.get(hidden.get_absolute_url()).status_code == 404
    assert UNSEEN not in admin_client.get("/search/").content.decode()


def test_evidence_and_confidence_are_for_editors(client: Client) -> None:
    article = make_published("하나입니다")
    article.quotes.update(evidence=[{"reason": "full_name", "start": 0, "end": 2}], confidence=0.37)
    for address in (article.get_absolute_url(), article.quotes.get().get_absolute_url(), "/search/"):
        body = client.get(address).content.decode()
        assert "full_name" not in body
        assert "37%" not in body


def test_a_person_is_shown_with_companies_that_have_a_page(client: Client) -> None:
    make_published(PUBLIC)
    person = Executive.objects.get()
    person.companies.add(Company.objects.create(name="누리전자"))
    body = client.get(person.get_absolute_url()).content.decode()
    assert "가람텔레콤" in body
    assert "누리전자" not in body
