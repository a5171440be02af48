"""Hundreds of files, some broken, two workers, one of them killed: `python benchmarks/uploads/run.py [FILES BROKEN]`.

Uses DATABASE_URL, which must be empty, or a SQLite file of its own; prints results, and fails where they are wrong.
"""

import io
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
sys.path.insert(0, str(ROOT))
TEMPORARY = tempfile.TemporaryDirectory(prefix="uploads", ignore_cleanup_errors=True)
os.environ.setdefault("DATABASE_URL", f"sqlite:///{TEMPORARY.name}/db.sqlite3")
os.environ |= {"SECRET_KEY": "benchmark", "ENV_FILE": os.devnull}
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from messages_app.importing import begin, create_job, progress, rebuild_keywords  # noqa: E402
from messages_app.models import Article, ImportJob, ImportRow  # noqa: E402

STORY = """누리전자 새해 메시지 {n}
가온경제
입력 2026.01.02. 오전 10:10

[가온경제 나래원 기자] 한가람 누리전자 사장은 2일 신년사에서 “고객 {n}명이 먼저 찾는 회사가 되자”고 말했다.

한 사장은 “고객가치를 높이는 일에 {n}억 원을 아낌없이 투자하겠다”고 강조했다. 이어 “안전은 양보할 수 없다”고 덧붙였다.
"""
BROKEN = [
    ("empty.txt", b""),
    ("blank.txt", b" \n\t\n"),
    ("mojibake.txt", bytes(range(128, 256))),
    ("binary.txt", b"\x00\x01\x02" * 50),
    ("no-quotation.txt", "인용이 없는 글입니다.".encode()),
    ("long.txt", "“가” ".encode() * 60_000),
    ("no-word.docx", b"not a document"),
    ("empty.docx", b""),
    ("empty.html", b""),
    ("no-article.html", b"<html><body><nav>menu</nav></body></html>"),
    ("picture.jpg", b"\xff\xd8\xff"),
    ("nothing", b"x"),
    ("broken.zip", b"PK\x03\x04 and no more"),
    ("empty.csv", b""),
    ("headings.csv", "제목,본문\n".encode()),
    ("broken.xlsx", b"PK and no more"),
    ("empty.jsonl", b""),
    ("mojibake.md", b"\xff\x81\x81"),
    ("half.txt", "따옴표가 열리기만 한 글 “여기서 끝".encode()),
    ("program.exe", b"MZ"),
]


def files(total: int, broken: int) -> list[tuple[str, io.BytesIO]]:
    """As many files, the first of them broken, every fourth of the others in CP949."""
    good = [(f"{n}.txt", STORY.format(n=n).encode("cp949" if n % 4 == 0 else "utf-8")) for n in range(total - broken)]
    return [(name, io.BytesIO(content)) for name, content in (*BROKEN[:broken], *good)]


def worker(number: int) -> subprocess.Popen[bytes]:
    log = (Path(TEMPORARY.name) / f"worker{number}.log").open("wb")
    command = [sys.executable, str(ROOT / "manage.py"), "db_worker", "--interval", "0.2", "--no-startup-delay"]
    return subprocess.Popen(command, stdout=log, stderr=log, cwd=ROOT)  # noqa: S603


def wait_for(job: ImportJob, done: int, seconds: float = 600) -> float:
    began = time.monotonic()
    while progress(job).done < done:
        if time.monotonic() - began > seconds:
            sys.exit(f"stuck at {progress(job)}")
        time.sleep(0.2)
    return time.monotonic() - began


def empty() -> None:
    Article.objects.all().delete()
    ImportJob.objects.all().delete()


def upload(total: int, broken: int, workers: int, kill: bool) -> str:
    """One upload, worked through by so many workers. Returns a line of the table."""
    empty()
    job, _created = create_job(files=files(total, broken))
    begin(job)
    running = [worker(number) for number in range(workers)]
    try:
        began = time.monotonic()
        if kill:
            wait_for(job, total // 2)
            running[0].send_signal(signal.SIGKILL)
            running[0].wait()
        wait_for(job, total)
        seconds = time.monotonic() - began
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait()
    return check(job, total, broken, workers, kill, seconds)


def check(job: ImportJob, total: int, broken: int, workers: int, kill: bool, seconds: float) -> str:
    now = progress(job)
    drafts, bodies = Article.objects.count(), Article.objects.values("body").distinct().count()
    reasons = ImportRow.objects.filter(job=job, status="refused").exclude(reason="").count()
    logs = "".join(path.read_text() for path in Path(TEMPORARY.name).glob("worker*.log"))
    errors = logs.count("Traceback")
    again, created = create_job(files=files(total, broken))
    right = (now.created, drafts, bodies, reasons, errors, created) == (total - broken,) * 3 + (broken, 0, False)
    right = right and rebuild_keywords(check=True).wrong_quotes == 0
    if not right:
        sys.exit(
            f"WRONG: {now}, {drafts} drafts, {bodies} texts, {reasons} reasons, {errors} exceptions, again {again}\n{logs}"
        )
    killed = "one killed half-way" if kill else "none killed"
    return f"| {workers}, {killed} | {total} | {drafts} | {reasons} | {errors} | {seconds:.0f} |"


def main() -> None:
    total, broken = (int(value) for value in (sys.argv[1:3] or ("500", "20")))
    call_command("migrate", verbosity=0)
    print(f"{connection.vendor}\n\n| workers | files | drafts | reasons | exceptions in the logs | seconds |")
    print("| --- | --- | --- | --- | --- | --- |", flush=True)
    for workers, kill in ((1, False), (2, True)):
        print(upload(total, broken, workers, kill), flush=True)


if __name__ == "__main__":
    main()
