"""The lists of the desk: columns that answer questions, in Korean, in a fixed number of queries."""

import html
import re
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from messages_app.admin import articles
from messages_app.importing import file_correction, freeze_edition
from messages_app.models import Article, Company, Correction, Executive, Keyword, Quote
from messages_app.tests.factories import (
    Say,
    Who,
    make_company,
    make_draft,
    make_executive,
    make_published,
    make_superuser,
)

pytestmark = pytest.mark.django_db
LISTS = [
    f"messages_app/{name}" for name in ("article", "quote", "company", "executive", "keyword", "correction", "edition")
]
LISTS += ["auth/user", "auth/group"]
# What stays in Latin letters: names, marks, the words an editor typed.
NAMES = {"CSV", "txt", "html", "docx", "xlsx", "csv", "Control", "Command", "Mac", "Single", "Sign", "LDAP", "GLOBAL"}
LATIN = re.compile(r"(?<![\w@./-])[A-Za-z]{3,}(?![\w@./-])")


@pytest.fixture
def chief(client: Client) -> Client:
    client.force_login(make_superuser())
    return client


def fill() -> None:
    make_company("가람텔레콤", "GT")
    make_published("고객을 생각합니다", Say("안전을 생각합니다", [Who(), Who("나래원", "누리전자", "대표")]))
    make_draft("비밀입니다")
    freeze_edition(message_year=2026)
    file_correction(text="직함이 다릅니다", sender="192.0.2.1", quote_id=Quote.objects.earliest("pk").pk)


def column(client: Client, address: str, name: str) -> list[str]:
    body = client.get(f"/admin/{address}/").content.decode()
    return re.findall(rf'class="field-{name}[^"]*"[^>]*>(?:<a[^>]*>)?([^<]*)', body)


def test_companies_and_people_have_their_published_statements(chief: Client) -> None:
    fill()
    assert column(chief, "messages_app/company", "name") == ["가람텔레콤", "누리전자"]
    assert column(chief, "messages_app/company", "statements") == ["2", "1"]
    assert column(chief, "messages_app/executive", "statements") == ["2", "1"]
    assert column(chief, "messages_app/company", "spellings")[0] == "GT"


def test_articles_show_where_an_editor_is_needed(chief: Client) -> None:
    fill()
    Quote.objects.filter(text="비밀입니다").update(confidence=0.4)
    Quote.objects.exclude(text="비밀입니다").update(confidence=0.95)
    assert column(chief, "messages_app/article", "unsure_count") == ["1", "-"]


def test_a_report_is_handled_with_one_button(chief: Client) -> None:
    fill()
    report = Correction.objects.get()
    address = f"/admin/messages_app/correction/{report.pk}/change/"
    assert "처리함으로 표시" in chief.get(address).content.decode()
    chief.post(address, {"_save": "1"})
    report.refresh_from_db()
    assert report.handled_at
    assert report.handled_by is not None
    assert "처리함으로 표시" not in chief.get(address).content.decode()


