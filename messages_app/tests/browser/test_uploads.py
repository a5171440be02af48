"""Many articles at once, from the choice of files to the reasons why some did not come in."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from messages_app.importing import work_on
from messages_app.models import Article, ImportJob
from messages_app.tests.browser.desk import Arrive, press_on, tab_to
from messages_app.tests.importing.intake.samples import archive, article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
UPLOAD = "/admin/messages_app/article/upload/"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Two articles, one of them in CP949, an empty file and a picture."""
    path = tmp_path / "신년사.zip"
    path.write_bytes(
        archive(가__txt=article(1).encode(), 나__txt=article(2).encode("cp949"), 다__txt=b"", 라__jpg=b"\xff\xd8")
    )
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table whose headings say nothing."""
    path = tmp_path / "표.csv"
    body = article(3).replace('"', '""')
    path.write_text(f'갑,을,병\n1,"머리글","{body}"\n', encoding="utf-8")
    return path


@pytest.fixture
def no_worker(settings: Any) -> None:
    """Every upload waits for a worker, and there is none."""
    settings.IMPORT_IN_PROCESS = 0


def row(page: Page, name: str) -> Locator:
    return page.locator("#progress tbody tr").filter(has_text=name)


def upload(page: Page, files: Path) -> Page:
    """The page after files were uploaded from it."""
    page.goto(UPLOAD)
    page.get_by_label("파일", exact=True).set_input_files(files)
    page.get_by_role("button", name="올리기", exact=True).click()
    return page


def test_files_are_uploaded_and_each_says_what_became_of_it(arrive: Arrive, bundle: Path) -> None:
    page = arrive().page
    page.goto("/admin/")
    page.get_by_role("link", name="여러 기사 올리기").click()
    page.get_by_label("파일", exact=True).set_input_files(bundle)
    page.get_by_role("button", name="올리기", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("4건 가운데 4건 · 초안 2, 이미 있음 0, 가져오지 못함 2")
    expect(row(page, "다.txt")).to_contain_text("글이 비어 있습니다")
    expect(row(page, "라.jpg")).to_contain_text("읽을 수 없는 종류의 파일")
    page.get_by_role("link", name="가져오지 못함 2").click()
    expect(page.locator("#progress tbody tr")).to_have_count(2)
    page.get_by_role("link", name="모두", exact=True).click()
    row(page, "나.txt").get_by_role("link").click()
    expect(page.locator(".card")).to_have_count(3)


def test_files_are_uploaded_without_a_mouse(arrive: Arrive, bundle: Path) -> None:
    page = arrive().page
    page.goto(UPLOAD)
    field = page.get_by_label("파일", exact=True)
    tab_to(page, field)
    field.set_input_files(bundle)  # The dialogue is the system's.
    press_on(page, page.get_by_role("button", name="올리기", exact=True))
    expect(page.get_by_role("status")).to_contain_text("초안 2")
    press_on(page, page.get_by_role("link", name="가져오지 못함 2"))
    expect(page.locator("#progress tbody tr")).to_have_count(2)
    press_on(page, page.get_by_role("link", name="초안 확인하러 가기"))
    expect(page.get_by_text("남은 초안 2건")).to_be_visible()


def test_progress_survives_a_reload_a_stop_and_a_start(arrive: Arrive, bundle: Path, no_worker: None) -> None:
    page = upload(arrive().page, bundle)
    expect(page.get_by_role("status")).to_contain_text("4건 가운데 1건")
    expect(page.get_by_text("아직 맡은 작업자가 없습니다")).to_be_visible()
    tab_to(page, page.get_by_role("button", name="멈추기"))
    page.reload()
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "1")
    press_on(page, page.get_by_role("button", name="멈추기"))
    expect(page.get_by_role("status")).to_contain_text("멈춤")
    press_on(page, page.get_by_role("button", name="이어서 하기"))
    expect(page.get_by_role("status")).to_contain_text("가져오는 중")
    work_on(job_id=ImportJob.objects.get().pk)  # A worker.
    expect(page.get_by_role("status")).to_contain_text("끝남 4건 가운데 4건")
    assert Article.objects.count() == 2


def test_the_focus_stays_while_the_figures_move(arrive: Arrive, bundle: Path, no_worker: None) -> None:
    page = upload(arrive().page, bundle)
    stop = page.get_by_role("button", name="멈추기")
    tab_to(page, stop)
    with page.expect_response(lambda answer: "hx-request" in answer.request.headers):
        pass
    page.wait_for_timeout(200)
    expect(stop).to_be_focused()


def test_whoever_is_signed_out_meanwhile_is_led_to_the_sign_in(arrive: Arrive, bundle: Path, no_worker: None) -> None:
    page = upload(arrive().page, bundle)
    page.context.clear_cookies()
    page.wait_for_url("**/admin/login/?next=**")


def test_a_job_goes_on_bit_by_bit_without_a_worker(arrive: Arrive, bundle: Path, no_worker: None) -> None:
    page = upload(arrive().page, bundle)
    page.get_by_role("button", name="작업자 없이").click()
    expect(page.get_by_role("status")).to_contain_text("끝남")


def test_the_same_files_lead_to_the_same_job(arrive: Arrive, bundle: Path) -> None:
    page = arrive().page
    for _time in range(2):
        upload(page, bundle)
        expect(page.get_by_role("status").filter(has_text="끝남")).to_be_visible()
    expect(page.locator(".messagelist")).to_contain_text("같은 파일을 이미 올렸습니다")
    assert (ImportJob.objects.count(), Article.objects.count()) == (1, 2)


def test_the_columns_of_an_unknown_table_are_chosen(arrive: Arrive, table: Path) -> None:
    page = upload(arrive().page, table)
    expect(page.get_by_role("region", name="표의 처음 몇 줄")).to_contain_text("머리글")
    page.get_by_role("button", name="이대로 가져오기").click()
    expect(page.get_by_label("본문")).to_be_focused()
    page.get_by_label("본문").select_option("병")
    page.get_by_label("제목").select_option("을")
    page.get_by_role("button", name="이대로 가져오기").click()
    expect(page.get_by_role("status")).to_contain_text("초안 1")
    assert Article.objects.get().title == "머리글"


def test_the_columns_are_chosen_without_a_mouse(arrive: Arrive, table: Path) -> None:
    page = arrive().page
    page.goto(UPLOAD)
    page.get_by_label("파일", exact=True).set_input_files(table)
    press_on(page, page.get_by_role("button", name="올리기", exact=True))
    tab_to(page, page.get_by_label("본문"))
    for _heading in range(3):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_label("본문")).to_have_value("병")
    tab_to(page, page.get_by_label("제목"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    press_on(page, page.get_by_role("button", name="이대로 가져오기"))
    expect(page.get_by_role("status")).to_contain_text("초안 1")


def test_a_table_is_left_out(arrive: Arrive, table: Path) -> None:
    page = upload(arrive().page, table)
    page.get_by_role("button", name="이 표는 빼기").click()
    expect(row(page, "표.csv")).to_contain_text("편집자가 뺀 표입니다")
