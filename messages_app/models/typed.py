"""Names and words as they are typed: what suggestions are looked up by while somebody is still typing.

Hangul becomes the keys of the standard two-set keyboard, so that half a syllable is a prefix of the whole (가ㄹ of
가람), and a word typed in the wrong layout is the same word (rhror is 고객, ㅁㅑ is AI). All is lower case,
letters and digits only: such keys sort alike in every database.
"""

import unicodedata
from collections.abc import Callable
from typing import Any

from django.db import models

KEYS_LENGTH = 60
FIRST_SYLLABLE, LAST_SYLLABLE = 0xAC00, 0xD7A3
INITIALS = "rrseefaqqttdwwczxvg"
VOWELS = "k o i o j p u p h hk ho hl y n nj np nl b m ml l".split()  # noqa: SIM905 - read beside the keyboard
FINALS = ["", *"r r rt s sw sg e f fr fa fq ft fx fv fg a q qt t t d w c z x v g".split()]  # noqa: SIM905
# The letters by themselves, in the order of Unicode from ㄱ to ㅎ.
LETTERS = "r r rt s sw sg e e f fr fa fq ft fx fv fg a q q qt t t d w w c z x v g".split()  # noqa: SIM905
FIRST_LETTER = 0x3131
CONSONANTS = len(LETTERS)
LETTERS += VOWELS


def keystrokes(text: str) -> str:
    """The keys a text is typed with: ``"가람 텔"`` -> ``"rkfkaxpf"``, ``"5G"`` -> ``"5g"``; at most ``KEYS_LENGTH``."""
    return "".join(map(_keys, unicodedata.normalize("NFC", text)))[:KEYS_LENGTH]


def initials(text: str) -> str:
    """The keys of the initial consonants: ``"가람텔레콤"`` and ``"ㄱㄹㅌㄹㅋ"`` -> ``"rfxfz"``, ``"SK텔레콤"`` -> ``"skxfz"``."""
    return "".join(map(_initial, unicodedata.normalize("NFC", text)))[:KEYS_LENGTH]


def may_be_initials(text: str) -> bool:
    """Whether a text holds no vowel of Hangul, so that it may be the initials of a name."""
    return not any(
        FIRST_SYLLABLE <= ord(char) <= LAST_SYLLABLE or CONSONANTS <= ord(char) - FIRST_LETTER < len(LETTERS)
        for char in unicodedata.normalize("NFC", text)
    )


def _keys(char: str) -> str:
    if FIRST_SYLLABLE <= ord(char) <= LAST_SYLLABLE:
        rest, final = divmod(ord(char) - FIRST_SYLLABLE, len(FINALS))
        initial, vowel = divmod(rest, len(VOWELS))
        return INITIALS[initial] + VOWELS[vowel] + FINALS[final]
    if 0 <= ord(char) - FIRST_LETTER < len(LETTERS):
        return LETTERS[ord(char) - FIRST_LETTER]
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", char).casefold()))


def _initial(char: str) -> str:
    return _keys(char)[:1] if FIRST_SYLLABLE <= ord(char) <= LAST_SYLLABLE else _keys(char)


class KeysField(models.CharField):
    """A column kept equal to the keys of another, however rows are written."""

    def __init__(self, source: str, *, only_initials: bool = False, **options: Any) -> None:
        self.source = source
        self.only_initials = only_initials
        for name, value in {"max_length": KEYS_LENGTH, "editable": False, "blank": True, "default": ""}.items():
            options.setdefault(name, value)
        super().__init__(**options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, [self.source, *args], options | {"only_initials": self.only_initials}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        make: Callable[[str], str] = initials if self.only_initials else keystrokes
        value = make(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, value)
        return value