def visible(body: str) -> str:
    """The text of a page that people see."""
    body = re.sub(r"<(script|style|template|title)\b.*?</\1>", " ", body, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", body))


def test_no_english_is_left_in_the_korean_desk(chief: Client) -> None:
    fill()
    User.objects.update(username="가온")
    records = [
        f"messages_app/{model._meta.model_name}/{model.objects.earliest('pk').pk}/change"
        for model in (Company, Executive, Keyword, Quote, Correction)
    ]
    accounts = [f"auth/user/{User.objects.get().pk}/change", f"auth/group/{Group.objects.earliest('pk').pk}/change"]
    other = User.objects.create_user("나래", password="새해인사말")
    other.groups.set(Group.objects.all())
    accounts += [f"auth/user/{other.pk}/{page}" for page in ("password", "delete")]
    article = Article.objects.earliest("pk").pk
    desk = [f"messages_app/article/{page}" for page in ("import", "queue", "upload", f"{article}/history")]
    deletions = [f"messages_app/article/{article}/delete", records[0].replace("change", "delete")]
    pages = ["", *LISTS, *records, *accounts, "auth/user/add", "messages_app/company/add", "password_change"]
    pages += [*desk, *deletions, "messages_app/company/suspects"]
    english = {}
    for page in pages:
        text = visible(chief.get(f"/admin/{page}/".replace("//", "/")).content.decode())
        english[page] = {word for word in LATIN.findall(text) if word not in NAMES}
    assert {page: words for page, words in english.items() if words} == {}


@pytest.mark.parametrize("address", LISTS)
def test_a_list_takes_as_many_queries_for_many_rows_as_for_few(chief: Client, address: str) -> None:
    counts = []
    for number in range(2):
        make_published(
            *(Say(f"고객 {number} {each}", [Who(f"김가온{number}{each}", f"가람{number}{each}")]) for each in range(5))
        )
        user = User.objects.create_user(f"editor{number}", is_staff=True)
        user.groups.set(Group.objects.all())
        file_correction(text=f"다릅니다 {number}", sender=f"192.0.2.{number}", quote_id=Quote.objects.latest("pk").pk)
        chief.get(f"/admin/{address}/")
        with CaptureQueriesContext(connection) as captured:
            assert chief.get(f"/admin/{address}/").status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_list_of_articles_reads_none_of_their_texts(chief: Client) -> None:
    make_published("고객을 생각합니다")
    with CaptureQueriesContext(connection) as captured:
        chief.get("/admin/messages_app/article/")
    assert [query["sql"] for query in captured if '"body"' in query["sql"]] == []


def test_saving_a_group_takes_no_permission_from_it(chief: Client) -> None:
    for group in Group.objects.all():
        held = set(group.permissions.values_list("pk", flat=True))
        address = f"/admin/auth/group/{group.pk}/change/"
        offered = {pk.value for pk, _ in chief.get(address).context["adminform"].form.fields["permissions"].choices}
        assert held <= offered
        chief.post(address, {"name": group.name, "permissions": list(held)})
        assert set(group.permissions.values_list("pk", flat=True)) == held


@pytest.mark.parametrize("action", ["publish", "unpublish"])
def test_what_is_deleted_meanwhile_stops_no_other(chief: Client, monkeypatch: pytest.MonkeyPatch, action: str) -> None:
    make = make_draft if action == "publish" else make_published
    chosen = [make(f"고객 {number}을 생각합니다").pk for number in range(3)]
    real = getattr(articles, f"{action}_article")

    def late(article_id: int) -> Any:
        Article.objects.filter(pk=chosen[1]).delete()
        return real(article_id=article_id)

    monkeypatch.setattr(articles, f"{action}_article", late)
    page = chief.post("/admin/messages_app/article/", {"action": action, "_selected_action": chosen}, follow=True)
    assert "기사 2건을" in page.content.decode()


@pytest.mark.parametrize("way", ["from its page", "from the list"])
def test_a_group_is_deleted_and_its_members_go_on(chief: Client, way: str) -> None:
    group = make_company("가람그룹", "가람")
    member = make_company("가람텔레콤", group=group)
    make_published("고객을 생각합니다")
    address = "/admin/messages_app/company/"
    chosen = {"action": "delete_selected", "_selected_action": [group.pk]} if way == "from the list" else {}
    address += f"{group.pk}/delete/" if way == "from its page" else ""
    asked = visible((chief.post(address, chosen) if chosen else chief.get(address)).content.decode())
    assert "회사 1개는 그룹 없이" in asked
    assert "다른 표기 1개" in asked
    chief.post(address, chosen | {"post": "yes"})
    assert list(Company.objects.all()) == [member]
    assert chief.get("/search/?q=고객").context["results"].count == 1


@pytest.mark.parametrize("model", [Company, Executive])
def test_asking_to_delete_takes_as_many_queries_for_many(chief: Client, model: type[Company | Executive]) -> None:
    make = make_company if model is Company else make_executive
    records = [make(f"가람{number}").pk for number in range(12)]
    address = f"/admin/messages_app/{model._meta.model_name}/"

    def queries(chosen: list[int]) -> int:
        with CaptureQueriesContext(connection) as captured:
            page = chief.post(address, {"action": "delete_selected", "_selected_action": chosen})
        assert visible(page.content.decode()).count("이 기록의 화면과") == len(chosen)
        return len(captured)

    assert queries(records) == queries(records[:1])


@pytest.mark.parametrize("model", [Company, Executive])
def test_who_speaks_is_not_deleted_and_the_page_says_why(chief: Client, model: type[Company | Executive]) -> None:
    make_published("고객을 생각합니다", "안전을 생각합니다")
    record = model.objects.get()
    address = f"/admin/messages_app/{model._meta.model_name}/{record.pk}/delete/"
    assert f"{record}: 기록된 발언 2개" in visible(chief.get(address).content.decode())
    chief.post(address, {"post": "yes"})
    assert model.objects.exists()


def test_the_desk_says_the_same_thing_in_the_same_words(chief: Client) -> None:
    fill()
    article, company, word = (
        Article.objects.earliest("pk"),
        Company.objects.earliest("pk"),
        Keyword.objects.get(form="고객"),
    )
    assert "모두 2건" in visible(chief.get("/admin/messages_app/article/").content.decode())
    for address in (f"company/{company.pk}/change", f"keyword/{word.pk}/change"):
        assert "공개된 모습" in chief.get(f"/admin/messages_app/{address}/").content.decode()
    history = visible(chief.get(f"/admin/messages_app/article/{article.pk}/history/").content.decode())
    assert "보도일 : 2026. 1. 2." in " ".join(history.split())
    assert "2026-01-02" not in history
    for screen in ("merge", "split", "history"):
        page = chief.get(f"/admin/messages_app/company/{company.pk}/{screen}/").content.decode()
        crumbs = visible(page.split('class="breadcrumbs"')[1].split("</div>")[0])
        assert [crumb.strip("> \n") for crumb in crumbs.split("›")][:3] == ["홈", "회사", "가람텔레콤"]


def test_tabs_of_the_desk_are_told_apart(chief: Client) -> None:
    fill()
    article, company = Article.objects.earliest("pk"), Company.objects.get(name="가람텔레콤")
    screens = {f"article/{article.pk}/review": article.title}
    screens |= {f"company/{company.pk}/{screen}": "가람텔레콤" for screen in ("change", "merge", "split", "history")}
    titles = set()
    for address, name in screens.items():
        page = chief.get(f"/admin/messages_app/{address}/").content.decode()
        title = page.split("<title>")[1].split("</title>")[0]
        assert name in title.split("|")[0]
        titles.add(title)
    assert len(titles) == len(screens)
