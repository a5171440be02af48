"""What an upload holds: each file by itself, and those within zip files, however they were packed."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DOCUMENTS = frozenset({".txt", ".md", ".html", ".htm", ".docx"})
TABLES = frozenset({".jsonl", ".csv", ".xlsx"})
MAX_FILE = 20 * 1024 * 1024
# What all archives of an upload hold together, as it is in memory at once.
MAX_ARCHIVE = 200 * 1024 * 1024
MAX_MEMBERS = 5000
# A text shrinks to a tenth or so; a file that shrinks to a hundredth is made to fill memory.
MAX_RATIO = 100
LEAST_SUSPICIOUS = 1024 * 1024
TOO_LARGE = _("파일이 너무 큽니다. 한 파일은 20MB까지입니다.")


@dataclass(frozen=True, slots=True)
class Item:
    """One file of an upload: its name (``묶음.zip/기사.txt``), what it holds, or why it cannot be read."""

    name: str
    content: bytes
    reason: str | Promise = ""

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.name).suffix.lower()

    @property
    def is_table(self) -> bool:
        return self.suffix in TABLES


def open_files(files: Iterable[tuple[str, BinaryIO]]) -> Iterator[Item]:
    """Every file of an upload of (name, stream) pairs, those in zip files too, in order. Never raises for what they hold."""
    left = MAX_ARCHIVE
    for name, stream in files:
        if PurePosixPath(name).suffix.lower() == ".zip":
            for item in _members(name, stream, left):
                left -= len(item.content)
                yield item
        else:
            yield _item(name, stream.read(MAX_FILE + 1))


def _item(name: str, content: bytes) -> Item:
    item = Item(name, content)
    if item.suffix == ".zip":
        return Item(name, b"", _("압축 파일 안의 압축 파일은 열지 않습니다. 풀어서 올리세요."))
    if item.suffix not in DOCUMENTS | TABLES:
        return Item(
            name, b"", _("읽을 수 없는 종류의 파일입니다. txt, md, html, docx, jsonl, csv, xlsx, zip을 올리세요.")
        )
    if len(content) > MAX_FILE:
        return Item(name, b"", TOO_LARGE)
    if item.suffix in (".docx", ".xlsx") and (reason := _reason_against(content)):
        return Item(name, b"", reason)
    return item


def _members(name: str, stream: BinaryIO, most: int) -> Iterator[Item]:
    try:
        with zipfile.ZipFile(stream) as archive:
            members = [info for info in archive.infolist() if not _is_litter(info)]
            if reason := _bomb(members, most):
                yield Item(name, b"", reason)
                return
            for info in members:
                yield _member(name, archive, info)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        yield Item(name, b"", _("압축 파일이 깨졌거나 zip이 아닙니다."))


def _member(archive_name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Item:
    name = f"{archive_name}/{_member_name(info)}"
    if info.flag_bits & 1:
        return Item(name, b"", _("암호가 걸린 파일입니다. 암호를 풀고 올리세요."))
    if info.file_size > MAX_FILE:
        return Item(name, b"", TOO_LARGE)
    try:
        # No more is read than the archive says there is, and that was limited before.
        with archive.open(info) as member:
            return _item(name, member.read(MAX_FILE + 1))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError):
        return Item(name, b"", _("압축 파일 안에서 이 파일을 꺼내지 못했습니다. 깨진 것 같습니다."))


def _bomb(members: list[zipfile.ZipInfo], most: int = MAX_ARCHIVE) -> str | Promise:
    """Why an archive must not be opened, or nothing: it holds more bytes than ``most``, or more than files do."""
    size, packed = sum(info.file_size for info in members), sum(info.compress_size for info in members)
    if len(members) > MAX_MEMBERS:
        return _("압축 파일에 파일이 너무 많습니다. 5,000개까지 나누어 올리세요.")
    if size > most or size > LEAST_SUSPICIOUS and size > MAX_RATIO * max(packed, 1):
        return _("압축을 풀면 너무 커지는 파일이라 열지 않았습니다. 나누어 올리세요.")
    return ""


def _reason_against(content: bytes) -> str | Promise:
    """Why a .docx or .xlsx, which are zip files themselves, cannot be read; or nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _bomb(archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return _("깨진 파일입니다. 워드나 엑셀에서 열어 다시 저장한 뒤 올리세요.")


def _is_litter(info: zipfile.ZipInfo) -> bool:
    """Folders, and what macOS and Windows leave in archives."""
    path = PurePosixPath(info.filename)
    return info.is_dir() or "__MACOSX" in path.parts or path.name in (".DS_Store", "Thumbs.db", "desktop.ini")


def _member_name(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: Korean Windows writes CP949 where the format has CP437."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("cp949")
    except UnicodeError:
        return info.filename
