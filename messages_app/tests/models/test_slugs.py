"""Addresses are readable, unique and never given to somebody else."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from messages_app.models import Company, Executive, FormerSlug
from messages_app.tests.factories import make_company, make_executive

pytestmark = pytest.mark.django_db


def test_a_slug_is_made_of_a_hangul_name() -> None:
    assert make_company("가람 텔레콤").slug == "가람-텔레콤"


def test_latin_letters_become_small() -> None:
    assert make_company("GARAM & Co.").slug == "garam-co"


def test_a_taken_slug_gets_a_number() -> None:
    slugs = [make_executive("김가온").slug for _ in range(3)]
    assert slugs == ["김가온", "김가온-2", "김가온-3"]


def test_a_name_without_letters_still_gets_a_slug() -> None:
    assert make_company("!!!").slug == "-"
    assert make_company("???").slug == "--2"


def test_a_very_long_name_gets_a_slug_that_fits() -> None:
    slugs = {Company.objects.create(name=letter * 99 + "가").slug for letter in "나다"}
    slugs |= {make_executive("라" * 60).slug for _ in range(2)}
    assert all(len(slug) <= 120 for slug in slugs)
    assert len(slugs) == 4


def test_companies_and_executives_may_share_a_slug() -> None:
    assert make_company("가온").slug == make_executive("가온").slug == "가온"


def test_a_changed_slug_is_remembered() -> None:
    company = make_company("가람텔레콤")
    company.slug = "garam"
    company.save()
    assert company.former_slugs.values_list("slug", flat=True).get() == "가람텔레콤"


def test_saving_without_a_change_remembers_nothing() -> None:
    make_company().save()
    assert not FormerSlug.objects.exists()


def test_taking_a_slug_back_forgets_it() -> None:
    company = make_company("가람텔레콤")
    for slug in ("garam", "가람텔레콤"):
        company.slug = slug
        company.save()
    assert list(company.former_slugs.values_list("slug", flat=True)) == ["garam"]


def test_a_former_slug_goes_to_nobody_new() -> None:
    old = make_executive("김가온")
    old.slug = "kim"
    old.save()
    assert make_executive("김가온").slug == "김가온-2"


@pytest.mark.parametrize("slug", ["", "garam"])
def test_an_address_that_is_cleared_is_the_name_again(slug: str) -> None:
    company = make_company("가람텔레콤")
    for given in (slug, ""):
        company.slug = given
        company.save()
    assert company.slug == "가람텔레콤"


def test_a_former_slug_of_another_is_refused_with_a_reason() -> None:
    old = make_company("가람텔레콤")
    old.slug = "garam"
    old.save()
    with pytest.raises(ValidationError, match="예전에 쓰던 주소"):
        Company(name="누리전자", slug="가람텔레콤").full_clean()
    old.slug = "가람텔레콤"
    old.full_clean()


def test_two_records_cannot_have_one_slug() -> None:
    make_executive("김가온")
    with pytest.raises(IntegrityError), transaction.atomic():
        Executive.objects.create(name="나래원", slug="김가온")


def test_a_former_slug_has_exactly_one_owner() -> None:
    company, executive = make_company(), make_executive()
    for owners in ({}, {"company": company, "executive": executive}):
        with pytest.raises(IntegrityError), transaction.atomic():
            FormerSlug.objects.create(slug="옛이름", **owners)


def test_a_former_slug_of_companies_is_unique() -> None:
    FormerSlug.objects.create(slug="옛이름", company=make_company("가람텔레콤"))
    FormerSlug.objects.create(slug="옛이름", executive=make_executive())
    with pytest.raises(IntegrityError), transaction.atomic():
        FormerSlug.objects.create(slug="옛이름", company=make_company("누리전자"))
