"""Import articles from text files."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from messages_app.importing import ImportRefused, NotPublishable, create_draft, publish_article


class Command(BaseCommand):
    """One line for each file says what became of it; a bad one never stops the others."""

    help = "Import pasted articles from text files (UTF-8 or CP949)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument("--publish", action="store_true", help="publish at once what can be published")

    def handle(self, *args: Any, **options: Any) -> None:
        failed = [path for path in options["files"] if not self._import(path, options["publish"])]
        if failed:
            raise CommandError(_("가져오지 못한 파일: %(count)s개") % {"count": len(failed)})

    def _import(self, path: Path, publish: bool) -> bool:
        try:
            result = create_draft(text=read_text(path))
            outcome = _("새로 가져옴") if result.created else _("이미 있음")
            if publish and not result.article.is_published:
                published = publish_article(article_id=result.article.pk)
                outcome += ", " + _("게시함: 발언 %(count)s개") % {"count": published.statements}
        except OSError as error:
            return self._refuse(path, _("파일을 읽을 수 없습니다: %(reason)s") % {"reason": error.strerror})
        except UnicodeDecodeError:
            return self._refuse(path, _("글자를 읽을 수 없습니다. UTF-8이나 CP949로 저장한 글 파일이어야 합니다."))
        except ImportRefused as refusal:
            return self._refuse(path, str(refusal.message))
        except NotPublishable as refusal:
            return self._refuse(path, _("초안으로 저장했으나 게시하지 못함: ") + " ".join(map(str, refusal.reasons)))
        self.stdout.write(f"{path}: {outcome} (#{result.article.pk} {result.article.title})")
        return True

    def _refuse(self, path: Path, reason: str) -> bool:
        self.stderr.write(f"{path}: {reason}")
        return False


def read_text(path: Path) -> str:
    """The text of a file in UTF-8 (with or without mark) or, failing that, CP949.

    Raises OSError and UnicodeDecodeError.
    """
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp949")
