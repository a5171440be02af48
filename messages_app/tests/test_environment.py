"""``.env.example`` explains every variable, and only those, that the settings read."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

PRINT_OPTIONS = "import json; from config import settings; print(json.dumps(settings.DATABASES['default']['OPTIONS']))"

PRINT_SETTINGS = "from config import settings as s; print(s.ALLOWED_HOSTS, s.LOGGING['root']['level'], s.HTTPS)"


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


def start(**environment: str) -> tuple[int, str]:
    """How a fresh process with these variables ends, and the last line it prints."""
    known = {name: value for name, value in os.environ.items() if name != "SECRET_KEY"}
    known |= {"ENV_FILE": os.devnull, "SECRET_KEY": "x"} | environment
    command = [sys.executable, "-c", PRINT_SETTINGS]
    ended = subprocess.run(command, cwd=settings.BASE_DIR, env=known, capture_output=True, text=True)  # noqa: S603
    return ended.returncode, (ended.stderr or ended.stdout).splitlines()[-1]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        *((name, " ", "is set but empty") for name in ("SECRET_KEY", "HTTPS", "DATABASE_URL", "IMPORT_MAX_CHARACTERS")),
        *(("HTTPS", value, "may be on or off") for value in ("enabled", "of", "'on'", "on # comment")),
        *(("DATABASE_URL", value, "must be sqlite:///path or") for value in ("foo", "mysql://db/x", "sqlite://x.db")),
        ("DATABASE_URL", "postgresql://gaon:secret@db:port/x", "must be sqlite:///path or"),
        *(("IMPORT_IN_PROCESS", value, "must be a whole number") for value in ("many", "-1", "2.5", "²")),
        ("LOG_LEVEL", "loud", "may be DEBUG, INFO, WARNING, ERROR"),
        ("ENV_FILE", "/nope", "cannot read /nope"),
        ("ENV_FILE", "/", "cannot read /"),
    ],
)
def test_a_value_that_makes_no_sense_stops_the_start_and_is_named(name: str, value: str, said: str) -> None:
    code, line = start(**{name: value})
    assert code == 1
    assert line.startswith(f"django.core.exceptions.ImproperlyConfigured: {name}")
    assert said in line
    assert "secret" not in line


def test_blanks_and_small_letters_are_taken_as_meant() -> None:
    given = {"ALLOWED_HOSTS": "gaon.example, www.gaon.example", "LOG_LEVEL": "info", "HTTPS": " Off "}
    assert start(**given) == (0, "['gaon.example', 'www.gaon.example'] INFO False")


def test_a_file_of_variables_is_read(tmp_path: Path) -> None:
    (tmp_path / "env").write_text("HTTPS=off\nLOG_LEVEL=error\n", encoding="utf-8")
    assert start(ENV_FILE=str(tmp_path / "env"))[1].endswith("ERROR False")


def test_relative_paths_are_below_the_project_wherever_it_is_started(tmp_path: Path) -> None:
    printed = "from config import settings as s; print(s.DATABASES['default']['NAME'], s.STATIC_ROOT)"
    given = {"SECRET_KEY": "x", "DATABASE_URL": "sqlite:///var/desk.sqlite3", "STATIC_ROOT": "var/files"}
    known = os.environ | given | {"ENV_FILE": ".env.example", "PYTHONPATH": str(settings.BASE_DIR)}
    command = [sys.executable, "-c", printed]
    answer = subprocess.run(command, cwd=tmp_path, env=known, check=True, capture_output=True, text=True)  # noqa: S603
    assert answer.stdout.split() == [f"{settings.BASE_DIR}/var/{name}" for name in ("desk.sqlite3", "files")]


def test_every_variable_is_explained_and_read() -> None:
    source = (settings.BASE_DIR / "config" / "settings.py").read_text(encoding="utf-8")
    example = (settings.BASE_DIR / ".env.example").read_text(encoding="utf-8")
    read = set(re.findall(r"""env\.\w+\(\s*["']([A-Z_]+)["']""", source))
    explained = set(re.findall(r"^(?:# )?([A-Z_]+)=", example, re.MULTILINE))
    assert len(read) > 5
    assert read == explained


def test_each_variable_stands_under_a_comment() -> None:
    lines = (settings.BASE_DIR / ".env.example").read_text(encoding="utf-8").splitlines()
    assert all(
        lines[number - 1].startswith("#") for number, line in enumerate(lines) if re.match("(?:# )?[A-Z_]+=", line)
    )


def test_the_folder_of_the_database_is_there_before_anything_is_stored() -> None:
    assert (settings.STATE_DIR / ".gitignore").exists()
