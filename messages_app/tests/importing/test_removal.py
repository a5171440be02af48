"""Companies that are deleted, and what stays of them."""

import pytest
from django.db.models import ProtectedError

from messages_app.importing import delete_companies, rebuild_keywords
from messages_app.models import Company
from messages_app.search import QuoteFilter, find
from messages_app.tests.factories import make_company, make_published

pytestmark = pytest.mark.django_db


def test_statements_outlive_the_group_of_their_company() -> None:
    group = make_company("가람그룹")
    member = make_company("가람텔레콤", group=group)
    make_published("고객을 먼저 생각합니다")
    assert delete_companies(companies=Company.objects.filter(pk=group.pk)) == 1
    member.refresh_from_db()
    assert member.group is None
    assert find(QuoteFilter(company=member)).count == find(QuoteFilter("고객")).count == 1
    result = rebuild_keywords(check=True)
    assert result.is_right


def test_a_company_that_somebody_speaks_for_is_not_deleted() -> None:
    make_company("가람그룹")
    make_published("고객을 먼저 생각합니다")
    with pytest.raises(ProtectedError):
        delete_companies(companies=Company.objects.all())
    assert Company.objects.count() == 2


def test_no_row_of_the_index_goes_with_a_group() -> None:
    group = make_company("가람그룹")
    make_company("가람텔레콤", group=group)
    make_published("고객을 먼저 생각합니다")
    with pytest.raises(ProtectedError):
        group.delete()
