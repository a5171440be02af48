"""What was merged wrongly and split again is as it was: words, spellings, addresses."""

import pytest
from django.test import Client

from messages_app.importing import (
    merge_companies,
    merge_executives,
    portions_of_executive,
    publish_article,
    rebuild_keywords,
    split_company,
    split_executive,
)
from messages_app.models import Article, Attribution, Company, Executive
from messages_app.tests.factories import Say, Who, make_company, make_published

pytestmark = pytest.mark.django_db
HAN, MUN = Who("한가온", "누리전자"), Who("문하진", "누리전자")


@pytest.fixture
def merged() -> Executive:
    """문하진, into whom 한가온 of the same company was merged by mistake."""
    make_published(Say("고객을 먼저 생각하는 한 해가 되어야 합니다", [MUN]), message_year=2025)
    make_published(Say("안전은 어떤 성과와도 바꿀 수 없는 가치입니다", [HAN]))
    goes, stays = Executive.objects.order_by("-name")
    return merge_executives(stays_id=stays.pk, goes_id=goes.pk)


def split_off(person: Executive, year: int, name: str) -> Executive:
    (portion,) = (part.key for part in portions_of_executive(person) if part.key.endswith(f"-{year}"))
    return split_executive(executive_id=person.pk, portions=[portion], name=name)


def speakers() -> set[tuple[str, str]]:
    return set(Attribution.objects.values_list("name", "executive__name"))


def test_the_next_article_is_by_the_person_it_names(merged: Executive) -> None:
    split_off(merged, 2026, "한가온")
    make_published(Say("새로운 길을 여는 것이 올해의 가장 큰 과제입니다", [HAN]))
    assert not merged.aliases.exists()
    assert speakers() == {("한가온", "한가온"), ("문하진", "문하진")}


def test_a_spelling_that_both_are_printed_with_stays_with_both(merged: Executive) -> None:
    make_published(Say("새로운 길을 여는 것이 올해의 가장 큰 과제입니다", [HAN]), message_year=2024)
    split_off(merged, 2026, "한가온")
    before = set(Attribution.objects.values_list("pk", "executive"))
    for article in Article.objects.all():
        publish_article(article_id=article.pk)
    assert set(Attribution.objects.values_list("pk", "executive")) == before


def test_a_new_name_is_recognised_by_what_is_printed(merged: Executive) -> None:
    other = split_off(merged, 2026, "한가은")
    for article in Article.objects.all():
        publish_article(article_id=article.pk)
    assert speakers() == {("한가온", "한가은"), ("문하진", "문하진")}
    assert [alias.name for alias in other.aliases.all()] == ["한가온"]


def test_a_person_gets_their_address_back(merged: Executive, client: Client) -> None:
    other = split_off(merged, 2026, "한가온")
    assert other.slug == "한가온"
    assert client.get("/executives/한가온/").context["executive"] == other
    other.full_clean()


def test_all_addresses_of_the_merged_record_come_back(client: Client) -> None:
    make_published(Say("고객을 먼저 생각하는 한 해가 되어야 합니다", [MUN]), message_year=2025)
    make_published(Say("안전은 어떤 성과와도 바꿀 수 없는 가치입니다", [HAN]))
    goes, stays = Executive.objects.order_by("-name")
    for record, slug in ((goes, "han"), (stays, "mun")):
        record.slug = slug
        record.save()
    other = split_off(merge_executives(stays_id=stays.pk, goes_id=goes.pk), 2026, "한가온")
    assert other.slug == "han"
    assert client.get("/executives/한가온/", follow=True).context["executive"] == other
    assert client.get("/executives/문하진/", follow=True).context["executive"] == stays


def test_a_record_keeps_an_address_that_was_its_own(client: Client) -> None:
    for year in (2025, 2026):
        make_published(Say(f"{year}년에는 고객을 먼저 생각합시다", [HAN]), message_year=year)
    person = Executive.objects.get()
    person.slug = "han"
    person.save()
    assert split_off(person, 2026, "한가온").slug == "한가온-2"
    assert client.get("/executives/한가온/", follow=True).context["executive"] == person


def test_a_company_gets_its_name_and_address_back(client: Client) -> None:
    make_company("미르전자", "MIR")
    make_published(Say("고객을 먼저 생각하는 한 해가 되어야 합니다", [Who("김가온", "누리전자")]))
    make_published(Say("안전은 어떤 성과와도 바꿀 수 없는 가치입니다", [Who("나래원", "미르전자")]))
    stays, goes = Company.objects.order_by("name")
    merge_companies(stays_id=stays.pk, goes_id=goes.pk)
    other = split_company(company_id=stays.pk, spellings=["mir", "미르전자"])
    assert (other.name, other.slug) == ("미르전자", "미르전자")
    assert {alias.name for alias in other.aliases.all()} == {"MIR", "미르전자"}
    assert client.get("/companies/미르전자/").context["company"] == other
    assert rebuild_keywords(check=True).is_right
