"""Deciding on words in the admin, with what the analyser thinks alike."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from messages_app.admin import keywords
from messages_app.importing import save_keyword
from messages_app.korean import similar_words
from messages_app.models import Keyword
from messages_app.tests.factories import make_published, make_staff, make_superuser

pytestmark = pytest.mark.django_db


def address(word: Keyword) -> str:
    return f"/admin/messages_app/keyword/{word.pk}/change/"


def test_words_used_alike_are_offered_where_they_are_on_record(client: Client) -> None:
    make_published("혁신과 쇄신")
    client.force_login(make_superuser())
    body = client.get(address(Keyword.objects.get(form="혁신"))).content.decode()
    assert f'href="{address(Keyword.objects.get(form="쇄신"))}"' in body
    assert "개혁" not in body
    assert "반대말도 섞여 있으니" in body


def test_they_are_offered_to_editors_only_and_change_nothing(client: Client) -> None:
    make_published("혁신과 쇄신")
    assert "쇄신" in similar_words("혁신")
    assert Keyword.objects.get(form="쇄신").counts_as is None
    assert [word.form for word in client.get("/keywords/혁신/").context["portrait"].group] == ["혁신"]


@pytest.mark.parametrize("form", ["AI", "없는낱말이다", "*", "다", "", "5G", "<b>"])
def test_a_word_the_analyser_does_not_know_has_none_alike(form: str) -> None:
    assert all(isinstance(word, str) for word in similar_words(form))


def test_a_circle_that_another_editor_closes_meanwhile_is_refused_in_words(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_published("혁신과 쇄신")
    client.force_login(make_superuser())
    word, head = Keyword.objects.get(form="혁신"), Keyword.objects.get(form="쇄신")

    def after_another_editor(**change: Any) -> Any:
        Keyword.objects.filter(pk=head.pk).update(counts_as=word)
        return save_keyword(**change)

    monkeypatch.setattr(keywords, "save_keyword", after_another_editor)
    answer = client.post(address(word), {"counts_as": head.pk, "is_stop": "on"}, follow=True)
    assert answer.redirect_chain == [(address(word), 302)]
    (message,) = answer.context["messages"]
    assert (message.level_tag, "자기에 더해지는 낱말로 셀 수는 없습니다" in str(message)) == ("error", True)
    word.refresh_from_db()
    assert (word.counts_as, word.is_stop, LogEntry.objects.exists()) == (None, False, False)


def test_verbs_are_given_by_their_dictionary_form() -> None:
    assert "나뉘다" in similar_words("나누다")


def test_nobody_without_the_right_sees_the_words(client: Client) -> None:
    make_published("혁신")
    client.force_login(make_staff("view_article"))
    assert client.get(address(Keyword.objects.get(form="혁신"))).status_code == 403
