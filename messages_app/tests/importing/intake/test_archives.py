"""What an upload holds, however it was packed."""

import io
import zipfile

import pytest

from messages_app.importing.intake import Item, archives, open_files
from messages_app.tests.importing.intake.samples import archive, workbook


def opened(name: str, content: bytes) -> list[Item]:
    return list(open_files([(name, io.BytesIO(content))]))


def test_files_come_in_order_those_in_zips_too() -> None:
    files = [("나.txt", io.BytesIO(b"1")), ("묶음.zip", io.BytesIO(archive(a__txt=b"2", b__md=b"3")))]
    assert [(item.name, item.content) for item in open_files(files)] == [
        ("나.txt", b"1"),
        ("묶음.zip/a.txt", b"2"),
        ("묶음.zip/b.md", b"3"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("사진.jpg", b"x", "읽을 수 없는 종류"),
        ("이름뿐", b"x", "읽을 수 없는 종류"),
        ("묶음.zip", b"not a zip", "깨졌거나 zip이 아닙니다"),
        ("묶음.zip", archive(a__txt=b"x" * 2000)[:-40], "깨졌거나 zip이 아닙니다"),
        ("묶음.zip", archive(b__zip=archive(a__txt=b"x")), "압축 파일 안의 압축 파일"),
        ("묶음.zip", archive(a__txt=b"0" * 3_000_000), "너무 커지는"),
        ("글.docx", b"not a zip", "깨진 파일"),
        ("표.xlsx", archive(a__xml=b"0" * 3_000_000), "너무 커지는"),
    ],
    ids=["picture", "no ending", "no zip", "cut zip", "zip in zip", "large zip", "no docx", "large xlsx"],
)
def test_what_cannot_be_read_says_why(name: str, content: bytes, reason: str) -> None:
    (item,) = opened(name, content)
    assert reason in str(item.reason)
    assert item.content == b""


def test_a_file_too_large_is_not_kept_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_FILE", 10)
    for name, content in (("글.txt", b"x" * 11), ("묶음.zip", archive(a__txt=b"x" * 11))):
        (item,) = opened(name, content)
        assert "너무 큽니다" in str(item.reason)


def test_too_many_files_are_refused_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_MEMBERS", 1)
    (item,) = opened("묶음.zip", archive(a__txt=b"x", b__txt=b"y"))
    assert "너무 많습니다" in str(item.reason)


def test_an_archive_of_much_too_much_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_ARCHIVE", 10)
    (item,) = opened("묶음.zip", archive(a__txt=b"123456", b__txt=b"789012"))
    assert "너무 커지는" in str(item.reason)


def test_archives_that_are_too_much_together_are_refused_from_there_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_ARCHIVE", 10)
    files = [(f"{number}.zip", io.BytesIO(archive(a__txt=b"123456"))) for number in range(2)]
    first, second = open_files(files)
    assert first.content == b"123456"
    assert "너무 커지는" in str(second.reason)


def test_a_member_whose_checksum_is_wrong_costs_itself_only() -> None:
    whole = bytearray(archive(a__txt=b"first", b__txt=b"second"))
    at = whole.index(b"b.txt") + len("b.txt")
    whole[at + 1] ^= 0xFF
    good, bad = opened("묶음.zip", bytes(whole))
    assert good.content == b"first"
    assert "꺼내지 못했습니다" in str(bad.reason)


def test_names_of_korean_windows_are_read() -> None:
    info = zipfile.ZipInfo("기사.txt".encode("cp949").decode("cp437"))
    assert archives._member_name(info) == "기사.txt"


def test_what_systems_leave_in_archives_is_passed_over() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name in ("folder/", "__MACOSX/._a.txt", "folder/.DS_Store", "folder/a.txt"):
            made.writestr(name, b"")
    assert [item.name for item in opened("묶음.zip", stream.getvalue())] == ["묶음.zip/folder/a.txt"]


def test_a_locked_member_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytearray(archive(a__txt=b"x"))
    central = content.index(b"PK\x01\x02")
    content[central + 8] |= 1
    (item,) = opened("묶음.zip", bytes(content))
    assert "암호가 걸린" in str(item.reason)


def test_a_workbook_is_no_bomb() -> None:
    (item,) = opened("표.xlsx", workbook(["본문"], ["글" * 1000]))
    assert not item.reason
