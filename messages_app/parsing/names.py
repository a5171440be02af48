"""What names of people and organisations look like, by shape and by what the article does with them."""

import re
from functools import cache

from messages_app.parsing.lexicon import pairs, words

MASK = "\x01"  # stands for what is in parentheses
QUOTED = "\x02"  # stands for what is in quotation marks
PARTICLE = "께서는|께서|에게서|에게|에서는|에서|으로부터|로부터|으로서|로서|으로|은|는|이|가|도|의|을|를|와|과|이나|나|에|로|만|측은|측|이라고|라고|이라는|라는|이며|이자|이었|이다|다|이었다|였다|인|들은|들이|들도|들의|들|까지|부터|처럼|보다|한테"
# Endings of verbs and adjectives before a noun: 강력한, 선임된, 이어진 are no names although they look like some.
VERBAL = re.compile(r"(?:[한된는할던를]|[해어아워]진|[가-힣]인)$")


INTRODUCING = re.compile(r"(?:[하되르끄맡있나]는|[한된던])$")  # 취임한, 이끄는: what leads in a person
PRODUCT = re.compile(r"[A-Z]+-?\d+[A-Z]?|[가-힣]*(?:의|화학)약품")  # NR-1229, the number of a product; 전문의약품
PARTNER = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{3}),\s?$")
# 12시, 2차년도, 3세대, 4대: so many of something, or the how-manieth
COUNTED = re.compile(r"\d+(?:시|차|[가-힣]{0,3}[도대회사군구당청])")


@cache
def name_pattern() -> re.Pattern[str]:
    """A family name and one to two syllables."""
    surnames = words("surnames.txt")
    double = "|".join(word for word in surnames if len(word) == 2)
    single = "".join(word for word in surnames if len(word) == 1)
    return re.compile(rf"(?:(?:{double})[가-힣]{{1,2}}|[{single}][가-힣]{{1,2}})")


@cache
def title_pattern() -> re.Pattern[str]:
    """One office or several (``대표이사 겸 최고경영자``, ``회장님``), what is in parentheses after it, and a particle."""
    heads = "|".join(re.escape(word) for word in words("titles.txt"))
    addresses = "|".join(words("addresses.txt"))
    division = r"(?:(?:이사회|[A-Z]{2,4}|[가-힣A-Z&]{1,8}\s?부문|최고)\s?)?"
    more = rf"(?:{MASK}*\s?(?:겸|및|·)\s?|{MASK}*\s){division}(?:{heads})"
    return re.compile(
        rf"(?P<title>(?:{heads})(?:{more})*|(?:{addresses}))님?(?P<filler>{MASK}*)\s?(?P<particle>(?<=\s)(?:또한|역시)|(?<!\s)(?:{PARTICLE})?)(?:(?=체제)|(?![가-힣A-Za-z0-9]))"
    )


@cache
def organisation_ending() -> re.Pattern[str]:
    """What names of organisations end in."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, words('organisation_suffixes.txt')))})$")


def looks_like_name(word: str) -> bool:
    """Whether a word has the shape of a Korean person's name: ``한가온``, ``남궁솔빛``; not ``이날``."""
    return bool(name_pattern().fullmatch(word)) and word not in _lookalikes()


@cache
def _lookalikes() -> frozenset[str]:
    return frozenset(words("name_lookalikes.txt"))


def surnames_of(name: str) -> tuple[str, ...]:
    """What a name may be called by: ``한가온`` -> 한; ``남궁솔빛`` -> 남궁; ``남궁별`` -> 남궁, 남; the last word of a foreign name."""
    if " " in name:
        return (name.rsplit(" ", 1)[1],)
    families = words("surnames.txt")
    double = (name[:2],) if len(name) > 2 and name[:2] in families else ()
    return double if len(name) > 3 else (*double, name[:1])


def family_name(word: str) -> str | None:
    """The family name that a word is, as older papers print it too: ``한`` -> 한; ``李`` -> 이; ``가온`` -> None."""
    return word if word in words("surnames.txt") else pairs("hanja_surnames.tsv").get(word)


def has_given_name(name: str) -> bool:
    """Whether what follows the family name is made of syllables that given names have: 가온, not 마트."""
    syllables = words("given_syllables.txt")
    return any(all(letter in syllables for letter in name[len(family) :]) for family in surnames_of(name))


def looks_like_organisation(word: str) -> bool:
    """Whether a word ends as organisations do, or is in Latin capitals: ``가람텔레콤``, ``KR그룹``, ``NRE``; not ``R&D``, ``DS부문장``."""
    if word in words("abbreviations.txt") or PRODUCT.fullmatch(word) or COUNTED.fullmatch(word):
        return False
    latin = re.match(r"[A-Z][A-Za-z&]*[A-Z&0-9]", word) and not word.endswith(words("division_offices.txt"))
    return bool(organisation_ending().search(word) or latin)


def names_nobody(organisation: str) -> bool:
    """Whether words mean a circle or a sort of organisation and none by name: 반도체 업계, 재계, 대기업, 회사; not 누리은행."""
    lists = ("collectives.txt", "generic_organisations.txt", "kinds_of_business.txt")
    return organisation.endswith(words("circles.txt")) or any(organisation in words(file) for file in lists)


@cache
def is_kind(word: str) -> bool:
    """Whether a word is nothing but endings of names: 금융지주, 투자증권, 시스템."""
    endings = words("organisation_suffixes.txt")
    return any(word == ending or (word.endswith(ending) and is_kind(word[: -len(ending)])) for ending in endings)


def is_abbreviation(short: str, full: str, *, called: bool = False) -> bool:
    """Whether the letters of ``short`` stand in this order in ``full``, from its first: 가람상의 in 가람상공회의소.

    Where the article says that it is ``called`` so, from any: 대한누리기업단체연합회(이하 누기연).
    """
    if len(short) >= len(full) or (short[:1] != full[:1] and not called):
        return False
    letters = iter(full)
    return all(letter in letters for letter in short)


def partner_before(masked: str, start: int, end: int, *, shared: bool, alone: bool) -> re.Match[str] | None:
    """Who stands with a comma before a person: in a ``shared`` office, ``한가온, [도하람 누리 공동대표]``.

    In any office where no company comes between (``alone``) and the sentence opens so: ``한가온, [도하람 대표]는``.
    """
    before = PARTNER.search(masked, max(start, end - 6), end)
    if not before or not looks_like_name(before["name"]):
        return None
    opens = alone and not masked[start : before.start()].strip() and has_given_name(before["name"])
    return before if shared or opens else None
