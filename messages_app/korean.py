"""The one door to Kiwi, the Korean morphological analyser: one shared instance, built when first needed."""

import re
import warnings
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kiwipiepy import Kiwi, Token

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# What nobody sees, wherever web pages leave it: soft hyphens, zero-width blanks, marks of direction.
INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
# Signs that are read as words. Kiwi takes the particle behind one for a word: of 20%를 it makes 르, of 20%가 가다.
READ_SIGN = re.compile("(?<=[0-9A-Za-z])[%％‰℃℉°㎡㎢㎥㎞㎏₂²³+](?=[가-힣])")


class Morpheme(NamedTuple):
    """One morpheme of an analysed text: ``text[start:end]`` is where it stands, ``tag`` is Sejong's."""

    form: str
    tag: str
    start: int
    end: int


@cache
def _kiwi() -> Kiwi:
    # No threads of its own: a forked process does not have them, yet would wait for them when it ends, or abort.
    # One text at a time never uses them. The warning only says that 0 once meant something else.
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*num_workers=0", category=DeprecationWarning)
        return Kiwi(num_workers=0, load_multi_dict=False)


def warm_up() -> None:
    """Load the analyser now (about two seconds, 315 MB), so that processes forked later share it."""
    _kiwi().tokenize("준비")


def analyse(text: str) -> list[Morpheme]:
    """Morphemes of ``text`` in order. Offsets are code points; half a surrogate pair counts as a blank."""
    readable = LONE_SURROGATE.sub(" ", text)
    found = []
    for start, end in _pieces(readable):
        for token in _kiwi().tokenize(readable[start:end]):
            first = start + token.start
            found.append(Morpheme(token.form, token.tag, first, first + token.len))
    return found


