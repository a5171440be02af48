"""The catalogue of translations: read out of the sources, compared, written and compiled. Babel does the work."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

LANGUAGE = "en"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
SOURCES = ("messages_app", "config", "templates")


def catalogue_path() -> Path:
    """Where the English catalogue is."""
    return Path(settings.LOCALE_PATHS[0]) / LANGUAGE / "LC_MESSAGES" / "django.po"


def read_catalogue() -> Catalog:
    """The catalogue as it is stored, an empty one where there is none."""
    path = catalogue_path()
    if not path.exists():
        return Catalog(locale=LANGUAGE)
    with path.open("rb") as stream:
        return read_po(stream, locale=LANGUAGE)


def extract_messages() -> Catalog:
    """Every text of the sources that is shown to people, in the order of the files."""
    found = Catalog(locale=LANGUAGE)
    for path in _source_files():
        name = path.relative_to(settings.BASE_DIR).as_posix()
        for _line, message, comments, context in extract("python", _python_of(path), KEYWORDS, ["Translators:"]):
            found.add(message, locations=[(name, None)], auto_comments=comments, context=context, flags=_flags(message))
    return found


def merge(old: Catalog, extracted: Catalog) -> Catalog:
    """The extracted messages with the translations there are. Nothing is guessed, nothing obsolete is kept."""
    merged = Catalog(locale=LANGUAGE, header_comment="# English translation.", fuzzy=False)
    for message in _messages(extracted):
        known = old.get(message.id, message.context)
        empty = ("", "") if message.pluralizable else ""
        merged.add(
            message.id,
            known.string if known else empty,
            locations=sorted(set(message.locations)),
            flags=message.flags | ({"fuzzy"} if known and known.fuzzy else set()),
            context=message.context,
        )
    return merged


def problems(stored: Catalog, extracted: Catalog) -> list[str]:
    """What is wrong with the stored catalogue, a line each."""
    wanted = {(message.id, message.context) for message in _messages(extracted)}
    found = []
    for message in _messages(stored):
        if (message.id, message.context) not in wanted:
            found.append(f"no longer used: {message.id!r}")
        elif message.fuzzy or not all(message.string if message.pluralizable else [message.string]):
            found.append(f"not translated: {message.id!r}")
        elif lost := _placeholders(message.id) ^ _placeholders(message.string):
            found.append(f"placeholders differ ({', '.join(sorted(lost))}): {message.id!r}")
    present = {(message.id, message.context) for message in _messages(stored)}
    return found + [f"missing: {key[0]!r}" for key in sorted(wanted - present, key=str)]


def write_catalogue(catalogue: Catalog) -> None:
    """Store the catalogue, the same bytes for the same messages."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=110, omit_header=False, sort_output=False)
    lines = stream.getvalue().decode().splitlines()
    kept = [line for line in lines if not line.startswith(('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By'))]
    catalogue_path().parent.mkdir(parents=True, exist_ok=True)
    catalogue_path().write_text("\n".join(kept) + "\n", encoding="utf-8")


def compile_catalogues() -> list[Path]:
    """Write the binary file that Django reads beside each catalogue: English, and Django's own texts in our Korean."""
    written = []
    for path in sorted(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/django.po")):
        with path.open("rb") as stream:
            catalogue = read_po(stream, locale=path.parts[-3])
        written.append(path.with_suffix(".mo"))
        with written[-1].open("wb") as stream:
            write_mo(stream, catalogue)
    return written


def _source_files() -> list[Path]:
    files = [path for source in SOURCES for path in (settings.BASE_DIR / source).rglob("*") if path.is_file()]
    return sorted(path for path in files if path.suffix in (".py", ".html") and "tests" not in path.parts)


def _python_of(path: Path) -> io.BytesIO:
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        # Django makes calls of gettext out of a template, at the indentation of its tags.
        source = "\n".join(line.strip() for line in templatize(source).splitlines())
    return io.BytesIO(source.encode())


def _flags(message: str | tuple[str, ...]) -> set[str]:
    texts = message if isinstance(message, tuple) else (message,)
    return {"python-format"} if any("%(" in text for text in texts if text) else set()


def _placeholders(text: str | tuple[str, ...]) -> set[str]:
    """What a message fills in: ``"발언 %(n)s개"`` -> n. Of a plural message, what any of its forms does."""
    return set(re.findall(r"%\((\w+)\)", text if isinstance(text, str) else " ".join(text)))


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)
