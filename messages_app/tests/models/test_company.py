"""Companies and the spellings they are known by."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from messages_app.models import Company, CompanyAlias
from messages_app.tests.factories import make_company

pytestmark = pytest.mark.django_db


def refusal(record: Company | CompanyAlias, field: str) -> str:
    with pytest.raises(ValidationError) as caught:
        record.full_clean(exclude=["slug"])
    return " ".join(caught.value.message_dict[field])


def test_its_own_name_is_among_the_aliases() -> None:
    company = make_company("㈜가람 텔레콤")
    assert list(company.aliases.values_list("name", "key")) == [("㈜가람 텔레콤", "가람텔레콤")]


def test_a_new_name_joins_the_old_one() -> None:
    company = make_company("가람텔레콤")
    company.name = "가람모바일"
    company.save()
    assert set(company.aliases.values_list("key", flat=True)) == {"가람텔레콤", "가람모바일"}


@pytest.mark.parametrize("name", ["㈜", "주식회사", "\u3000"])
def test_a_name_needs_a_letter_or_digit(name: str) -> None:
    assert "글자나 숫자" in refusal(Company(name=name), "name")
    assert "글자나 숫자" in refusal(CompanyAlias(company=make_company(), name=name), "name")


def test_the_alias_of_another_is_no_name() -> None:
    make_company("가람텔레콤", "가람텔")
    assert "‘가람텔레콤’의 다른 표기" in refusal(Company(name="㈜가람텔"), "name")


def test_its_own_alias_may_become_the_name() -> None:
    company = make_company("가람텔레콤", "가람텔")
    company.name = "가람텔"
    company.full_clean()
    company.save()
    assert company.aliases.count() == 2


def test_the_alias_of_another_is_no_alias() -> None:
    make_company("가람텔레콤", "가람텔")
    alias = CompanyAlias(company=make_company("누리전자"), name="(주)가람텔")
    assert "‘가람텔레콤’에서 이미 쓰는" in refusal(alias, "name")


def test_groups_are_not_nested() -> None:
    group = make_company("가람그룹")
    member = make_company("가람텔레콤", group=group)
    assert "그룹 안에 그룹" in refusal(Company(name="가람모바일", group=member), "group")
    group.group = make_company("누리그룹")
    assert "그룹 안에 그룹" in refusal(group, "group")


def test_a_member_of_a_group_is_fine() -> None:
    Company(name="가람텔레콤", group=make_company("가람그룹")).full_clean()


def test_a_company_is_not_its_own_group() -> None:
    company = make_company()
    with pytest.raises(IntegrityError), transaction.atomic():
        Company.objects.filter(pk=company.pk).update(group=company)


def test_two_companies_cannot_share_a_name() -> None:
    make_company("가람텔레콤")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_company("가람텔레콤")


def test_two_companies_cannot_share_a_spelling() -> None:
    make_company("가람텔레콤")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_company("㈜가람텔레콤")
    assert Company.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        make_company("누리전자", "가람 텔레콤")
    assert Company.objects.count() == 1


@pytest.mark.parametrize("name", ["", "㈜"])
def test_the_database_refuses_a_blank_name(name: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Company.objects.create(name=name)


def test_a_company_is_shown_by_its_name_and_address() -> None:
    company = make_company("가람텔레콤")
    assert str(company) == str(company.aliases.get()) == "가람텔레콤"
    assert company.get_absolute_url().startswith("/companies/")
