"""The gold articles told of other people and companies, in other layouts: what a rule that holds must survive.

Every function takes a gold article and returns it changed, its answers changed alike. All is drawn
from a generator seeded by the article, so that a run can be repeated.
"""

import random
import re
from collections.abc import Callable

from edits import Article, Edit, apply, replace_all, rewrite_speakers

SINGLE_SURNAMES = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길"
DOUBLE_SURNAMES = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방")
GIVEN = "준현성민재영태우진호석환규철수은경희원상동기용훈종범승정윤인형근찬일건한"
FOREIGN_GIVEN = ("마르코", "올리버", "카밀라", "헨리크", "루이지", "소피아", "안톤", "베아트리스")
FOREIGN_FAMILY = ("벨라스", "린드홀름", "오테로", "파스칼리", "브라운슨", "켈러만", "드라고비치", "마이어스")
COINED = (
    "뭉게로",
    "토리온",
    "새록",
    "온두레",
    "가디움",
    "벼리",
    "누비오",
    "하랑",
    "모아리",
    "도드락",
    "빛가온",
    "타래",
    "윤슬",
    "고도리아",
    "소르빈",
    "다리움",
)
LETTERS = ("QN", "VRT", "DW", "ZM", "OXO", "BHK", "YPC", "RJ")
OFFICE = r"(?:부?회장|부?사장|대표|이사장|은행장|행장|병원장|원장|의장|위원장|총장|시장|지사|대통령|본부장|청장|의원|감독|씨)"
KINDS = r"(?:금융지주|금융그룹|그룹|금융|전자|텔레콤|은행|투자증권|증권|생명|손해보험|화학|건설|중공업|제약|바이오\w*|홀딩스|자동차|물산|카드|병원|대병원|공사|발전|운용|에너지솔루션|에너지|유플러스|에어로스페이스|게임즈|엔터테인먼트|푸드|제과|항공|재단|의료원|대학교|대)$"
PUBLIC = re.compile(
    r"한국|대한|중소|국가|국회|중앙|서울|부산|광주|대구|인천|전국|무역|경제|은행연합|기자|간호|의사|변호사|과방|농협"
)


def _random(article: Article, salt: str) -> random.Random:
    return random.Random(f"{article['id']} {salt}")  # noqa: S311


def _names(article: Article) -> list[str]:
    return sorted({who["name"] for quote in article["quotes"] for who in quote.get("speakers", []) if who.get("name")})


def _korean(names: list[str]) -> list[str]:
    return [name for name in names if re.fullmatch(r"[가-힣]{2,4}", name)]


def _rename(article: Article, full: dict[str, str], short: dict[str, str]) -> Article:
    """Full names everywhere, family names where an office follows."""
    if not full:
        return article
    names = "|".join(sorted(full, key=len, reverse=True))
    families = "|".join(sorted(short, key=len, reverse=True))
    pattern = re.compile(
        rf"(?P<full>{names})|(?<![가-힣])(?P<short>{families})(?=\s{OFFICE}|(?:회장|대표|행장|의장|본부장)(?![가-힣]{{3}}))"
    )
    edits = replace_all(article["text"], pattern, lambda m: full[m["full"]] if m["full"] else short[m["short"]])
    return rewrite_speakers(apply(article, edits), lambda name: full.get(name, name))


def _other_people(article: Article, families: list[str], given: Callable[[random.Random, int], str]) -> Article:
    chance = _random(article, "people")
    names = _korean(_names(article))
    drawn = chance.sample(families, min(len(families), len({name[0] for name in names})))
    short = dict(zip(sorted({name[0] for name in names}), drawn, strict=False))
    full = {name: short[name[0]] + given(chance, len(name) - 1) for name in names if name[0] in short}
    return _rename(article, full, short)


def people(article: Article) -> Article:
    """Other family and given names of the same length; namesakes stay namesakes."""
    return _other_people(article, list(SINGLE_SURNAMES), lambda chance, size: "".join(chance.choices(GIVEN, k=size)))


def double_surnames(article: Article) -> Article:
    """Family names of two syllables: 남궁 회장."""
    return _other_people(article, list(DOUBLE_SURNAMES), lambda chance, size: "".join(chance.choices(GIVEN, k=size)))


def short_names(article: Article) -> Article:
    """Names of two syllables: 류진."""
    return _other_people(article, list(SINGLE_SURNAMES), lambda chance, size: chance.choice(GIVEN))


def foreigners(article: Article) -> Article:
    """Names of two words: 마르코 벨라스, 벨라스 회장."""
    chance = _random(article, "foreigners")
    names = _korean(_names(article))[: len(FOREIGN_FAMILY)]
    family = dict(
        zip(sorted({name[0] for name in names}), chance.sample(FOREIGN_FAMILY, len(FOREIGN_FAMILY)), strict=False)
    )
    given = dict(zip(names, chance.sample(FOREIGN_GIVEN, len(FOREIGN_GIVEN)), strict=False))
    return _rename(article, {name: f"{given[name]} {family[name[0]]}" for name in names}, family)


def _stems(article: Article) -> list[str]:
    """What names of companies begin with, their kind left out; offices of the state and associations stay."""
    found = set()
    for quote in article["quotes"]:
        for who in quote.get("speakers", []):
            name = who.get("organisation") or ""
            if name and " " not in name and not PUBLIC.search(name) and re.match(r"[가-힣A-Z]", name):
                stem = re.match(r"[A-Z]{2,4}", name)
                found.add(stem.group() if stem else re.sub(KINDS, "", name))
    return sorted((stem for stem in found if len(stem) >= 2), key=lambda stem: (-len(stem), stem))


