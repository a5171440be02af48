"""Companies and people that are one or two, and reports of one statement."""

import pytest
from playwright.sync_api import expect

from messages_app.importing import merge_executives
from messages_app.models import Article, Company, Executive
from messages_app.tests.browser.desk import Arrive, press_on, tab_to
from messages_app.tests.factories import Say, Who, make_published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXT = "고객이 먼저 찾는 회사가 되도록 올해도 힘을 모으자"


@pytest.fixture
def two(transactional_db: None) -> tuple[Company, Company]:
    """One company under two spellings."""
    make_published(Say("고객을 먼저 생각하는 한 해가 되어야 합니다", [Who("김가온", "GT가람")]))
    make_published(Say("안전은 어떤 성과와도 바꿀 수 없는 가치입니다", [Who("나래원", "지티가람")]))
    return Company.objects.get(name="GT가람"), Company.objects.get(name="지티가람")


@pytest.fixture
def namesakes(transactional_db: None) -> Executive:
    """One record that speaks for two companies in a year."""
    make_published(Say("고객을 먼저 생각합니다", [Who("김가온", "가람텔레콤")]))
    make_published(Say("안전은 양보할 수 없습니다", [Who("김가온", "누리전자")]))
    first, second = Executive.objects.order_by("pk")
    return merge_executives(stays_id=first.pk, goes_id=second.pk)


@pytest.fixture
def reports(transactional_db: None) -> tuple[Article, Article]:
    """A statement on record and another outlet's report of it."""
    return make_published(TEXT), make_published(TEXT, outlet="누리신문")


def test_two_companies_become_one_and_the_old_address_leads_there(arrive: Arrive, two: tuple[Company, Company]) -> None:
    stays, goes = two
    page = arrive(group="CHIEF_EDITOR").page
    page.goto("/admin/")
    page.get_by_role("link", name="중복이 의심되는 기록").click()
    page.get_by_role("link", name="합치기 미리 보기").click()
    preview = page.locator(".preview")
    expect(preview).to_contain_text(stays.name)
    expect(preview).to_contain_text(goes.slug)
    assert Company.objects.filter(pk=goes.pk).exists()
    page.get_by_role("button", name=f"‘{stays.name}’에 합치기").click()
    expect(page.locator(".messagelist")).to_contain_text("모두 옮겼습니다")
    page.goto(goes.get_absolute_url())
    expect(page.get_by_role("heading", level=1)).to_contain_text(stays.name)
    expect(page.locator("main")).to_contain_text("안전은 어떤 성과와도")


def test_companies_are_merged_without_a_mouse(arrive: Arrive, two: tuple[Company, Company]) -> None:
    stays, goes = two
    page = arrive(group="CHIEF_EDITOR").page
    page.goto(f"/admin/messages_app/company/{goes.pk}/change/")
    press_on(page, page.get_by_role("link", name="합치기"))
    press_on(page, page.get_by_role("link", name=stays.name, exact=True))
    press_on(page, page.get_by_role("button", name=f"‘{stays.name}’에 합치기"))
    expect(page.locator(".messagelist")).to_contain_text("모두 옮겼습니다")


def test_a_pair_said_to_be_different_is_not_asked_again(arrive: Arrive, two: tuple[Company, Company]) -> None:
    page = arrive(group="CHIEF_EDITOR").page
    page.goto("/admin/messages_app/company/suspects/")
    press_on(page, page.get_by_role("button", name="서로 다름"))
    expect(page.locator(".messagelist")).to_contain_text("다시 묻지 않습니다")
    expect(page.get_by_role("button", name="서로 다름")).to_have_count(0)


def test_one_record_becomes_two(arrive: Arrive, namesakes: Executive) -> None:
    page = arrive(group="CHIEF_EDITOR").page
    page.goto("/admin/messages_app/company/suspects/")
    page.get_by_role("link", name="나누기").click()
    page.get_by_label("누리전자 2026").check()
    page.get_by_label("구별하는 말").fill("누리전자 사장")
    page.get_by_role("button", name="나누기 미리 보기").click()
    expect(page.locator(".report-list").first).to_contain_text("누리전자 2026 · 발언 1개")
    page.get_by_role("button", name="둘로 나누기").click()
    expect(page.locator(".messagelist")).to_contain_text("새 기록을 만들었습니다: 김가온")
    assert Executive.objects.get(note="누리전자 사장").attributions.get().company.name == "누리전자"


def test_one_record_becomes_two_without_a_mouse(arrive: Arrive, namesakes: Executive) -> None:
    page = arrive(group="CHIEF_EDITOR").page
    page.goto(f"/admin/messages_app/executive/{namesakes.pk}/split/")
    tab_to(page, page.get_by_label("누리전자 2026"))
    page.keyboard.press("Space")
    press_on(page, page.get_by_role("button", name="나누기 미리 보기"))
    press_on(page, page.get_by_role("button", name="둘로 나누기"))
    expect(page.locator(".messagelist")).to_contain_text("새 기록을 만들었습니다")
    assert Executive.objects.count() == 2


def test_a_report_is_unlinked_and_linked_again_and_the_way_leads_back(
    arrive: Arrive, reports: tuple[Article, Article]
) -> None:
    record, report = (article.quotes.get() for article in reports)
    page = arrive().page
    page.goto(f"/admin/messages_app/article/{report.article_id}/review/")
    page.get_by_role("link", name="다른 보도에 있는 발언").click()
    page.get_by_role("button", name="끊고 따로 세기").click()
    expect(page.locator(".messagelist")).to_contain_text("따로 한 발언으로 세도록 끊었습니다")
    page.get_by_role("button", name="이 발언의 보도로 잇기").click()
    expect(page.locator(".messagelist")).to_contain_text("같은 발언의 보도로 이었습니다")
    report.refresh_from_db()
    assert report.original == record
    page.get_by_role("link", name="확인 화면으로 돌아가기").click()
    expect(page.locator(".card.picked")).to_have_id(f"q{report.pk}")
    page.goto(record.get_absolute_url())
    expect(page.locator("main")).to_contain_text("보도 2건")


def test_reports_are_linked_without_a_mouse(arrive: Arrive, reports: tuple[Article, Article]) -> None:
    record, report = (article.quotes.get() for article in reports)
    page = arrive().open(reports[0])
    press_on(page, page.locator(".reprint-link"))
    press_on(page, page.get_by_role("button", name="끊고 따로 세기"))
    expect(page.locator(".messagelist")).to_contain_text("끊었습니다")
    page.goto(f"/admin/messages_app/quote/{report.pk}/reprints/")
    tab_to(page, page.get_by_label("원 기록의 번호"))
    page.keyboard.type(str(record.pk))
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("이었습니다")
    press_on(page, page.get_by_role("link", name="확인 화면으로 돌아가기"))
    expect(page.locator(".card.picked")).to_have_id(f"q{report.pk}")
