"""``.env.example`` explains every variable, and only those, that the settings read."""

import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings

PRINT_OPTIONS = "import json; from config import settings; print(json.dumps(settings.DATABASES['default']['OPTIONS']))"


def database_options(**environment: str) -> dict[str, Any]:
    """The options of the database as a fresh process reads them."""
    machine = {name: value for name, value in os.environ.items() if name != "SECRET_KEY"}
    known = machine | {"ENV_FILE": os.devnull} | environment
    command = [sys.executable, "-c", PRINT_OPTIONS]
    printed = subprocess.run(command, cwd=settings.BASE_DIR, env=known, check=True, capture_output=True)  # noqa: S603
    return json.loads(printed.stdout)


def test_what_the_database_address_asks_for_is_kept() -> None:
    address = "postgresql://gaon@db.example/news?sslmode=require&options=-c%20work_mem=8MB"
    asked = {"sslmode": "require", "options": "-c work_mem=8MB"}
    assert database_options(SECRET_KEY="x", DATABASE_URL=address, DATABASE_POOL="off") == asked
    assert database_options(SECRET_KEY="x", DATABASE_URL=address, DATABASE_POOL="on") == asked | {"pool": True}


def test_postgresql_is_told_that_looking_up_is_cheap() -> None:
    options = database_options(SECRET_KEY="x", DATABASE_URL="postgresql://gaon@db.example/news")
    assert "random_page_cost=1.1" in options["options"]


def test_sqlite_waits_for_its_turn_to_write() -> None:
    assert (
        database_options(SECRET_KEY="x", DATABASE_URL="sqlite:////tmp/gaon.sqlite3")["transaction_mode"] == "IMMEDIATE"
    )


def test_there_is_no_secret_to_guess() -> None:
    with pytest.raises(subprocess.CalledProcessError) as caught:
        database_options()
    assert b"SECRET_KEY" in caught.value.stderr


def test_every_variable_is_explained_and_read() -> None:
    source = (settings.BASE_DIR / "config" / "settings.py").read_text(encoding="utf-8")
    example = (settings.BASE_DIR / ".env.example").read_text(encoding="utf-8")
    read = set(re.findall(r"""env\.\w+\(\s*["']([A-Z_]+)["']""", source))
    explained = set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))
    assert len(read) > 5
    assert read == explained


def test_each_variable_stands_under_a_comment() -> None:
    lines = (settings.BASE_DIR / ".env.example").read_text(encoding="utf-8").splitlines()
    assert all(lines[number - 1].startswith("#") for number, line in enumerate(lines) if re.match(r"[A-Z_]+=", line))
