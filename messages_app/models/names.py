"""Names as people see them."""

import re
import unicodedata

KEY_LENGTH = 100
LEGAL_FORM = re.compile(r"㈜|\(주\)|（주）|주식회사")
# The categories of Unicode for what formats text, controls devices, and is half a character.
UNSEEN = ("Cf", "Cc", "Cs")


def plain_name(name: str) -> str:
    """A name as it looks: whole syllables, one blank between words, nothing invisible.

    Two that look alike are one name, wherever they were copied from: ``"한\\u200b도윤 "`` -> ``"한도윤"``.
    """
    composed = unicodedata.normalize("NFC", name)
    seen = (char for char in composed if char.isspace() or unicodedata.category(char) not in UNSEEN)
    return " ".join("".join(seen).split())


def name_key(name: str) -> str:
    """The form under which spellings of one name meet: ``"㈜ 가람 텔레콤"`` -> ``"가람텔레콤"``.

    Compatibility-composed, without legal form, blanks or case, cut to ``KEY_LENGTH``. Empty for a name of nothing
    else.
    """
    composed = LEGAL_FORM.sub("", plain_name(name))
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", composed)).casefold()[:KEY_LENGTH]
