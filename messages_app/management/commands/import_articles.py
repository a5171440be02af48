"""Import articles from files and folders."""

import logging
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, OutputWrapper
from django.db import OperationalError
from django.utils.translation import gettext as _
from tqdm import tqdm

from messages_app.importing import ImportRefused, NotPublishable, prepare_draft, publish_article, store_draft
from messages_app.importing.intake import (
    COLUMNS,
    DOCUMENTS,
    TABLES,
    Item,
    ReadArticle,
    compose,
    open_files,
    read_document,
    read_table,
    recognise_columns,
)
from messages_app.models import Article
from messages_app.parsing import second_article

logger = logging.getLogger(__name__)
READABLE = DOCUMENTS | TABLES | {".zip"}


class Command(BaseCommand):
    """One line for each article says what became of it; a bad one never stops the others.

    What is there already is not added again, so that an import that was stopped is simply run again.
    """

    help = "Import articles from .txt .md .html .docx .jsonl .csv .xlsx, .zip of these, and folders."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="PATH", type=Path)
        parser.add_argument("--publish", action="store_true", help="publish at once what can be published")
        parser.add_argument(
            "--column",
            action="append",
            default=[],
            metavar="NAME=HEADING",
            help=f"which heading of a table is what, such as body=본문; names: {', '.join(COLUMNS)}",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.publish, self.columns = options["publish"], read_columns(options["column"])
        self.counted: Counter[str] = Counter()
        with tqdm(list(found_files(options["files"])), file=sys.stderr, disable=None, unit="") as bar:
            for path, named in bar:
                for item in self._open(path, named):
                    self._import_item(item)
        counts = {name: self.counted[name] for name in ("created", "known", "failed")}
        if sum(counts.values()) > 1:
            self.stdout.write(_("새로 가져옴 %(created)s, 이미 있음 %(known)s, 가져오지 못함 %(failed)s") % counts)
        if counts["failed"]:
            raise CommandError(_("가져오지 못한 파일: %(count)s개") % {"count": counts["failed"]})

    def _open(self, path: Path, named: bool) -> Iterator[Item]:
        """What a file holds; one that was named is taken for a text whatever it is called."""
        try:
            with path.open("rb") as stream:
                if named and path.suffix.lower() not in READABLE:
                    yield Item(str(path), stream.read())
                else:
                    yield from open_files([(str(path), stream)])
        except OSError as error:
            self._refuse(str(path), _("파일을 읽을 수 없습니다: %(reason)s") % {"reason": error.strerror})

    def _import_item(self, item: Item) -> None:
        if item.reason:
            self._refuse(item.name, str(item.reason))
            return
        articles: list[tuple[str, ReadArticle]] = []
        with self._refusing(item.name):
            articles += self._articles(item)
        for name, article in articles:
            with self._refusing(name):
                self._import(name, article)

    def _articles(self, item: Item) -> Iterator[tuple[str, ReadArticle]]:
        if not item.is_table:
            yield item.name, read_document(item.name, item.content)
            return
        table = read_table(item.name, item.content)
        columns = recognise_columns(table.headings) | self.columns
        if columns.get("body") not in table.headings:
            raise ImportRefused("no_body", _("어느 열이 기사 본문인지 고르세요.") + " --column body=…")
        for number, cells in enumerate(table.rows, 2):
            row = dict(zip(table.headings, cells, strict=True))
            name = _("%(table)s %(number)s행") % {"table": item.name, "number": number}
            yield name, compose(row, columns)

    def _import(self, name: str, read: ReadArticle) -> None:
        result = store_draft(prepare_draft(text=read.text, known=read))
        outcome = _("새로 가져옴") if result.created else _("이미 있음")
        if self.publish and not result.article.is_published:
            _refuse_several(result.article)
            published = publish_article(article_id=result.article.pk)
            outcome += ", " + _("게시함: 발언 %(count)s개") % {"count": published.statements}
        self.counted["created" if result.created else "known"] += 1
        say(self.stdout, f"{name}: {outcome} (#{result.article.pk} {result.article.title})")

    @contextmanager
    def _refusing(self, name: str) -> Iterator[None]:
        """Says why an article is not taken in, and goes on to the next."""
        try:
            yield
        except ImportRefused as refusal:
            self._refuse(name, str(refusal.message))
        except NotPublishable as refusal:
            self._refuse(name, _("초안으로 저장했으나 게시하지 못함: ") + " ".join(map(str, refusal.reasons)))
        except OperationalError:
            raise  # The database is gone or busy, for all articles alike.
        except Exception:  # One article must not stop the others; what was unforeseen is in the log.
            logger.exception("%s", name)
            self._refuse(name, _("알 수 없는 오류로 읽지 못했습니다. 글을 복사해 붙여 넣어 보세요."))

    def _refuse(self, name: str, reason: str) -> None:
        self.counted["failed"] += 1
        say(self.stderr, f"{name}: {reason}")


def _refuse_several(article: Article) -> None:
    """Two articles in one file would go out under the title and the year of the first."""
    if second_article(article.body):
        raise NotPublishable(
            [_("한 파일에 기사가 여럿 있는 것 같습니다. 편집실에서 확인하거나 하나씩 나누어 가져오세요.")]
        )


def say(stream: OutputWrapper, line: str) -> None:
    """Write a line above the progress bar. Bytes of a file's name that are no UTF-8, as of old archives, are escaped."""
    with tqdm.external_write_mode():
        stream.write(line.encode(errors="backslashreplace").decode())


def found_files(paths: list[Path]) -> Iterator[tuple[Path, bool]]:
    """The files named (True), and all in the folders named (False), in order, but for hidden ones in folders."""
    for path in paths:
        if path.is_dir():
            inside = (
                file for file in path.rglob("*") if not any(p.startswith(".") for p in file.relative_to(path).parts)
            )
            yield from ((file, False) for file in sorted(inside) if file.is_file())
        else:
            yield path, True


def read_columns(given: list[str]) -> dict[str, str]:
    """``["body=본문"]`` as ``{"body": "본문"}``. Raises CommandError for a name that is no column."""
    columns = dict(item.partition("=")[::2] for item in given)
    if unknown := columns.keys() - COLUMNS.keys():
        raise CommandError(f"--column: {', '.join(sorted(unknown))} (one of {', '.join(COLUMNS)})")
    return columns
