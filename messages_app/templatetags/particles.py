"""The particle that goes with a name: 가람텔레콤은 but 누리전자는, 도담으로 but 해솔로.

It depends on how the name ends when a Korean reads it aloud, figures and Latin letters too: 3은, 2는, AI는, GM은, NAVER는, Apple은.
English words are read by rule of thumb, so a rare one may take the other particle.
"""

import re

from django import template
from django.utils.translation import get_language

register = template.Library()

# What one does not read out at the end of a name: brackets with what is in them, closing marks.
UNREAD = re.compile(r"(?:\s*[(（\[][^)）\]]*[)）\]]|[\s’”'\"」』》〉.,!?·])+$")
SYLLABLES = range(ord("가"), ord("힣") + 1)
FINALS = 28  # of which the first is none and the ninth is ㄹ
RIEUL = 8
# How the last figure is read (영 일 이 삼 사 오 육 칠 팔 구), and the noughts of a number (십 백 천 만, 억 …).
DIGITS = "영일이삼사오육칠팔구"
NOUGHTS = {1: "십", 2: "백", 3: "천"}
# Letters read by name whose name ends in a consonant: 엘 엠 엔 알.
LETTERS = {"L": "엘", "M": "엠", "N": "엔", "R": "알"}
# Read as a word although in capitals, as NAVER is and HMM is not: a vowel between consonants, four letters or more.
WORD_IN_CAPITALS = re.compile(r"(?=.{4}).*[^AEIOU][AEIOU]+[^AEIOU]")
# English words in Hangul: 애플 칩 북 넷 랩 앱 그룹 홈 라인 스틸 픽, but 뱅크 테크 바이오 네이버.
WORD_IN_RIEUL = re.compile(r"(?:l|le)$", re.IGNORECASE)
WORD_IN_CONSONANT = re.compile(
    r"(?:[mn]|ng|[aeiou][mn]e|ck|(?<![aeiou])[aeiou](?:[pktbcq]|pp|tt|bb)|oo[pk]|oup)$", re.IGNORECASE
)


@register.filter
def particle(name: object, pair: str) -> str:
    """The name with the particle of a pair that goes with it; outside Korean the name alone.

    ``가람텔레콤|particle:"은/는"`` -> ``가람텔레콤은``; ``누리전자`` -> ``누리전자는``; ``3월|…"으로/로"`` -> ``3월로``.
    """
    text = str(name)
    return f"{text}{particle_after(text, pair)}" if (get_language() or "").startswith("ko") else text


def particle_after(name: str, pair: str) -> str:
    """The one of ``"after a consonant/after a vowel"`` that goes with a name; 로 goes with ㄹ, too."""
    after_consonant, after_vowel = pair.split("/")
    final = _final(UNREAD.sub("", name))
    if final == RIEUL and after_consonant.startswith("으로"):
        return after_vowel
    return after_consonant if final else after_vowel


def _final(text: str) -> int:
    """The number of the last consonant that is heard, 0 where the name ends in a vowel or cannot be read."""
    last = text[-1:]
    if last and ord(last) in SYLLABLES:
        return (ord(last) - SYLLABLES.start) % FINALS
    if last.isascii() and last.isdigit():
        return _final(_read_figure(text))
    if last.isascii() and last.isalpha():
        return _final_of_latin(re.search(r"[A-Za-z]+$", text).group())  # type: ignore[union-attr]
    return 0


def _read_figure(text: str) -> str:
    """The last syllable of a number: 삼 for 13, 백 for 500, 만 for 20000, 영 for 0 and for 1.50."""
    number = re.search(r"[\d,.]*\d$", text).group().replace(",", "")  # type: ignore[union-attr]
    noughts = len(number) - len(number.rstrip("0"))
    if noughts in (0, len(number)) or "." in number:
        return DIGITS[int(number[-1])]
    return NOUGHTS.get(noughts) or ("만" if noughts < 8 else "억" if noughts < 12 else "조")


def _final_of_latin(word: str) -> int:
    if len(word) == 1 or (word.isupper() and not WORD_IN_CAPITALS.match(word)):
        return _final(LETTERS.get(word[-1].upper(), "이"))
    if WORD_IN_RIEUL.search(word):
        return RIEUL
    return 1 if WORD_IN_CONSONANT.search(word) else 0
