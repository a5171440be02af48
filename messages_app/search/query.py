"""The query language: what somebody typed, as a tree, or a clear reason why it cannot be read.

``고객 가치``            both words, in any form and spacing
``"고객 가치"``          exactly these characters
``-비용``               without the word
``고객 OR 주주``         one or the other (binds more closely than a blank)
``고객 NEAR 가치``       both, within a few words of each other
``낱말:우리``            the word as it is counted, whatever else is written so
``기업:가람텔레콤 인물:"김가온" 연도:2021..2024 매체:가온경제 업종:금융``    conditions
"""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FIELDS = {
    "기업": "company",
    "회사": "company",
    "company": "company",
    "인물": "executive",
    "경영인": "executive",
    "person": "executive",
    "executive": "executive",
    "연도": "year",
    "year": "year",
    "매체": "outlet",
    "outlet": "outlet",
    "업종": "industry",
    "industry": "industry",
}
# Not conditions on a statement but on how a word is read.
OF_WORDS = ("낱말", "word")
YEARS = re.compile(r"(?P<first>\d{4})(?:년)?(?:(?:\.\.|-|~|–)(?P<last>\d{4})?(?:년)?)?")
UNTIL = re.compile(r"(?:\.\.|~|–)(?P<last>\d{4})(?:년)?")
OPEN_ENDED = 9999
# A blank may follow the colon of a field that there is; any other word with one is read with what it is written to.
TOKEN = re.compile(
    rf"""(?P<minus>[-–−])?(?:(?P<known>{"|".join((*FIELDS, *OF_WORDS))}):\s*|(?P<other>[^\W\d_]+):)?"""
    r"""(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+))""",
    re.IGNORECASE,
)
# Full width, as Korean keyboards can make letters, digits and the signs of this language: Ａ -> A, － -> -.
FULL_WIDTH = "".join(
    map(chr, (0xFF02, 0xFF0D, 0xFF1A, *range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))
)
MARKS = str.maketrans("“”„‟" + FULL_WIDTH, '""""' + unicodedata.normalize("NFKC", FULL_WIDTH))
MAX_TERMS = 20
# What no text has: halves of characters, and the one that databases refuse.
UNREADABLE = re.compile("[\ud800-\udfff\0]")


class QueryError(ValueError):
    """A query that cannot be read. ``message`` says what is wrong with it and what to write instead."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = message


class Word(NamedTuple):
    """A word in any of its forms, however spaced; or, with ``itself``, one that is counted in just this form."""

    text: str
    itself: bool = False

    @property
    def typed(self) -> str:
        """The word as it is written in a query."""
        return f"{OF_WORDS[0]}:{self.text}" if self.itself else self.text


class Phrase(NamedTuple):
    """Exactly these characters."""

    text: str


class Near(NamedTuple):
    """Two words close to each other, in either order."""

    left: Word
    right: Word


Term = Word | Phrase | Near


class Clause(NamedTuple):
    """At least one of the terms, or none of them where negated."""

    terms: tuple[Term, ...]
    negated: bool = False


class Condition(NamedTuple):
    """``기업:가람텔레콤``: a field of ``FIELDS``, a value as typed, and whether it must not hold."""

    name: str
    value: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All clauses must hold, and of the conditions on one field at least one (none of the negated)."""

    clauses: tuple[Clause, ...] = ()
    conditions: tuple[Condition, ...] = ()


@dataclass(slots=True)
class _Reader:
    clauses: list[Clause] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    joining: str = ""


def parse_query(text: str) -> Query:
    """Read a query; an empty one asks for everything. Raises QueryError."""
    reader = _Reader()
    text = UNREADABLE.sub(" ", text)
    tokens = list(TOKEN.finditer(unicodedata.normalize("NFC", text).translate(MARKS)))
    if len(tokens) > MAX_TERMS:
        raise QueryError(_("찾는 말이 너무 많습니다. 스무 개 안으로 줄여 주세요."))
    for token in tokens:
        _read(reader, token)
    if reader.joining:
        raise QueryError(_("%(word)s 뒤에 찾을 말이 없습니다. 예: 고객 %(word)s 가치") % {"word": reader.joining})
    if text.strip() and not (reader.clauses or reader.conditions):
        raise QueryError(_("찾을 낱말이 없습니다. 글자나 숫자를 적어 주세요."))
    return Query(tuple(reader.clauses), tuple(reader.conditions))


