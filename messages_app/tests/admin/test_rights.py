"""Every address of the admin, tried by everybody."""

import html
import io
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import URLPattern, URLResolver, reverse

from messages_app.importing import create_job, file_correction, freeze_edition, timeline
from messages_app.models import Article, Keyword
from messages_app.tests.admin.conftest import CHIEF, EDITOR, READER, SignIn, member_of
from messages_app.tests.factories import PASTE, make_company, make_draft, make_published, make_staff, make_superuser

pytestmark = pytest.mark.django_db

# What anybody may see who may sign in: their own account and empty lists of what they may do.
OPEN = {"index", "logout", "password_change", "password_change_done", "jsi18n", "view_on_site"}
RECORDS = ("article", "quote", "company", "executive", "keyword", "edition")
MAY: dict[str, set[str]] = {
    READER: {
        "messages_app_article_review",
        *(f"messages_app_{model}_{page}" for model in RECORDS for page in ("changelist", "change", "history")),
    },
    EDITOR: {
        "messages_app_article_import",
        "messages_app_article_add",
        *(
            f"messages_app_article_{action}"
            for action in ("quote", "add_quote", "accept_sure", "alias", "part", "suggest")
        ),
        "messages_app_company_add",
        "messages_app_executive_add",
        "messages_app_edition_add",
        "messages_app_quote_reprints",
        "messages_app_article_queue",
        *(f"messages_app_article_upload{page}" for page in ("", "_job", "_columns", "_change")),
        *(f"messages_app_correction_{page}" for page in ("changelist", "change", "history")),
    },
    CHIEF: {
        "messages_app_article_delete",
        "messages_app_correction_delete",
        "messages_app_company_delete",
        "messages_app_executive_delete",
        "messages_app_suspects",
        *(f"messages_app_{model}_{page}" for model in ("company", "executive") for page in ("merge", "split")),
        "messages_app_keyword_add",
        *(f"auth_user_{page}" for page in ("changelist", "add", "change", "history", "password_change")),
        *(f"auth_group_{page}" for page in ("changelist", "change", "history")),
    },
    # Superusers may, where anybody may at all: a quote goes with its article, a word that was said stays.
    "nobody": {
        "messages_app_quote_add",
        "messages_app_correction_add",
        "messages_app_quote_delete",
        "messages_app_keyword_delete",
        "messages_app_edition_delete",
        *(f"auth_group_{page}" for page in ("add", "delete")),
        "auth_user_delete",
    },
}
# Without its parameters it answers 403 to everybody.
SPECIAL = {"autocomplete", "login", "app_list"}


def addresses() -> Iterator[tuple[str, str]]:
    """Name and address of every page of the admin, about records that exist."""
    article = make_published()
    quote = article.quotes.get()
    who = quote.attributions.get()
    records = {
        "article": article,
        "quote": quote,
        "company": who.company,
        "executive": who.executive,
        "keyword": Keyword.objects.earliest("pk"),
        "edition": freeze_edition(message_year=2026).edition,
        "correction": file_correction(text="직함이 다릅니다", sender="192.0.2.1"),
        "group": Group.objects.get(name=READER),
        "user": member_of(READER),
        "job": create_job(files=[("기사.txt", io.BytesIO(b""))])[0],
    }
    for pattern in patterns(admin.site.get_urls()):
        if not pattern.name or pattern.name in SPECIAL:
            continue
        model = next((part for part in pattern.name.split("_") if part in records), "article")
        wanted = {name: argument(name, records, model) for name in pattern.pattern.converters}
        yield pattern.name, reverse(f"admin:{pattern.name}", kwargs=wanted)


