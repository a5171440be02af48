"""Readers' pages from a replica, which is a moment behind; editors' from the database itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

STATEMENTS = """
from django.contrib.auth.models import User
from django.test import Client
from messages_app.models import Quote

def count(response):
    return b"".join(response).decode().count("을 먼저")

editor = Client()
editor.force_login(User.objects.create_superuser("editor"))
for client in (Client(), editor):
    print(*(count(client.get(f"/search/{query}")) for query in ("", "?q=고객", "?format=csv")), end=" ")
print(Quote.objects.count())
"""
PUBLISH = "from messages_app.tests.factories import make_published; make_published('고객을 먼저{}')"
READ = "from django.db import connections; connections['replica'].cursor().execute('SELECT * FROM messages_app_quote')"


def run(*arguments: str, **databases: str) -> str:
    """The last line that a process of its own prints, given some databases."""
    known = os.environ | databases | {"DJANGO_SETTINGS_MODULE": "messages_app.tests.settings"}
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=settings.BASE_DIR, env=known, capture_output=True, text=True)  # noqa: S603
    return (done.stderr if done.returncode else done.stdout).strip().rpartition("\n")[2]


def test_readers_read_the_replica_and_editors_what_they_wrote(tmp_path: Path) -> None:
    main, replica = tmp_path / "main.sqlite3", tmp_path / "replica.sqlite3"
    both = {"DATABASE_URL": f"sqlite:///{main}", "DATABASE_REPLICA_URL": f"sqlite:///{replica}"}
    run("migrate", "--verbosity=0", DATABASE_URL=both["DATABASE_URL"])
    run("shell", "--verbosity=0", "--command", PUBLISH.format(""), DATABASE_URL=both["DATABASE_URL"])
    replica.write_bytes(main.read_bytes())
    run("shell", "--verbosity=0", "--command", PUBLISH.format(" 본다"), **both)
    assert run("shell", "--verbosity=0", "--command", STATEMENTS, **both) == "1 1 1 2 2 2 2"


def test_the_schema_of_a_replica_is_not_ours_to_change(tmp_path: Path) -> None:
    both = {"DATABASE_URL": f"sqlite:///{tmp_path / 'a'}", "DATABASE_REPLICA_URL": f"sqlite:///{tmp_path / 'b'}"}
    run("migrate", "--verbosity=0", "--database=replica", **both)
    assert "no such table" in run("shell", "--verbosity=0", "--command", READ, **both)


@pytest.mark.parametrize("address", ["postgresql://gaon@db.example/news", "", "mysql://gaon@db.example/news"])
def test_a_replica_is_of_the_same_kind(address: str) -> None:
    assert "DATABASE_REPLICA_URL" in run(
        "check", DATABASE_URL="sqlite:////tmp/main.sqlite3", DATABASE_REPLICA_URL=address
    )
