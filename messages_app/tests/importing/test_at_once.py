"""Two writers at the same moment, on a database that lets them: SQLite has them write one after the other."""

import io
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from types import ModuleType
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from messages_app import reports
from messages_app.admin.keywords import KeywordForm
from messages_app.admin.users import NewEditorForm
from messages_app.importing import (
    QuoteChange,
    SpeakerChange,
    change_quote,
    changes,
    choose_columns,
    create_draft,
    create_job,
    delete_articles,
    editions,
    freeze_edition,
    jobs,
    merge,
    merge_companies,
    part_article,
    parting,
    publish,
    publish_article,
    rebuild,
    rebuild_keywords,
)
from messages_app.models import Article, Company, Edition, Executive
from messages_app.tests.factories import PASTE, make_company, make_draft, make_executive, make_published, make_superuser

NEW = dict.fromkeys(("password1", "password2"), secrets.token_urlsafe()) | {"username": "nara"}
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time"),
]


def at_once(*deeds: Callable[[], Any]) -> list[Exception]:
    """Do some things in threads of their own; what went wrong."""
    wrong: list[Exception] = []

    def do(deed: Callable[[], Any]) -> None:
        try:
            deed()
        except Exception as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def meeting(barrier: threading.Barrier, real: Callable[..., Any]) -> Callable[..., Any]:
    """A function after which a thread waits for another one, a second at most."""

    def met(*args: Any, **named: Any) -> Any:
        found = real(*args, **named)
        with suppress(threading.BrokenBarrierError):
            barrier.wait(1)
        return found

    return met


@pytest.fixture
def meet(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let threads wait for each other after the functions named, where they stand in a module each."""

    def let_meet(*places: tuple[ModuleType, str]) -> None:
        barrier = threading.Barrier(2)
        for module, name in places:
            monkeypatch.setattr(module, name, meeting(barrier, getattr(module, name)))

    return let_meet


def test_two_articles_that_name_somebody_new_make_one_record(meet: Callable[..., None]) -> None:
    first, second = make_draft("고객을 생각합니다"), make_draft("안전을 생각합니다")
    meet((publish, "look_up"))
    wrong = at_once(lambda: publish_article(article_id=first.pk), lambda: publish_article(article_id=second.pk))
    assert (wrong, Company.objects.count(), Executive.objects.count()) == ([], 1, 1)


def test_a_quote_is_corrected_while_its_company_is_merged(meet: Callable[..., None]) -> None:
    quote = make_published("고객을 생각합니다").quotes.get()
    other = make_company("누리전자")
    goes = Company.objects.get(name="가람텔레콤")
    said = QuoteChange(quote.pk, "statement", (SpeakerChange("김가온", "가람텔레콤", "회장"),))
    meet((changes, "replace_speakers"), (merge, "lock_index"))
    wrong = at_once(
        lambda: change_quote(article_id=quote.article_id, change=said),
        lambda: merge_companies(stays_id=other.pk, goes_id=goes.pk),
    )
    assert (wrong, rebuild_keywords(check=True).is_right) == ([], True)
    assert [who.company for who in quote.attributions.all()] == [other]


def test_an_article_is_published_while_it_is_deleted(meet: Callable[..., None]) -> None:
    draft = make_draft("고객을 생각합니다")
    meet((publish, "look_up"), (publish, "unindex_statements"))
    wrong = at_once(
        lambda: publish_article(article_id=draft.pk),
        lambda: delete_articles(articles=Article.objects.filter(pk=draft.pk)),
    )
    assert all(isinstance(error, Article.DoesNotExist) for error in wrong)
    assert (Article.objects.count(), rebuild_keywords(check=True).is_right) == (0, True)


def test_an_article_is_parted_twice_at_once(meet: Callable[..., None]) -> None:
    second = PASTE.replace("한가람", "도하람")
    both = create_draft(text=f"{PASTE}\n{second}").article
    meet((parting, "prepare_draft"))
    start = both.body.rindex("누리전자 새해 첫 메시지")
    wrong = at_once(*[lambda: part_article(article_id=both.pk, start=start, revision=0)] * 2)
    assert [type(error) for error in wrong] == [Article.DoesNotExist]
    assert Article.objects.count() == 2


def test_the_columns_of_two_tables_are_chosen_at_once(meet: Callable[..., None]) -> None:
    tables = [(f"{name}.csv", io.BytesIO(f"{name},title\n{name},x\n".encode())) for name in ("text", "body")]
    job, _created = create_job(files=tables)
    meet((jobs, "_store_rows"))
    wrong = at_once(
        *(
            lambda table=table, name=table.name[:4]: choose_columns(table=table, columns={"body": name})
            for table in job.tables.all()
        )
    )
    job.refresh_from_db()
    assert (wrong, job.status, job.rows.count()) == ([], "running", 2)


def test_an_article_is_published_while_the_index_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    make_published("안전을 생각합니다")  # The analyser is loaded with it.
    draft = make_draft("고객을 생각합니다")
    real = rebuild._stored_rows
    publishing = threading.Thread(target=at_once, args=[lambda: publish_article(article_id=draft.pk)])

    def read(ids: list[int]) -> Any:
        found = real(ids)
        publishing.start()
        publishing.join(1)
        return found

    monkeypatch.setattr(rebuild, "_stored_rows", read)
    assert rebuild_keywords(check=True).is_right
    publishing.join()


@pytest.fixture
def only_reading() -> Iterator[None]:
    """A role that may read all tables and write none."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE only_reading; GRANT SELECT ON ALL TABLES IN SCHEMA public TO only_reading")
        cursor.execute("SET ROLE only_reading")
        yield
        cursor.execute("RESET ROLE")
        cursor.execute("DROP OWNED BY only_reading; DROP ROLE only_reading")