def patterns(found: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for item in found:
        if isinstance(item, URLResolver):
            yield from patterns(item.url_patterns)
        else:
            yield item


def argument(name: str, records: dict[str, Any], model: str) -> str:
    if name == "content_type_id":
        return "1"
    if name in ("quote_pk", "job"):
        return str(records[name.removesuffix("_pk")].pk)
    return str(records[model].pk)


def allowed(client: Client, address: str) -> bool:
    """Whether the address does more than refuse, to somebody who looks or to somebody who sends."""
    answers = [client.get(address), client.post(address)]
    assert all(answer.status_code < 500 for answer in answers), address
    return any(answer.status_code not in (403, 405) for answer in answers)


def everything() -> dict[str, list[Any]]:
    """All that is on record."""
    models = [*apps.get_app_config("messages_app").get_models(), Group, User]
    return {model.__name__: list(model.objects.order_by("pk").values_list()) for model in models}


def test_strangers_are_led_to_the_sign_in(client: Client) -> None:
    for name, address in addresses():
        for answer in (client.get(address), client.post(address)):
            if name in ("jsi18n", "logout"):
                continue
            assert answer.status_code == 302, address
            assert answer["Location"].startswith("/admin/login/"), address


def test_readers_of_the_site_are_not_let_in(client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_user("visitor"))
    for name, address in addresses():
        if name not in ("jsi18n", "logout"):
            assert client.get(address).status_code == 302, address


def test_staff_without_rights_see_nothing(sign_in: SignIn) -> None:
    client = sign_in()
    for name, address in addresses():
        if name not in OPEN:
            assert not allowed(client, address), address
    assert "/admin/messages_app/" not in client.get("/admin/").content.decode()


@pytest.mark.parametrize("groups", [[READER], [READER, EDITOR], [READER, EDITOR, CHIEF]], ids=" ".join)
def test_a_group_may_what_it_is_for(sign_in: SignIn, groups: list[str]) -> None:
    wanted = set().union(*(MAY[group] for group in groups))
    pages = [(name, address) for name, address in addresses() if name not in OPEN]
    assert {name for name, _ in pages} == set().union(*MAY.values()), "decide who may use every address"
    client = sign_in(groups[-1])
    for name, address in pages:
        assert allowed(client, address) == (name in wanted), address


def test_readers_change_nothing(sign_in: SignIn) -> None:
    client = sign_in(READER)
    pages = list(addresses())
    before = everything()
    for name, address in pages:
        if name != "logout":
            client.post(address, {"text": PASTE, "action": "delete_selected", "_selected_action": ["1"], "post": "yes"})
    after = everything()
    for rows in (before, after):
        rows["User"] = [row[0] for row in rows["User"]]
    assert after == before


@pytest.mark.parametrize("action", ["publish", "unpublish"])
def test_readers_take_no_action_on_a_list(sign_in: SignIn, action: str) -> None:
    chosen = [make_draft().pk, make_published().pk]
    data = {"action": action, "_selected_action": chosen}
    sign_in(READER).post("/admin/messages_app/article/", data)
    assert [Article.objects.get(pk=pk).status for pk in chosen] == ["draft", "published"]
    sign_in(EDITOR).post("/admin/messages_app/article/", data)
    assert len({Article.objects.get(pk=pk).status for pk in chosen}) == 1


def test_whoever_may_only_see_reports_handles_none(client: Client) -> None:
    report = file_correction(text="직함이 다릅니다", sender="192.0.2.1")
    client.force_login(make_staff("view_correction"))
    client.post("/admin/messages_app/correction/", {"action": "handle", "_selected_action": [report.pk]})
    report.refresh_from_db()
    assert report.handled_at is None


def test_readers_go_back_to_no_moment(sign_in: SignIn) -> None:
    company = make_company("가람텔레콤")
    company.name = "나람텔레콤"
    company.save()
    moments = [moment.key for moment in timeline(company) if not moment.is_current]
    assert moments
    for key in moments:
        answer = sign_in(READER).post(f"/admin/messages_app/company/{company.pk}/history/", {"moment": key})
        assert answer.status_code == 403
    company.refresh_from_db()
    assert company.name == "나람텔레콤"


@pytest.mark.parametrize("rights", [["change_article"], ["add_companyalias"]], ids=str)
def test_a_spelling_takes_the_right_to_the_article_and_to_spellings(client: Client, rights: list[str]) -> None:
    company, draft = make_company("가람텔레콤"), make_draft()
    client.force_login(make_staff(*rights))
    address = f"/admin/messages_app/article/{draft.pk}/alias/"
    assert client.post(address, {"alias": f"{company.pk}:GT"}).status_code == 403
    assert company.aliases.count() == 1


@pytest.mark.parametrize("right", ["delete_company", "delete_executive"])
def test_suspects_are_for_those_who_may_delete_both(client: Client, right: str) -> None:
    client.force_login(make_staff(right))
    assert client.get("/admin/messages_app/company/suspects/").status_code == 403


@pytest.mark.parametrize("right", ["change_company", "delete_company"])
@pytest.mark.parametrize("page", ["merge", "split"])
def test_merging_and_splitting_take_both_rights(client: Client, page: str, right: str) -> None:
    client.force_login(make_staff(right))
    address = f"/admin/messages_app/company/{make_company().pk}/{page}/"
    assert client.get(address).status_code == client.post(address).status_code == 403


def test_a_chief_editor_makes_editors(chief: Client) -> None:
    user = member_of()
    page = chief.get(f"/admin/auth/user/{user.pk}/change/").content.decode()
    assert all(group in page for group in (READER, EDITOR, CHIEF))
    chief.post(f"/admin/auth/user/{user.pk}/change/", account(user, groups=[group_id(EDITOR)]))
    assert [group.name for group in user.groups.all()] == [EDITOR]


def account(user: Any, **fields: Any) -> dict[str, Any]:
    moments = {f"{name}_{part}": "" for name in ("last_login", "date_joined") for part in (0, 1)}
    moments |= {"date_joined_0": "2026-01-01", "date_joined_1": "00:00:00"}
    return {"username": user.username, "is_active": "on", "is_staff": "on"} | moments | fields


def group_id(name: str) -> int:
    return Group.objects.get(name=name).pk


def test_a_chief_editor_cannot_rise_higher(chief: Client, admin_user: Any) -> None:
    user = member_of(EDITOR)
    stronger = Group.objects.create(name="운영자")
    stronger.permissions.set(Group.objects.get(name=CHIEF).permissions.all())
    stronger.permissions.add(*Group.permissions.field.related_model.objects.filter(codename="delete_user"))
    address = f"/admin/auth/user/{user.pk}/change/"
    chief.post(address, account(user, is_superuser="on", user_permissions=[1], groups=[group_id(EDITOR)]))
    chief.post(address, account(user, groups=[stronger.pk]))
    user.refresh_from_db()
    assert (user.is_superuser, user.user_permissions.count()) == (False, 0)
    assert [group.name for group in user.groups.all()] == [EDITOR]


def new_account(**fields: Any) -> dict[str, Any]:
    """What the form of a new account sends."""
    words = "new words 2026"
    return {"username": "naraewon", "password1": words, "password2": words, "is_staff": "on"} | fields


def test_a_new_account_has_its_group_at_once(chief: Client) -> None:
    assert re.search(r'name="is_staff"[^>]* checked', chief.get("/admin/auth/user/add/").content.decode())
    chief.post("/admin/auth/user/add/", new_account(groups=[group_id(EDITOR)]))
    user = User.objects.get(username="naraewon")
    assert (user.is_staff, user.groups.get().name, user.check_password("new words 2026")) == (True, EDITOR, True)
    client = Client()
    client.force_login(user)
    assert client.get("/admin/messages_app/article/import/").status_code == 200


def test_a_chief_editor_makes_nobody_higher(chief: Client) -> None:
    stronger = Group.objects.create(name="운영자")
    stronger.permissions.add(*Group.permissions.field.related_model.objects.filter(codename="delete_user"))
    chief.post("/admin/auth/user/add/", new_account(groups=[stronger.pk]))
    assert not User.objects.filter(username="naraewon").exists()
    chief.post("/admin/auth/user/add/", new_account(is_superuser="on", user_permissions=[1]))
    user = User.objects.get(username="naraewon")
    assert (user.is_superuser, user.user_permissions.count()) == (False, 0)


def test_superusers_are_not_on_the_list_of_a_chief_editor(chief: Client, admin_user: User) -> None:
    user = member_of()
    listed = chief.get("/admin/auth/user/").content.decode()
    assert f"/admin/auth/user/{user.pk}/" in listed
    assert f"/admin/auth/user/{admin_user.pk}/" not in listed


@pytest.mark.parametrize("higher", [make_superuser, partial(make_staff, "delete_user")], ids=["superuser", "staff"])
def test_a_chief_editor_cannot_act_as_somebody_higher(chief: Client, higher: Callable[[], User]) -> None:
    user = higher()
    password = {"password1": "new words 2026", "password2": "new words 2026"}
    chief.post(reverse("admin:auth_user_password_change", args=[user.pk]), password)
    chief.post(f"/admin/auth/user/{user.pk}/change/", account(user, username="chief", groups=[group_id(CHIEF)]))
    user.refresh_from_db()
    assert not user.check_password("new words 2026")
    assert (user.username == "chief", user.groups.count()) == (False, 0)


@pytest.mark.parametrize("group", [READER, EDITOR, CHIEF])
def test_no_page_leads_to_one_that_is_refused(client: Client, group: str) -> None:
    pages = [address for _name, address in addresses()]
    client.force_login(member_of(group))
    shown = [page.content.decode() for page in map(client.get, pages) if page.status_code == 200]
    links = {html.unescape(link) for page in shown for link in re.findall(r'href="(/admin/[^"#]*)', page)}
    refused = [link for link in sorted(links) if client.get(link).status_code == 403]
    assert (len(links) > 10, refused) == (True, [])
