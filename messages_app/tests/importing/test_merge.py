"""Two records become one, and nothing is lost."""

import pytest
from django.test import Client

from messages_app.importing import (
    ImportRefused,
    create_draft,
    merge_companies,
    merge_executives,
    preview_companies,
    preview_executives,
    publish_article,
    rebuild_keywords,
)
from messages_app.models import Article, Attribution, Company, Executive, Quote
from messages_app.tests.factories import PASTE, Say, Who, make_company, make_draft, make_executive, make_published

pytestmark = pytest.mark.django_db
# What a merge takes over; a relation added later must be thought of there.
COMPANY_RELATIONS = {"members", "aliases", "executives", "former_slugs", "quotes", "attributions"}
EXECUTIVE_RELATIONS = {"aliases", "former_slugs", "attributions"}
DERIVED = "+"


def relations(model: type) -> set[str]:
    return {relation.related_name for relation in model._meta.related_objects} - {DERIVED}


def company(name: str) -> Company:
    return Company.objects.get(name=name)


def index_is_right() -> bool:
    result = rebuild_keywords(check=True)
    return (result.wrong_quotes, result.wrong_totals) == (0, 0)


@pytest.fixture
def two() -> tuple[Company, Company]:
    """One company under two spellings, each with a statement."""
    make_published(Say("고객을 먼저 생각하는 한 해가 되어야 합니다", [Who("김가온", "에스케이가람")]))
    make_published(Say("안전은 어떤 성과와도 바꿀 수 없는 가치입니다", [Who("나래원", "SK가람")]), message_year=2025)
    return company("SK가람"), company("에스케이가람")


def test_every_relation_is_thought_of() -> None:
    assert relations(Company) == COMPANY_RELATIONS
    assert relations(Executive) == EXECUTIVE_RELATIONS


def test_all_of_a_company_goes_over(two: tuple[Company, Company], client: Client) -> None:
    stays, goes = two
    address = goes.get_absolute_url()
    before = list(Quote.objects.order_by("pk").values_list("pk", "text"))
    merge_companies(stays_id=stays.pk, goes_id=goes.pk)
    assert list(Quote.objects.order_by("pk").values_list("pk", "text")) == before
    assert set(Attribution.objects.values_list("company", "organisation")) == {
        (stays.pk, "SK가람"),
        (stays.pk, "에스케이가람"),
    }
    assert {person.name for person in stays.executives.all()} == {"김가온", "나래원"}
    assert client.get(f"{address}?year=2026").headers["Location"] == f"{stays.get_absolute_url()}?year=2026"
    assert client.get(stays.get_absolute_url()).context["results"].count == 2
    assert index_is_right()


def test_the_other_spelling_is_recognised_from_now_on(two: tuple[Company, Company]) -> None:
    stays, goes = two
    merge_companies(stays_id=stays.pk, goes_id=goes.pk)
    make_published(Say("새로운 길을 여는 것이 올해의 가장 큰 과제입니다", [Who("김가온", "에스케이가람")]))
    assert Company.objects.count() == 1
    assert Executive.objects.count() == 2


def test_a_chain_of_merges_redirects_in_one_step(two: tuple[Company, Company], client: Client) -> None:
    stays, goes = two
    last = make_company("가람홀딩스")
    addresses = [goes.get_absolute_url(), stays.get_absolute_url()]
    merge_companies(stays_id=stays.pk, goes_id=goes.pk)
    merge_companies(stays_id=last.pk, goes_id=stays.pk)
    for address in addresses:
        assert client.get(address).headers["Location"] == last.get_absolute_url()


def test_drafts_go_over_too(two: tuple[Company, Company]) -> None:
    stays, goes = two
    article = make_draft(Say("초안의 말입니다", [Who("김가온", "에스케이가람")]))
    Attribution.objects.filter(quote__article=article).update(company=goes)
    merge_companies(stays_id=stays.pk, goes_id=goes.pk)
    assert Attribution.objects.get(quote__article=article).company == stays


@pytest.mark.parametrize("group_stays", [True, False])
def test_a_group_and_its_member_become_one(group_stays: bool) -> None:
    group = make_company("가람그룹")
    member, other = make_company("가람", group=group), make_company("가람전자", group=group)
    for number, name in enumerate(("가람", "가람전자", "가람그룹")):
        make_published(Say(f"{number}번째로 드리는 새해의 말씀은 고객입니다", [Who(f"김가온{number}", name)]))
    stays, goes = (group, member) if group_stays else (member, group)
    merge_companies(stays_id=stays.pk, goes_id=goes.pk)
    other.refresh_from_db()
    stays.refresh_from_db()
    assert (other.group, stays.group) == (stays, None)
    assert index_is_right()


def test_members_of_a_company_that_joins_a_group_join_it() -> None:
    top, stays = make_company("가람그룹"), make_company("가람")
    stays.group = top
    stays.save()
    goes = make_company("옛가람")
    member = make_company("옛가람전자", group=goes)
    merge_companies(stays_id=stays.pk, goes_id=goes.pk)
    member.refresh_from_db()
    assert member.group == top


def test_a_company_without_a_group_takes_that_of_the_one_that_goes() -> None:
    group, stays = make_company("가람그룹"), make_company("가람텔레콤")
    make_published()
    goes = make_company("가람통신", group=group)
    merge_companies(stays_id=stays.pk, goes_id=goes.pk)
    stays.refresh_from_db()
    assert stays.group == group
    assert index_is_right()