def read_years(value: str) -> tuple[int, int]:
    """``2024`` or ``2021..2024`` (also ``2021-2024``, ``2021..``, ``..2024``) as first and last year.

    No first year is 0, no last one ``OPEN_ENDED``. Raises QueryError.
    """
    if until := UNTIL.fullmatch(value.strip()):
        return 0, int(until["last"])
    match = YEARS.fullmatch(value.strip())
    if not match:
        raise QueryError(_("연도는 2024나 2021..2024처럼 적어 주세요."))
    first = int(match["first"])
    open_ended = re.search(r"(?:\.\.|-|~|–)$", value.strip())
    last = int(match["last"]) if match["last"] else OPEN_ENDED if open_ended else first
    if last < first:
        raise QueryError(_("연도의 앞뒤가 바뀌었습니다. 2021..2024처럼 이른 해를 먼저 적어 주세요."))
    return first, last


def _read(reader: _Reader, token: re.Match[str]) -> None:
    if token["phrase"] is not None and not token["closed"]:
        raise QueryError(_('따옴표가 닫히지 않았습니다. "고객 가치"처럼 양쪽에 적어 주세요.'))
    field = _field(token)
    if field and field.casefold() not in OF_WORDS:
        _read_condition(reader, token, field)
    elif token["word"] in ("OR", "NEAR") and not (field or token["minus"]):
        _read_joint(reader, token["word"])
    else:
        _read_term(reader, token)


def _field(token: re.Match[str]) -> str:
    """The name before the colon, if any. Raises QueryError for one with nothing behind it: ``기업:`` at the end."""
    name = token["known"] or token["other"] or ""
    value = _value(token)
    if not name and value.endswith(":") and value[:-1].casefold() in (*FIELDS, *OF_WORDS):
        name, value = value[:-1], ""
    if name and not value:
        raise QueryError(_("‘%(field)s:’ 뒤에 값이 없습니다.") % {"field": name})
    return name


def _value(token: re.Match[str]) -> str:
    return str(token["word"] if token["phrase"] is None else token["phrase"]).strip()


def _read_condition(reader: _Reader, token: re.Match[str], field: str) -> None:
    name, value = FIELDS.get(field.casefold()), _value(token)
    if not name:
        message = _("‘%(field)s:’ 조건은 없습니다. 쓸 수 있는 조건: 기업:, 인물:, 연도:, 매체:, 업종:, 낱말:")
        raise QueryError(message % {"field": field})
    if reader.joining:
        raise QueryError(_("%(word)s는 낱말끼리만 이을 수 있습니다.") % {"word": reader.joining})
    if name == "year":
        read_years(value)
    reader.conditions.append(Condition(name, value, bool(token["minus"])))


def _read_joint(reader: _Reader, word: str) -> None:
    last = reader.clauses[-1] if reader.clauses else None
    if reader.joining or not last or last.negated:
        raise QueryError(_("%(word)s 앞에 찾을 말이 없습니다. 예: 고객 %(word)s 가치") % {"word": word})
    reader.joining = word


def _read_term(reader: _Reader, token: re.Match[str]) -> None:
    term = _term(token)
    negated = bool(token["minus"])
    if term is None:
        return
    if not reader.joining:
        reader.clauses.append(Clause((term,), negated))
        return
    last = reader.clauses.pop()
    if negated:
        raise QueryError(_("%(word)s 뒤에는 -를 쓸 수 없습니다.") % {"word": reader.joining})
    if reader.joining == "OR":
        reader.clauses.append(Clause((*last.terms, term)))
    else:
        left = last.terms[-1]
        if not (isinstance(left, Word) and isinstance(term, Word)):
            raise QueryError(_("NEAR는 낱말 두 개 사이에 씁니다. 예: 고객 NEAR 가치"))
        reader.clauses.append(Clause((*last.terms[:-1], Near(left, term))))
    reader.joining = ""


def _term(token: re.Match[str]) -> Term | None:
    """The word or phrase of a token; None where it holds no letter or digit."""
    text = " ".join(_value(token).split())
    if not re.search(r"\w", text):
        return None
    if token["known"]:
        return Word(text, itself=True)
    return Phrase(text) if token["phrase"] is not None else Word(text)
