"""Which New Year a message is for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest

from messages_app.parsing.cleaning import is_caption, is_prose
from messages_app.parsing.cycle import BY_BEAST, SEXAGENARY, name_of, nearest
from messages_app.parsing.dates import days_in
from messages_app.parsing.results import Evidence, Line, Span

OCCASION = r"신년사|신년\s?메시지|신년\s?인사|신년회|신년식|신년하례|시무식|신년\s?기자|신년\s?간담|새해\s?(?:인사|메시지|메세지|첫\s?업무|포부|각오)|신년\s?(?:계획|목표|경영|포부|다짐)|송년사|(?:증시|시장)\s?(?:개장식|대동제)"
MEETING = r"(?:신년|새해)\s?(?:맞이\s?)?(?:모임|행사|교례회|인사회|연설|담화|미팅|전략\s?회의|타운홀|조회|간담회|오찬|만찬|서신|편지|영상|화두|일성|첫\s?(?:출근|회의))"
NEW_YEAR = re.compile(f"{OCCASION}|{MEETING}")
ANNOUNCED = re.compile(rf"다음은\s[^.]{{0,80}}?(?:{OCCASION})[^.]{{0,10}}(?:전문|요지|요약|내용|발췌)")
# No message by itself: sales and concerts greet the year too
GREETED = re.compile(
    rf"{BY_BEAST.pattern}를?\s맞|"
    r"(?:새해를?|(?:19|20)\d{2}년(?:을|\s한\s해를))\s?(?:맞|시작하)|새해\s?첫\s?(?:공식\s?)?(?:일정|행보|방문|현장)"
)
# What is said of the new year, and to whom: one’s own people
OF_THE_YEAR = re.compile(r"[“\"][^“”\"]{0,200}(?:새해|올해|올\s한\s?해)[^“”\"]{0,200}[”\"]\s?이?라?(?:고|며|면서)\s")
# “2026년은 더욱 도약하는 해가 될 것”: a year hailed in words said
HAILED = re.compile(r"[“\"][^“”\"]{0,160}?20\d{2}년(?:은|을|이)\s[^“”\"]{2,40}?해(?:가\s(?:될|되)|로\s만들)")
OWN_PEOPLE = re.compile(r"임직원|교직원|직원들|구성원|임원들|사원들|공직자|조합원")
EXPLICIT = re.compile(
    rf"(?P<year>(?:19|20)\d{{2}})(?!년을\s(?:떠나)?보내)(?:년도?|(?=[^가-힣]))(?:\s?[가-힣()丙午年]{{2,10}}년?)?(?:\s?[가-힣A-Za-z·()]{{1,12}}){{0,3}}?\s?(?:{OCCASION}|새해)"
)
ISSUE = re.compile(r"[\[【<(](?P<year>20\d{2})\s?신년[\]】>)]")  # [2026 신년]: what a paper calls its pages of the day
# [신년사 2026], 2025년 12월 30일 신년사, 2026년 1월 2일 시무식
BEHIND_OCCASION = re.compile(rf"(?:{OCCASION})[\s(\[<]{{1,2}}(?P<year>(?:19|20)\d{{2}})(?![\d.]|년\s?\d)")
OF_THE_DAY = re.compile(
    rf"(?P<year>(?:19|20)\d{{2}})년\s?(?P<month>12|1)월\s?\d{{1,2}}일[^.“”\"\r\n]{{0,24}}?(?:{OCCASION}|{MEETING})"
)
UPLOADED = re.compile(r"https?://[^\s<>\"'()]{4,90}?/(?P<year>20\d{2})/?(?P<month>01|12)(?=[/\d])")
DAY_ALONE = re.compile(r"(?<!\d)(?P<day>\d{1,2})일")
SHORTENED = re.compile(rf"(?<![\d.])['’‘]?(?P<year>\d{{2}})년도?\s?(?:{OCCASION})")  # 98년 시무식
# ’24년 경영방침, 19년엔 도약의 해로, 19년에는 … 강화하고자 한다, but not 지난 20년은
SHORT_NAMED = re.compile(
    r"['’‘](?P<marked>\d{2})년(?![가-힣])|(?<![\d.'’‘])(?<!지난\s)(?<!앞으로\s)(?<!향후\s)(?P<bare>9\d|[0-3]\d)년(?:은|엔|에는)\s"
    r"[^.“”\"]{0,30}?(?:해|원년)(?=[가이로라다\s])"
    r"|(?<![\d.'’‘])(?P<ahead>9\d|[0-3]\d)년(?:엔|에는)\s[^.“”\"]{4,60}?(?:하고자\s한다|겠다|[할될]\s(?:것|계획))"
)
OTHER_YEAR = re.compile(r"(?<!\d)(?P<year>20\d{2})(?=년|\d{4}_|[.\-/])")

# A year by its number, but no date and no stretch of time: 2026년 3월, 2004년부터, 2030년까지, 2024년 말; 2024년 대표 사업 is one.
NAMED = re.compile(
    r"(?P<past>(?:지난|작년|지난해)\s?[(‘']?)?(?<!\d)(?P<year>(?:19|20)\d{2})(?!\d)(?:년도?|(?=[,\s]))(?!대|생|\s?(?:\d|대비|까지|부터|이후|이래|당시|상반기|하반기|(?:말|초)(?:[까부에의이을기\s,.]|$)))(?P<topic>은|도|에는|엔|에도|이|에)?(?:을|의)?(?![가-힣])"
)
OPEN_L = "".join(chr(code) for code in range(ord("갈"), ord("힣") + 1, 28))  # syllables that end in ㄹ: 나설 뜻
AHEAD = re.compile(
    rf"겠|[{OPEN_L}]\s(?:것|뜻|계획|방침|각오|예정|포부)|자[.!’']|자$|자[고며는]\s|[합갑립킵둡봅]시다|기를|길\s(?:바|기)|바란|바랍니다|원년"
)
PAST = "".join(
    chr(code) for code in range(ord("갔"), ord("힣"), 28) if chr(code) not in "겠있"
)  # syllables that end in ㅆ
BEHIND = re.compile(rf"[{PAST}겪](?:다|습니다|지만|으나|고\s|으며|는데|던)|보내고|마무리하|저물")
OVER = re.compile(r"\s?(?:한\s?해|우리|한\s?해를|1년)")  # 지난 2016년 한 해, but not 지난 2006년 진출한 시장
# 2024년을 보내고, 2024년 한 해의 노고를 치하했다: a year that is sent off
SENT_OFF = re.compile(
    r"\s(?:(?:떠나)?보내[고며는]|한\s해(?:의|\s동안의?)?\s[^.“”\"]{0,24}(?:노고|수고|고생|치하|되돌아|돌아[보봤]))"
)
SENTENCE_END = re.compile(r"\. |[”\"]")
GOAL = re.compile(
    r"[^.,”\"]{0,18}(?:달성|비전|선정|창립|주년|수상|매출\s?\d|[을를]\s목표로)"
)  # 2018년 기업가치 30조 원 달성 목표
# 2012년 취임했을 때, 2018년 가온에 문을 연, 2018년 가온을 시작으로: when something began that has long been so
BEGUN = re.compile(
    r"\s?(?:[가-힣]{1,10}\s){0,2}?(?:(?:취임|부임|입사|출범|설립|창립|창업|창단|개장|개관|개교|개원|착공|준공|완공|체결|제정|진출|인수|합병|도입|상장|이전)"
    r"(?:한|된|했|됐|하고|되고|해|돼|하며|\s?(?:이래|이후|당시|때|\d+주년))|문을\s연|(?<=[을를]\s)시작으로)"
)
# 2023년 누리는 … 결실을 맺었다. 올해 …: what a year has brought; not 2013년 뱀띠 해가 밝았다
DAWNED = r"[^.“”\"]{0,60}(?:밝았|떠올랐|시작|열렸|맞았|맞이|찾아왔)"
BROUGHT = re.compile(
    rf"(?!{DAWNED})\s[^.“”\"]{{2,60}}?[{PAST}](?:다|습니다)[.”\"]?\s?(?:“|\"|이제\s)?(?:올해|올\s한\s?해)"
)
VERDICT = 80  # letters within which a sentence says whether a year lies ahead or behind


def find_message_year(
    text: str, lines: Sequence[Line], published: date | None, *, dated: bool = True, quoted: bool = True
) -> tuple[int | None, tuple[Evidence, ...]]:
    """The New Year meant and the words that say so; no year for an article about something else.

    One that quotes nobody (not ``quoted``) is about a message only if its title or a heading says so. A day that is
    not sure (not ``dated``), or far from any New Year, on which a page may have been copied, yields to years named.
    ``(서울=…) 2025년 12월 29일`` with ``2026년 신년사`` -> 2026; ``신축년 새해`` pasted from January 2021 -> 2021.
    """
    readable = [line for line in lines if line.role in ("title", "heading", "body", "byline")]
    readable += _captions_of_occasion(text, lines)
    telling = [line for line in readable if quoted or _tells_of_message(text, line)]
    if not _speaks_of_message(text, telling):
        greeted = any(GREETED.search(text, line.start, line.end) for line in telling) or _is_hailed(
            text, telling, published
        )
        named = _named_year(text, readable) or _year_greeted(text, readable, published) if greeted else None
        return (named[0], (named[1],)) if named else (None, ())
    votes: Counter[int] = Counter()
    evidence = []
    settled = False
    for year, weight, found in _votes(text, readable, published, dated=dated):
        votes[year] += weight
        evidence.append((year, found))
        settled = settled or weight > 1
    named = None if settled else _named_year(text, readable) or _short_year(text, readable)
    named = named or (None if votes else _year_of_digest(text, lines) or _year_of_picture(text, lines, readable))
    if named:
        return named[0], (named[1],)
    best = max(votes, key=lambda year: (votes[year], year), default=None)
    return best, tuple(found for year, found in evidence if found.span.end)


def _captions_of_occasion(text: str, lines: Sequence[Line]) -> list[Line]:
    """Captions within the article that name an occasion with its year: ``누리는 9일 ‘2026 신년인사회’를 개최했다. 사진=누리``."""
    last = max((number for number, line in enumerate(lines) if line.role == "body"), default=0)
    return [line for line in lines[:last] if line.role == "caption" and EXPLICIT.search(text, line.start, line.end)]


def _tells_of_message(text: str, line: Line) -> bool:
    """A title, a heading, or what announces the words below it: ``다음은 한가온 사장의 2026년 신년사 요지다``."""
    return line.role in ("title", "heading") or bool(ANNOUNCED.search(text, line.start, line.end))


def _speaks_of_message(text: str, lines: Iterable[Line]) -> bool:
    spans = [(line.start, line.end) for line in lines]
    return any(NEW_YEAR.search(text, *span) or SEXAGENARY.search(text, *span) for span in spans)


def _is_hailed(text: str, telling: Sequence[Line], published: date | None) -> bool:
    """Whether words said to one’s own people hail a year, in the weeks around it as far as is known."""
    season = not published or published.month in (12, 1)
    own = any(OWN_PEOPLE.search(text, line.start, line.end) for line in telling)
    return season and own and any(HAILED.search(text, line.start, line.end) for line in telling)


def _year_greeted(text: str, readable: Sequence[Line], published: date | None) -> tuple[int, Evidence] | None:
    """Where one’s own people are spoken to in the first weeks: ``새해를 맞아 …``, ``임직원에게 “새해에도 …”고`` in January 2026 -> 2026."""
    if not published or (published.month, published.day) > (1, 20) and (published.month, published.day) < (12, 26):
        return None
    spoken = next((found for line in readable if (found := OF_THE_YEAR.search(text, line.start, line.end))), None)
    own = any(OWN_PEOPLE.search(text, line.start, line.end) for line in readable)
    year = published.year + (published.month == 12)
    return (year, Evidence("published_date", Span(*spoken.span()))) if spoken and own else None


def _named_year(text: str, readable: Sequence[Line]) -> tuple[int, Evidence] | None:
    """The year that an article about messages speaks of where no date settles it, the earlier of two.

    ``2019년을 만들어 가겠다`` -> 2019; ``지난 2016년은 어려웠다`` -> 2017.
    """
    votes: Counter[int] = Counter()
    spans: dict[int, Span] = {}
    for line in readable:
        for year, weight, span in _named(text, line):
            votes[year] += weight
            spans.setdefault(year, span)
    occasions = sum(len(NEW_YEAR.findall(text, line.start, line.end)) for line in readable)
    best = max(votes, key=lambda year: (votes[year], -year), default=None)
    if best is None or (occasions < 2 and votes[best] < 2 and len(votes) > 1):
        return None
    return best, Evidence("year_named", spans[best])


def _short_year(text: str, readable: Sequence[Line]) -> tuple[int, Evidence] | None:
    """The first year named by two figures: ``’24년 경영방침`` -> 2024; ``98년은 도약의 해라며`` -> 1998."""
    for line in readable:
        for match in SHORT_NAMED.finditer(text, line.start, line.end):
            return _of_century(match["marked"] or match["bare"] or match["ahead"]), Evidence(
                "year_named", Span(*match.span())
            )
    return None


def _of_century(figures: str) -> int:
    return int(figures) + (1900 if figures > "50" else 2000)


def _year_of_digest(text: str, lines: Sequence[Line]) -> tuple[int, Evidence] | None:
    """Where nothing else tells: the occasion with its year in a digest that the page puts over the article."""
    first = next((number for number, line in enumerate(lines) if line.role == "body"), 0)
    for line in lines[:first]:
        match = EXPLICIT.search(text, line.start, line.end) if line.role == "noise" else None
        if match and is_prose(text[line.start : line.end]):
            return int(match["year"]), Evidence("year_named", Span(*match.span()))
    return None


def _year_of_picture(text: str, lines: Sequence[Line], readable: Sequence[Line]) -> tuple[int, Evidence] | None:
    """Where nothing else tells: a photo taken on the day the article names (``2023.01.02``, 2일), or put up in its weeks."""
    told = {int(match["day"]) for line in readable for match in DAY_ALONE.finditer(text, line.start, line.end)}
    for line in lines:
        content = text[line.start : line.end]
        if line.role == "caption" or (line.role == "noise" and is_caption(content)):
            for taken in days_in(content):
                if taken.day.month in (12, 1) and taken.day.day in told:
                    span = Span(line.start + taken.start, line.start + taken.end)
                    return taken.day.year + (taken.day.month == 12), Evidence("photo", span)
        for match in UPLOADED.finditer(text, line.start, line.end):
            return int(match["year"]) + (match["month"] == "12"), Evidence("photo", Span(*match.span("year")))
    return None


def _named(text: str, line: Line) -> Iterator[tuple[int, int, Span]]:
    """Each year of a line as the New Year it speaks for, with its weight: 2 where the sentence looks ahead or back."""
    found = list(NAMED.finditer(text, line.start, line.end))
    for match, following in zip_longest(found, found[1:]):
        if not match["topic"] and (GOAL.match(text, match.end(), line.end) or BEGUN.match(text, match.end(), line.end)):
            continue
        end = min(following.start() if following else line.end, match.end() + VERDICT)
        verdict = SENTENCE_END.split(text[match.end() : end], maxsplit=1)[0]
        span = Span(match.start("year"), match.end())
        if not match["topic"] and BROUGHT.match(text, match.end(), line.end):
            yield int(match["year"]) + 1, 2, span
            continue
        if "올해" in verdict:
            verdict = verdict.partition("올해")[0]
        told = match["topic"] or match.group().endswith("의")  # 지난 2024년의 성과
        over = (match["past"] and (told or OVER.match(verdict))) or SENT_OFF.match(text, match.end(), line.end)
        if over or (match["topic"] and BEHIND.search(verdict) and not AHEAD.search(verdict)):
            yield int(match["year"]) + 1, 2, span
        elif not match["past"]:
            yield int(match["year"]), 2 if AHEAD.search(verdict) else 1, span


def _votes(
    text: str, readable: Sequence[Line], published: date | None, *, dated: bool
) -> Iterator[tuple[int, int, Evidence]]:
    """Years with their weight and words; a weight of 1 settles nothing."""
    near = published.year if published else _latest_year(text)
    if published:
        year = published.year + (published.month >= 11)
        yield year, 3 if dated and published.month in (1, 2, 11, 12) else 1, Evidence("published_date", Span(0, 0))
    for line in readable:
        yield from _beside_occasions(text, line)
        for match in SEXAGENARY.finditer(text, line.start, line.end):
            yield nearest(match["name"], near), 4, Evidence("sexagenary_year", Span(match.start(), match.end()))
        for match in BY_BEAST.finditer(text, line.start, line.end):
            year = nearest(name_of(match["colour"], match["beast"]), near)
            yield year, 2, Evidence("sexagenary_year", Span(match.start(), match.end()))


def _beside_occasions(text: str, line: Line) -> Iterator[tuple[int, int, Evidence]]:
    """``2026년 신년사``, ``[신년사 2026]``, ``07년 시무식``, ``2025년 12월 30일 신년사``, each with its weight."""
    for pattern in (EXPLICIT, ISSUE, BEHIND_OCCASION, SHORTENED, OF_THE_DAY):
        for match in pattern.finditer(text, line.start, line.end):
            written = match["year"]
            year = int(written) if len(written) > 2 else _of_century(written)
            december = pattern is OF_THE_DAY and match["month"] == "12"
            yield year + december, 2, Evidence("year_named", Span(match.start(), match.end()))


def _latest_year(text: str) -> int:
    years = [int(match["year"]) for match in OTHER_YEAR.finditer(text)]
    return max(years, default=2020)