def test_the_index_is_checked_by_a_role_that_may_only_read(request: pytest.FixtureRequest) -> None:
    make_published("고객을 생각합니다")
    request.getfixturevalue("only_reading")
    assert rebuild_keywords(check=True).is_right


def test_a_year_is_frozen_twice_at_once(meet: Callable[..., None]) -> None:
    make_published("고객을 생각합니다")
    meet((editions, "count_year"))
    wrong = at_once(*[lambda: freeze_edition(message_year=2026)] * 2)
    assert (wrong, Edition.objects.count()) == ([], 1)


def test_an_article_is_published_while_its_year_is_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    make_published("고객의 해")
    draft = make_draft("안전의 날")
    half_counted, real = threading.Event(), reports.editions.themes_of_year

    def slowly(*args: int) -> list[tuple[str, int]]:
        found = real(*args)
        half_counted.set()
        time.sleep(0.5)
        return found

    monkeypatch.setattr(reports.editions, "themes_of_year", slowly)
    wrong = at_once(
        lambda: freeze_edition(message_year=2026),
        lambda: half_counted.wait(5) and publish_article(article_id=draft.pk),
    )
    edition = Edition.objects.get()
    assert (wrong, edition.statements, len(edition.words)) == ([], 1, 2)


@pytest.mark.parametrize("make", [make_company, make_executive])
def test_two_records_are_given_one_address_at_once(meet: Callable[..., None], make: Callable[[str], Any]) -> None:
    records = [make("가람텔레콤"), make("누리전자")]
    editor, answers = make_superuser(), []
    meet((type(records[0]), "validate_unique"))

    def rename(record: Any) -> None:
        browser = Client()
        browser.force_login(editor)
        sent = {"name": record.name, "slug": "one", "aliases-TOTAL_FORMS": 0, "aliases-INITIAL_FORMS": 0}
        answers.append(browser.post(f"/admin/messages_app/{record._meta.model_name}/{record.pk}/change/", sent))

    wrong = at_once(*[partial(rename, record) for record in records])
    assert (wrong, sorted(answer.status_code for answer in answers)) == ([], [200, 302])
    said = next(answer.content.decode() for answer in answers if answer.status_code == 200)
    assert "기록에서 이미 쓰는 주소 이름입니다." in said
    assert type(records[0]).objects.filter(slug="one").count() == 1


@pytest.mark.parametrize(
    ("address", "form", "check", "sent"),
    [
        ("messages_app/keyword", KeywordForm, "clean_form", {"form": "상생"}),
        ("auth/user", NewEditorForm, "clean_username", NEW),
    ],
)
def test_one_name_is_added_twice_at_once(
    meet: Callable[..., None], address: str, form: type, check: str, sent: dict[str, str]
) -> None:
    editor, answers = make_superuser(), []
    meet((form, check))

    def add() -> None:
        browser = Client()
        browser.force_login(editor)
        answers.append(browser.post(f"/admin/{address}/add/", sent))

    assert at_once(add, add) == []
    assert sorted(answer.status_code for answer in answers) == [200, 302]
