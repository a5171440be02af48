"""Years by their name in the cycle of sixty: 병오년, 병오(丙午)년, 丙午年; and by colour and beast, 붉은 말의 해."""

import re

STEMS, BRANCHES = "갑을병정무기경신임계", "자축인묘진사오미신유술해"
CHINESE_STEMS, CHINESE_BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
# 갑자 = 0; year % 60 == (number + 4) % 60
CYCLE = {
    stems[number % 10] + branches[number % 12]: number
    for stems, branches in ((STEMS, BRANCHES), (CHINESE_STEMS, CHINESE_BRANCHES))
    for number in range(60)
}
SEXAGENARY = re.compile(rf"(?<![가-힣])(?P<name>{'|'.join(CYCLE)})(?:\s?\([^()]{{1,5}}\))?\s?[년年]")

# A colour stands for two stems, a beast for a branch; branches take every other stem, which leaves one of the two.
COLOURS = ("청|푸른|파란", "적|붉은|빨간", "황금|황|노란|누런", "백|흰|하얀", "흑|검은|검정")
BEASTS = ("쥐", "소", "호랑이|범|호", "토끼", "용|룡", "뱀", "토마|말|마", "양", "원숭이", "닭", "개", "돼지")
# 붉은 말의 해, ‘청룡’의 해, 검은 토끼(흑토)띠 해; but 황소의 해 is any 소, and two years of a cycle are called 황금돼지의 해
BY_BEAST = re.compile(
    rf"(?<![가-힣])(?!황소|황금\s?돼지)(?P<colour>{'|'.join(COLOURS)})\s?(?:\([^()]{{1,3}}\))?(?P<beast>{'|'.join(BEASTS)})"
    r"[’']?(?:\s?\([^()]{1,5}\))?(?:띠의?|의)?[’']?\s?해(?=[를인가이의에는로라다였\W]|$)"
)


def name_of(colour: str, beast: str) -> str:
    """What the year of a beast is called in the cycle: ``("붉은", "말")`` -> 병오; ``("청", "양")`` -> 을미."""
    branch = _place(beast, BEASTS)
    return STEMS[2 * _place(colour, COLOURS) + branch % 2] + BRANCHES[branch]


def _place(word: str, names: tuple[str, ...]) -> int:
    return next(number for number, forms in enumerate(names) if word in forms.split("|"))


def nearest(name: str, near: int) -> int:
    """The year of that name closest to ``near``: ``("병오", 2025)`` -> 2026; ``("丙午", 2025)`` -> 2026."""
    first = 1864 + CYCLE[name]  # 1864 was a 갑자 year
    return min(range(first, 2200, 60), key=lambda year: abs(year - near))
