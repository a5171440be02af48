"""A spelling that turned up becomes a company's."""

import pytest

from messages_app.importing import ImportRefused, add_alias, likely_companies, rebuild_keywords
from messages_app.models import Attribution, Company, CompanyAlias
from messages_app.tests.factories import Say, Who, make_company, make_draft, make_executive, make_published

pytestmark = pytest.mark.django_db
GT = Who("김가온", "GT", "사장")


def test_speakers_in_drafts_are_recognised_at_once() -> None:
    company = make_company("가람텔레콤")
    person = make_executive("김가온", company)
    draft, other = make_draft(Say("하나", [GT])), make_draft(Say("둘", [GT._replace(organisation="ＧＴ")]))
    result = add_alias(name="GT", company_id=company.pk)
    assert result.linked == 2
    for article in (draft, other):
        who = Attribution.objects.get(quote__article=article)
        assert (who.company, who.executive) == (company, person)


def test_one_person_under_two_spellings_is_linked_once() -> None:
    company = make_company("가람텔레콤")
    person = make_executive("김가온", company)
    quote = make_draft(Say("하나", [Who(), GT])).quotes.get()
    quote.attributions.filter(organisation="가람텔레콤").update(company=company, executive=person)
    add_alias(name="GT", company_id=company.pk)
    assert [who.executive for who in quote.attributions.order_by("place")] == [person, None]


def test_what_is_public_under_a_spelling_stays_as_it_was_counted() -> None:
    make_published(Say("올해가 고비입니다", [Who("", "재계", "관계자")]))
    assert add_alias(name="재계", company_id=make_company("가람텔레콤").pk).linked == 0
    assert Attribution.objects.get().company is None
    assert rebuild_keywords(check=True).is_right


def test_the_same_again_changes_nothing() -> None:
    company = make_company("가람텔레콤", "GT")
    add_alias(name="gt", company_id=company.pk)
    assert CompanyAlias.objects.count() == 2


@pytest.mark.parametrize("name", ["", "㈜", "누리전자", "가" * 101])
def test_what_cannot_be_a_spelling_is_refused(name: str) -> None:
    make_company("누리전자")
    with pytest.raises(ImportRefused):
        add_alias(name=name, company_id=make_company("가람텔레콤").pk)


def test_a_company_that_is_gone_is_an_error() -> None:
    with pytest.raises(Company.DoesNotExist):
        add_alias(name="GT", company_id=0)


@pytest.mark.parametrize(
    ("speaker", "body"),
    [
        (("김가온", "GT"), ""),
        (("", "GT"), "가람텔레콤(GT)은"),
        (("", "GT"), "GT(가람텔레콤)는"),
        (("", "가람"), ""),
        (("", "가람텔레콤홀딩스"), ""),
    ],
    ids=["somebody known", "defined", "defined the other way", "shorter", "longer"],
)
def test_the_likely_company_is_offered(speaker: tuple[str, str], body: str) -> None:
    company = make_company("가람텔레콤")
    make_executive("김가온", company)
    make_company("누리전자")
    assert likely_companies([speaker], body) == {speaker[1]: [company]}


def test_known_organisations_and_strangers_are_offered_nothing() -> None:
    make_company("가람텔레콤")
    assert likely_companies([("김가온", "가람텔레콤"), ("", "")], "") == {}
    assert likely_companies([("", "도담은행")], "") == {"도담은행": []}