PIECE = 4000  # Kiwi's time grows faster than the text: 200,000 characters at once take four times as long as in pieces


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of at most ``PIECE`` characters, each ending with its line or at least with its word."""
    start = 0
    while len(text) - start > PIECE:
        ends = (text.rfind(mark, start + 1, start + PIECE) + 1 for mark in "\n ")
        end = next(filter(None, ends), start + PIECE)
        yield start, end
        start = end
    yield start, len(text)


class Word(NamedTuple):
    """A word that carries meaning, under the form it is counted by: ``text[start:end]`` is where it stands."""

    form: str
    start: int
    end: int


NOUNS = ("NNG", "NNP", "SH", "XR")
VERBS = ("VV", "VA")
# They mean nothing without the word before them.
LIGHT_VERBS = ("하다", "되다", "시키다", "이다", "아니다", "있다", "없다", "않다", "못하다")
LATIN = re.compile(r"[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*(?:[&+./-]?[A-Za-z0-9]+)*")
# Suffixes that make another word of a noun, in the tags of Kiwi: 가속 -> 가속화, 지속 -> 지속성. Not 들, 님, 적.
SUFFIXES = ("화", "성", "률", "율", "력", "감", "권", "론", "형")
# So many analyses of a text are considered, and of those that are less likely than the best by a factor of e to this.
ANALYSES, LIKELY = 5, 4.0
AFTER_NUMBER = ("NNG", "NNP", "NNB", "NR", "XSN")


def visible(text: str) -> tuple[str, Sequence[int]]:
    """The characters of a text that can be seen, and where each of them stands, its end included."""
    readable = LONE_SURROGATE.sub(" ", text)
    if not INVISIBLE.search(readable):
        return readable, range(len(readable) + 1)
    places = [place for place, char in enumerate(readable) if not INVISIBLE.match(char)]
    return INVISIBLE.sub("", readable), [*places, len(readable)]


def content_words(text: str, compounds: Iterable[tuple[int, int]] = ()) -> list[Word]:
    """The words of ``text`` that carry meaning, in order, under one form for all their inflections.

    Nouns as they are, verbs and adjectives by lemma, foreign words in capitals, numbers with their
    unit, nouns with and without a prefix or suffix; nothing of particles and endings.
    ``compounds`` are spans to keep whole.

    ``"새로운 고객가치를"`` -> 새롭다, 고객, 가치; ``"1등 5G, 초격차"`` -> 1등, 5G, 초격차, 격차.
    """
    shown, places = visible(text)
    kept = _spans_in(places, compounds)
    return _placed(_words(shown, kept, _kiwi().tokenize(shown, pretokenized=_known(shown, kept))), places)


def likely_words(text: str, compounds: Iterable[tuple[int, int]] = ()) -> list[list[Word]]:
    """The same for a text cut out of another, where nobody knows what stood around it: of each likely analysis.

    The likeliest comes first. ``"달리는"`` -> 달리; 달리다.
    """
    shown, places = visible(text)
    kept = _spans_in(places, compounds)
    analyses = _kiwi().analyze(shown, top_n=ANALYSES, pretokenized=_known(shown, kept))
    best = analyses[0][1]
    return [_placed(_words(shown, kept, tokens), places) for tokens, score in analyses if score > best - LIKELY]


def _spans_in(places: Sequence[int], spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    return sorted({(bisect_left(places, start), bisect_left(places, end)) for start, end in spans})


def _placed(words: list[Word], places: Sequence[int]) -> list[Word]:
    """Words of the visible characters, where they stand in the text."""
    if isinstance(places, range):
        return words
    return [Word(word.form, places[word.start], places[word.end - 1] + 1) for word in words]


def _known(text: str, compounds: Sequence[tuple[int, int]]) -> list[tuple[int, int, str]] | None:
    """What Kiwi need not find out: compounds are nouns, signs read as words are units."""
    signs = (sign.span() for sign in READ_SIGN.finditer(text))
    units = [(start, end, "NNB") for start, end in signs if not _inside(start, compounds)]
    return [(start, end, "NNG") for start, end in compounds] + units or None


def _words(text: str, kept: Sequence[tuple[int, int]], tokens: Sequence[Token]) -> list[Word]:
    words = [Word(_kept_form(text[start:end]), start, end) for start, end in kept]
    words += [
        Word(found.group().upper(), *found.span())
        for found in LATIN.finditer(text)
        if len(found.group()) > 1 and not _inside(found.start(), kept)
    ]
    words += [word for word in _korean_words(text, tokens) if not _inside(word.start, kept)]
    return sorted(set(words), key=lambda word: (word.start, word.end))


def _korean_words(text: str, tokens: Sequence[Token]) -> Iterator[Word]:
    for place, token in enumerate(tokens):
        tag, end = token.tag.split("-")[0], token.start + token.len
        if tag == "XR" and token.len == 1:
            yield Word(f"{token.form}하다", token.start, end)
        elif tag in NOUNS:
            yield Word(token.form, token.start, end)
            if place + 1 < len(tokens) and tokens[place + 1].start == end and tokens[place + 1].form in SUFFIXES:
                yield Word(text[token.start : end + 1], token.start, end + 1)
        elif tag in VERBS or (tag == "VX" and not (place and tokens[place - 1].tag == "EC")):
            yield from _verb(token.lemma, token.start, end)
        elif tag == "MAG" and token.len > 1:
            yield Word(token.form, token.start, end)
        elif tag in ("SN", "XPN"):
            last = _glued_end(tokens, place, AFTER_NUMBER if tag == "SN" else NOUNS)
            if last > end:
                yield Word(text[token.start : last], token.start, last)


def _verb(lemma: str, start: int, end: int) -> Iterator[Word]:
    """A verb by its dictionary form; one made with 하다 by what it is made of: 따뜻하다 -> 따뜻, as 실천하다 -> 실천."""
    if lemma not in LIGHT_VERBS:
        yield Word(lemma.removesuffix("하다") if len(lemma) > 3 else lemma, start, end)


def _glued_end(tokens: Sequence[Token], place: int, tags: Sequence[str]) -> int:
    """Where a run of tokens with such tags, without blanks or signs between, ends: ``2`` in ``2차전지를`` -> after 지."""
    end: int = tokens[place].start + tokens[place].len
    for token in tokens[place + 1 :]:
        if token.start != end or token.tag.split("-")[0] not in tags or not token.form.isalnum():
            break
        end = token.start + token.len
    return end


def _inside(start: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start < last for first, last in spans)


def _kept_form(text: str) -> str:
    return "".join(text.split()).upper()


# Scores above the upper bound are those of words the model hardly saw; below the lower one they are chance.
SIMILAR = (0.5, 0.95)
TAGS_OF_WORDS = ("NNG", "NNP", "VV", "VA")


def similar_words(form: str, limit: int = 12) -> list[str]:
    """Words used in like surroundings, most alike first: ``"혁신"`` -> 개혁, 쇄신, …

    Opposites are among them (상생 -> 상극), so this is a suggestion to somebody who decides, never a synonym.
    """
    found: dict[str, float] = {}
    for tag in TAGS_OF_WORDS:
        stem = form.removesuffix("다") if tag.startswith("V") else form
        try:
            similar = _kiwi().most_similar_morphemes((stem, tag), limit)
        except ValueError:
            # The model does not know the word in that part of speech.
            continue
        for word in similar:
            if SIMILAR[0] <= word.score <= SIMILAR[1] and word.tag.split("-")[0] in TAGS_OF_WORDS:
                found.setdefault(word.form + "다" * word.tag.startswith("V"), word.score)
    return sorted(found, key=lambda word: -found[word])[:limit]
