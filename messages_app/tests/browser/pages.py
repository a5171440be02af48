"""Every kind of page there is, about records that are there."""

from django.db.models import F

from messages_app.importing import freeze_edition
from messages_app.models import Article, Company, Executive, KeywordTotal, Quote
from messages_app.tests.factories import Say, Who, make_company, make_published

TIMES = 12_345


def fill() -> None:
    """A group with two members, two years, joint statements, a foreign word, enough for a second page."""
    group = make_company("가람그룹", industry="통신")
    make_company("가람텔레콤", group=group, industry="통신")
    make_published(
        Say("고객을 먼저 생각합니다", [Who(), Who("서도현", "가람그룹", "회장")]),
        Say("전력망(Grid)과 AI를 함께 짓자"),
        Say("안전은 양보할 수 없다", [Who("나래원", "누리전자", "대표")]),
        title="가람의 새해",
        url="https://news.example/1",
        reporters=["민다온"],
    )
    says = [Say(f"고객의 새해 {number}", [Who("나래원", "누리전자", "")]) for number in range(25)]
    make_published(*says, title="누리의 새해", message_year=2025, outlet="누리신문", is_sample=True)
    for year in (2025, 2026):
        freeze_edition(message_year=year)


def multiply() -> None:
    """As though everything on record had been said ``TIMES`` as often."""
    kept = ("quotes", "uses", "raw_quotes", "raw_uses")
    KeywordTotal.objects.update(**{name: F(name) * TIMES for name in kept})


def addresses() -> dict[str, str]:
    """Name and address of every kind of page; ``fill`` must have been called."""
    article = Article.objects.get(url="https://news.example/1")
    quote = Quote.objects.get(text="고객을 먼저 생각합니다")
    return {
        "home": "/",
        "companies": "/companies/",
        "company": Company.objects.get(name="가람텔레콤").get_absolute_url(),
        "group": Company.objects.get(name="가람그룹").get_absolute_url(),
        "executives": "/executives/",
        "executive": Executive.objects.get(name="나래원").get_absolute_url(),
        "article": article.get_absolute_url(),
        "quote": quote.get_absolute_url(),
        "search": "/search/?q=고객&year=2025",
        "search by company": "/search/?sort=company",
        "nothing found": "/search/?q=없는낱말&year=2025",
        "misunderstood": "/search/?year=언젠가",
        "word": "/keywords/고객/",
        "comparison": "/compare/?words=고객&companies=가람텔레콤,누리전자",
        "rankings": "/compare/",
        "editions": "/editions/",
        "edition": "/editions/2026/1/",
        "help": "/help/",
        "about": "/about/",
        "correction": f"/corrections/?quote={quote.pk}",
        "thanks": "/corrections/thanks/",
        "not found": "/nowhere/",
    }