def _other_companies(article: Article, pool: tuple[str, ...], ending: str = "") -> Article:
    stems = _stems(article)
    if not stems:
        return article
    drawn = _random(article, "companies").sample(pool, len(pool))
    new = {stem: drawn[number % len(drawn)] for number, stem in enumerate(stems)}
    pattern = re.compile(
        rf"(?<![가-힣A-Za-z])({'|'.join(map(re.escape, stems))})(?:그룹|전자|텔레콤)?"
        if ending
        else rf"(?<![가-힣A-Za-z])({'|'.join(map(re.escape, stems))})"
    )
    edits = replace_all(article["text"], pattern, lambda m: new[m[1]] + ("" if ending else m[0][len(m[1]) :]))
    return rewrite_speakers(apply(article, edits), lambda name: pattern.sub(lambda m: new[m[1]], name))


def companies(article: Article) -> Article:
    """Coined names with the old endings: 뭉게로그룹, 새록증권."""
    return _other_companies(article, COINED)


def bare_companies(article: Article) -> Article:
    """Coined names without 그룹, 전자, 텔레콤: nothing in 뭉게로 says that it is a company."""
    return _other_companies(article, COINED, ending="none")


def lettered_companies(article: Article) -> Article:
    """Names in Latin capitals: VRT전자."""
    return _other_companies(article, LETTERS)


def both(article: Article) -> Article:
    """Other people and other companies at once."""
    return companies(people(article))


BETWEEN = re.compile(r"(?<=[가-힣.”’\"'])[ \t]*\n[\s\n]*(?=[가-힣“‘\"'A-Z])")


def _paragraph_breaks(text: str) -> list[tuple[int, int]]:
    """Breaks between two long lines that both finish a sentence."""
    found = []
    for match in BETWEEN.finditer(text):
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        following = text[match.end() :].split("\n", 1)[0]
        if all(len(line) > 60 and re.search(r"[다요]\.", line) for line in (before, following)) and before.endswith(
            "."
        ):
            found.append((match.start(), match.end()))
    return found


def joined(article: Article) -> Article:
    """Paragraph breaks lost: …말했다.정 회장은"""
    return apply(article, [Edit(start, end, "") for start, end in _paragraph_breaks(article["text"])])


def spread(article: Article) -> Article:
    """A paragraph for each sentence of the body that ends in 다, outside quotations."""
    pattern = re.compile(r"(?<=[했혔였었겠이]다\.) ?(?=[가-힣])")
    quoted = [(quote["start"], quote["end"]) for quote in article["quotes"]]
    edits = replace_all(article["text"], pattern, lambda _: "\n\n")
    return apply(article, [e for e in edits if not any(start <= e.start < end for start, end in quoted)])


def _marks(article: Article, table: dict[str, str]) -> Article:
    pattern = re.compile("|".join(map(re.escape, table)))
    return apply(article, replace_all(article["text"], pattern, lambda match: table[match.group()]))


def straight(article: Article) -> Article:
    """All marks straight."""
    return _marks(article, {"“": '"', "”": '"', "‘": "'", "’": "'"})


def entities(article: Article) -> Article:
    """Marks as the entities of HTML."""
    return _marks(
        article, {"“": "&ldquo;", "”": "&rdquo;", '"': "&quot;", "‘": "&lsquo;", "’": "&rsquo;", "'": "&#39;"}
    )


def blanks(article: Article) -> Article:
    """Windows line ends, no-break blanks before offices, zero-width blanks after full stops."""
    text = article["text"]
    edits = replace_all(text, re.compile(r"\n"), lambda _: "\r\n")
    edits += replace_all(text, re.compile(rf"(?<=[가-힣]) (?={OFFICE})"), lambda _: "\u00a0")
    edits += replace_all(text, re.compile(r"(?<=다\.)(?= )"), lambda _: "\u200b")
    return apply(article, edits)


ABOVE = "가온뉴스\n전체메뉴\n로그인\n회원가입\n정치\n경제\n사회\n국제\n기자 구독\n“올해는 다르다” 도담은행장의 승부수\n홈 > 산업 > 재계\n"
BELOW = '\n이 기사 어떠셨나요?\n좋아요 3\n훈훈해요 1\n기자 프로필\n관련기사\n미르그룹 회장 “현장이 답이다”\n누리증권 대표 "고객 곁으로"\n실시간 인기기사\n1\n해솔중공업, ‘안전 원년’ 선포\n2\n“수출 늘리자” 가람상의 신년회\nCopyright ⓒ 가온뉴스. 무단전재 및 재배포 금지\n'


def other_chrome(article: Article) -> Article:
    """The menus of a newspaper's own site above and below, with other headlines in them."""
    whole = apply(article, [Edit(0, 0, ABOVE), Edit(len(article["text"]), len(article["text"]), BELOW)])
    return {**whole, "outlet": None}


PERTURBATIONS: tuple[Callable[[Article], Article], ...] = (
    people, double_surnames, short_names, foreigners, companies, bare_companies, lettered_companies, both,
    joined, spread, straight, entities, blanks, other_chrome,
)  # fmt: skip