def test_what_was_known_of_the_one_that_goes_is_kept() -> None:
    stays, goes = make_company("가람", is_sample=True), make_company("옛가람", industry="통신")
    company = merge_companies(stays_id=stays.pk, goes_id=goes.pk)
    assert (company.industry, company.is_sample) == ("통신", False)
    one, other = make_executive(is_sample=True), make_executive(note="1965년생")
    person = merge_executives(stays_id=one.pk, goes_id=other.pk)
    assert (person.note, person.is_sample) == ("1965년생", False)


def test_the_preview_of_companies_says_what_goes_over(two: tuple[Company, Company]) -> None:
    _stays, goes = two
    preview = preview_companies(goes=goes)
    assert (preview.statements, preview.drafts) == (1, 0)
    assert (preview.names, preview.related, preview.addresses) == (("에스케이가람",), ("김가온",), (goes.slug,))


def test_a_preview_counts_a_statement_once_as_pages_do(two: tuple[Company, Company], client: Client) -> None:
    _stays, goes = two
    for outlet in ("누리신문", "다온일보"):
        make_published(
            Say("고객을 먼저 생각하는 한 해가 되어야 합니다", [Who("김가온", "에스케이가람")]),
            Say("고객이 먼저", [Who("김가온", "에스케이가람")], "headline"),
            outlet=outlet,
        )
    person = Executive.objects.get(name="김가온")
    previews = [preview_companies(goes=goes), preview_executives(stays=person, goes=person)]
    shown = client.get(goes.get_absolute_url()).context["results"].count
    assert [preview.statements for preview in previews] == [shown, shown] == [1, 1]


def test_a_record_is_not_merged_with_itself_or_nothing(two: tuple[Company, Company]) -> None:
    stays, _goes = two
    person = Executive.objects.earliest("pk")
    with pytest.raises(ImportRefused):
        merge_companies(stays_id=stays.pk, goes_id=stays.pk)
    with pytest.raises(ImportRefused):
        merge_executives(stays_id=person.pk, goes_id=person.pk)
    with pytest.raises(Company.DoesNotExist):
        merge_companies(stays_id=stays.pk, goes_id=0)
    with pytest.raises(Executive.DoesNotExist):
        merge_executives(stays_id=0, goes_id=person.pk)


@pytest.fixture
def people() -> tuple[Executive, Executive]:
    """One person under two spellings in one company."""
    make_published(Say("고객을 먼저 생각하는 한 해가 되어야 합니다", [Who("가브리엘 온")]))
    make_published(Say("안전은 어떤 성과와도 바꿀 수 없는 가치입니다", [Who("가브리엘 온느")]), message_year=2025)
    return Executive.objects.get(name="가브리엘 온"), Executive.objects.get(name="가브리엘 온느")


def test_all_of_a_person_goes_over(people: tuple[Executive, Executive], client: Client) -> None:
    stays, goes = people
    address = goes.get_absolute_url()
    merge_executives(stays_id=stays.pk, goes_id=goes.pk)
    assert client.get(address).headers["Location"] == stays.get_absolute_url()
    assert client.get(stays.get_absolute_url()).context["results"].count == 2
    assert set(Attribution.objects.values_list("name", flat=True)) == {"가브리엘 온", "가브리엘 온느"}
    assert index_is_right()


def test_a_persons_other_spelling_is_recognised_from_now_on(people: tuple[Executive, Executive]) -> None:
    stays, goes = people
    merge_executives(stays_id=stays.pk, goes_id=goes.pk)
    for article in Article.objects.all():
        publish_article(article_id=article.pk)
    make_published(Say("새로운 길을 여는 것이 올해의 가장 큰 과제입니다", [Who("가브리엘 온느")]))
    assert list(Executive.objects.all()) == [stays]


def test_a_quote_of_both_names_one(people: tuple[Executive, Executive]) -> None:
    stays, goes = people
    article = make_published(Say("함께 길을 엽시다", [Who("가브리엘 온"), Who("가브리엘 온느")]))
    merge_executives(stays_id=stays.pk, goes_id=goes.pk)
    assert [who.executive for who in article.quotes.get().attributions.all()] == [stays]
    assert index_is_right()


def test_a_quote_of_both_is_sorted_under_the_company_of_whoever_stays(people: tuple[Executive, Executive]) -> None:
    _stays, goes = people
    said = make_published(Say("함께 길을 엽시다", [Who("가브리엘 온느"), Who("가브리엘 온", "누리전자")]))
    other = Executive.objects.get(companies__name="누리전자")
    merge_executives(stays_id=other.pk, goes_id=goes.pk)
    assert str(said.quotes.get().company) == "누리전자"


def test_the_preview_of_people_says_what_goes_over(people: tuple[Executive, Executive]) -> None:
    stays, goes = people
    preview = preview_executives(stays=stays, goes=goes)
    assert (preview.statements, preview.names, preview.related) == (1, ("가브리엘 온느",), ("가람텔레콤",))


def test_a_merge_changes_nothing_where_it_fails(two: tuple[Company, Company], monkeypatch: pytest.MonkeyPatch) -> None:
    stays, goes = two
    monkeypatch.setattr(Company, "delete", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        merge_companies(stays_id=stays.pk, goes_id=goes.pk)
    assert goes.attributions.count() == 1
    assert index_is_right()


def test_a_real_company_merged_with_a_sample_is_real() -> None:
    sample, real = make_company("가람", is_sample=True), make_company("누리")
    create_draft(text=PASTE)
    assert not merge_companies(stays_id=sample.pk, goes_id=real.pk).is_sample
