"""``run_local``, which is `make run`: what it does before it serves."""

import io
import os
import re
import socket
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from messages_app.management.commands.run_local import free_port
from messages_app.models import Article

SET_UP = ("migrate", "compile_translations", "collectstatic")


@pytest.mark.parametrize("value", ["0", "65536", "-1", "http", "", "80 80", "8000\x00"])
def test_what_is_no_port_is_said_in_one_line(value: str) -> None:
    with pytest.raises(CommandError, match="65535") as caught:
        free_port(value)
    assert "\n" not in str(caught.value)


def test_a_port_in_use_is_said_in_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CommandError, match="PORT=8001 make run") as caught:
            free_port(str(taken.getsockname()[1]))
    assert "\n" not in str(caught.value)


def test_a_free_port_is_taken() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert free_port(str(port)) == port


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have run beside this process or replaced it; set-up done by the tests themselves is left out."""
    from messages_app.management.commands import run_local

    calls: list[list[str]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda arguments, **options: calls.append(arguments))
    monkeypatch.setattr(os, "execv", lambda path, arguments: calls.append(arguments))
    monkeypatch.setattr(run_local, "free_port", int)
    monkeypatch.setattr(run_local, "call_command", _unless_set_up)
    monkeypatch.delenv("BIND", raising=False)
    return calls


def _unless_set_up(name: str, *arguments: Any, **options: Any) -> None:
    if name not in SET_UP:
        call_command(name, *arguments, **options)


def run() -> str:
    out = io.StringIO()
    call_command("run_local", port="8123", stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_the_first_run_loads_the_sample_and_makes_an_editor(served: list[list[str]]) -> None:
    printed = run()
    password = re.search(r"password (\S+) \(shown only this once\)", printed)
    assert password
    assert User.objects.get().check_password(password[1])
    assert Article.objects.filter(is_sample=True, status="published").count() >= 16
    assert "http://127.0.0.1:8123/" in printed
    worker, server = served
    assert {"db_worker", "--with-parent"} <= set(worker)
    assert "gunicorn" in server


@pytest.mark.django_db
def test_it_serves_wherever_it_is_started_from(
    served: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    monkeypatch.undo()
    started = subprocess.run([*served[-1], "--check-config"], cwd=tmp_path, capture_output=True, text=True)  # noqa: S603
    assert (started.returncode, "Error" in started.stderr) == (0, False)


@pytest.mark.django_db
def test_a_sample_that_was_removed_stays_removed(served: list[list[str]]) -> None:
    run()
    call_command("remove_sample", stdout=io.StringIO())
    run()
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_the_second_run_changes_no_password_and_adds_nothing(served: list[list[str]]) -> None:
    run()
    before = User.objects.get().password, Article.objects.count()
    assert "password" not in re.sub(r"\(new password.*\)", "", run())
    assert (User.objects.get().password, Article.objects.count()) == before
