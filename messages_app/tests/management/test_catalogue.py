"""The English catalogue is complete, and what is missing from it is noticed."""

import gettext
import re
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.conf import settings

from messages_app.management.catalogue import compile_catalogues, extract_messages, merge, problems, read_catalogue


def catalogue(**texts: str) -> Catalog:
    made = Catalog(locale="en")
    for korean, english in texts.items():
        made.add(korean, english)
    return made


def test_every_text_of_the_sources_is_in_english() -> None:
    assert problems(read_catalogue(), extract_messages()) == []


def test_a_missing_an_empty_and_an_unused_text_are_named() -> None:
    found = problems(catalogue(발언="", 옛말="Old"), catalogue(발언="", 새말=""))
    assert sorted(line.split(":")[0] for line in found) == ["missing", "no longer used", "not translated"]


def test_a_placeholder_lost_in_translation_is_named() -> None:
    wrong = Catalog(locale="en")
    wrong.add("발언 %(n)s개", "statements", flags={"python-format"})
    assert len(problems(wrong, catalogue(**{"발언 %(n)s개": ""}))) == 1


def test_updating_keeps_translations_and_drops_what_is_gone() -> None:
    updated = merge(catalogue(발언="Statement", 옛말="Old"), catalogue(발언="", 새말=""))
    assert {message.id: message.string for message in updated if message.id} == {"발언": "Statement", "새말": ""}


def test_the_compiled_file_is_what_gettext_reads() -> None:
    (english,) = (path for path in compile_catalogues() if "en" in path.parts)
    with english.open("rb") as stream:
        read = gettext.GNUTranslations(stream)
    assert read.gettext("한국어") == "Korean"
    assert (
        read.ngettext("발언 %(n)s개를 다시 셌습니다.", "발언 %(n)s개를 다시 셌습니다.", 1)
        == "%(n)s statement counted again."
    )


def test_what_is_worded_anew_in_korean_are_texts_that_django_has() -> None:
    ours = Path(settings.LOCALE_PATHS[0]) / "ko/LC_MESSAGES/django.po"
    parts = ("conf", "contrib/admin", "contrib/auth")
    theirs = [Path(django.__file__).parent / part / "locale/ko/LC_MESSAGES/django.po" for part in parts]
    known: set[str] = set()
    with ours.open("rb") as stream:
        worded = [message for message in read_po(stream, locale="ko") if message.id]
    for path in theirs:
        with path.open("rb") as stream:
            known |= {message.id for message in read_po(stream, locale="ko")}
    assert [message.id for message in worded if message.id not in known] == []
    lost = [message.id for message in worded if placeholders(message.id) != placeholders(message.string)]
    assert lost == []


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)s|%s|\{\w+\}", text))
