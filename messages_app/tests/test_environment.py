"""``.env.example`` explains every variable, and only those, that the settings read."""

import re

from django.conf import settings


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
