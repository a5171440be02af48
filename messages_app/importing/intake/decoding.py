"""Bytes to text: UTF-8, UTF-16 with its mark, or the CP949 of Korean Windows."""

import codecs

from django.utils.translation import gettext_lazy as _

from messages_app.importing.errors import ImportRefused


def decode(raw: bytes) -> str:
    """The text of some bytes. Raises ImportRefused for what is in none of the encodings."""
    marked = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ["utf-16"] if marked else ["utf-8-sig", "cp949"]:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ImportRefused("undecodable", _("글자를 읽을 수 없습니다. UTF-8이나 CP949로 저장한 글 파일이어야 합니다."))
