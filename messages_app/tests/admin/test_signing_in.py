"""Signing in, and guessing passwords."""

from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import F
from django.test import Client

from messages_app.tests.factories import make_superuser

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/login/"
HERE, THERE = "192.0.2.1", "192.0.2.2"
RIGHT = "가온-나래-다온"


@pytest.fixture(autouse=True)
def editor() -> Any:
    user = make_superuser()
    user.set_password(RIGHT)
    user.save()
    return user


def sign_in(name: str, password: str = RIGHT, sender: str = HERE) -> Any:
    return Client().post(ADDRESS, {"username": name, "password": password}, REMOTE_ADDR=sender)


def guess(name: str, times: int = settings.AXES_FAILURE_LIMIT) -> Any:
    """What the last of wrong passwords is answered."""
    return [sign_in(name, f"틀림 {number}") for number in range(times)][-1]


def test_guessing_is_held_back_for_a_while(editor: Any) -> None:
    assert guess(editor.username, settings.AXES_FAILURE_LIMIT - 1).status_code == 200
    refused = guess(editor.username, 1)
    assert refused.status_code == 429
    assert "비밀번호를 너무 여러 번 틀렸습니다" in refused.content.decode()
    assert sign_in(editor.username).status_code == 429
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - settings.AXES_COOLOFF_TIME - timedelta(seconds=1))
    assert sign_in(editor.username).status_code == 302


def test_nobody_is_locked_out_by_name_or_by_address_alone(editor: Any) -> None:
    guess(editor.username)
    assert sign_in(editor.username, sender=THERE).status_code == 302
    assert sign_in("누구").status_code == 200


def test_signing_in_forgets_what_went_wrong_before(editor: Any) -> None:
    guess(editor.username, settings.AXES_FAILURE_LIMIT - 1)
    assert sign_in(editor.username).status_code == 302
    assert guess(editor.username, settings.AXES_FAILURE_LIMIT - 1).status_code == 200


def test_trying_on_does_not_make_the_wait_longer(editor: Any) -> None:
    guess(editor.username)
    before = AccessAttempt.objects.get().attempt_time
    guess(editor.username, 3)
    assert AccessAttempt.objects.get().attempt_time == before


@pytest.mark.parametrize("sender", ["", "192.0.2.1:5044", "2001:db8::1", "x" * 300])
def test_any_sender_is_answered(editor: Any, sender: str) -> None:
    assert sign_in(editor.username, "틀림", sender).status_code == 200
    assert sign_in(editor.username, sender=sender).status_code == 302


def test_a_wrong_password_is_told_of_in_plain_korean(editor: Any) -> None:
    assert "사용자 이름 또는 비밀번호가 다릅니다" in sign_in(editor.username, "틀림").content.decode()


def test_a_new_password_is_asked_for_in_plain_korean(editor: Any) -> None:
    client = Client()
    client.force_login(editor)
    asked = client.get("/admin/password_change/").content.decode()
    assert "지금 비밀번호를 한 번, 새 비밀번호를 두 번 적으세요." in asked
    sent = {"old_password": "아니다", "new_password1": editor.username, "new_password2": editor.username}
    refused = client.post("/admin/password_change/", sent).content.decode()
    assert "지금 비밀번호가 다릅니다." in refused
    assert "비밀번호가 사용자 이름 값과 너무 비슷합니다." in refused
