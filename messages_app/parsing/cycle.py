"""Years by their name in the cycle of sixty: 병오년, 병오(丙午)년, 丙午年."""

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


def nearest(name: str, near: int) -> int:
    """The year of that name closest to ``near``: ``("병오", 2025)`` -> 2026; ``("丙午", 2025)`` -> 2026."""
    first = 1864 + CYCLE[name]  # 1864 was a 갑자 year
    return min(range(first, 2200, 60), key=lambda year: abs(year - near))
