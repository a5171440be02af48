"""Which lines are the article, and which are the page around it.

Nothing is deleted: every line that is not blank gets a role. Noise is known by its shape (a menu is
short, a list of headlines has no sentence ends, a photo credit names a source), never by its words alone.
"""

import re
from functools import cache

from messages_app.parsing.dates import is_stamp
from messages_app.parsing.kinds import REMARK, SAYS_SO
from messages_app.parsing.lexicon import words
from messages_app.parsing.names import has_given_name, looks_like_name
from messages_app.parsing.press import is_outlet_with_date
from messages_app.parsing.results import Line, LineRole

SENTENCE_END = re.compile(r"(?:다|요|죠|까|자|오|음|함|임)[.。．?!](?=[\s\"'”’」』)\]<▶■◆▲▷]|[가-힣A-Z“‘\"]|$)")
QUOTED_END = re.compile(r"[”\"]\s?(?:이?라?[고며]|이?라?면서)(?=[\s,])")
# □ 한 회장은 “…”며, and the next line goes on: no heading, although without a full stop.
GOES_ON = re.compile(r"[”\"]\s?이?라?(?:며|면서|고),?$")
# A short paragraph is one by its end: …고 했다. A headline has no full stop, a comment speaks politely.
REPORTED_END = re.compile(
    r"(?:[했됐였었았겠왔났]다|(?:밝혔|말했|강조했|당부했|주문했|전했|설명했|다짐했|역설했|제시했|덧붙였)습니다|[”\"]\s?이?라?[고며]\s[^.]{0,12}다)\.$"
)
# What is told of somebody, even where it speaks of 관련 뉴스 or 다음 기사.
REPORTS = re.compile(r"말했다|밝혔다|강조했다|[했됐였었았겠]다\.|[”\"]\s?이?라?(?:고|며|면서)\s")
TAIL_MARK = re.compile(
    r"(?:무단\s?(?:전재|복제|배포)|all rights? reserved|copyright|ⓒ|©|저작권자|\(c\)|댓글\s?(?:정책|쓰기|\d|$)|많이\s?본|인기\s?(?:기사|뉴스)"
    r"|관련\s?(?:기사|뉴스)|추천\s?(?:기사|뉴스)|기사를?\s?추천|실시간\s?(?:뉴스|인기)|이\s?시각|주요\s?뉴스|최신\s?(?:기사|뉴스)|퍼머링크"
    r"|언론사에서\s.+섹션|구독하(?:기|세요)|기자의\s?다른|다른\s?기사|이전\s?(?:글|기사)|다음\s?(?:글|기사)|목록(?:으로)?$)",
    re.IGNORECASE,
)
NOISE = re.compile(
    r"^(?:(?:#\S+\s*)+|[•·*\-\s]*\d+|[•·*\-\s]*(?:목록|아래로|위로|익명|공유|스크랩|인쇄(?:하기)?|프린트|글자\s?크기.*|가|가가|본문\s?(?:바로가기|요약봇|듣기)|기사\s?(?:원문|듣기|저장|공유|입력.{0,3})"
    r"|구독(?:중|하기)?|추천(?:하기|수)?\s?\d*|댓글\s?\d*|조회(?:수)?\s?[\d,:]*|좋아요\s?\d*|SNS.*|URL\s?복사|닫기|메뉴|검색|로그인|회원가입|홈|뉴스홈|텍스트\s?음성.*|페이스북.*|트위터.*|카카오톡.*|네이버.*|밴드.*"
    r"|NAVER|네이트|다음|뉴스|엔터|스포츠|facebook.*|twitter.*|kakao.*|권한이 없습니다\.?|.*(?:글자크기|스크랩하기|음성으로 듣기).*))$",
    re.IGNORECASE,
)
PHOTO_MARK = re.compile(
    r"(?!.*(?:무단|전재|저작권|opyright|eserved|구독|댓글))[가-힣A-Z▲△'‘“\"\d][^ⓒ©]{8,}[ⓒ©]\s?[^ⓒ©]{1,20}"
)
HEADING = re.compile(r"^(?:[◇◆■□▶▷▲△●○★☆◈]|<[^<>]{2,30}>$|\[[^\[\]]{2,30}\]$|【)")
CREDIT = re.compile(
    r"(?:제공\s?[|=:/]|[|=/]\s?[^|]{1,20}\s?제공|사진\s?[=:|/]|사진제공|제공[.)]?$|/사진|\(사진|사진\)|자료사진|그래픽|촬영|연합뉴스\)?$)"
)
# 직원들과 인사하고 있다, but not “…”는 입장을 고수하고 있다.
POSING = re.compile(r"^[^“”\"]*(?:하고|전하고|참석해|인사말을)\s?있다\.?\s*(?:[/|].*|[가-힣]{2,4}\s?기자)?$")
# “…”고 말했다. 사진=누리전자: a credit at the very end, of one sentence
CREDITED = re.compile(r"다\.\s?\[?사진\s?[=:]\s?[^\s.“”\"]{2,15}$")
# 한가온(사진) 사장, 한가온(58·사진 왼쪽) 사장: who is in the photo, told within a sentence
POSITION = re.compile(r"[(（]\s?(?:\d{2}세?\s?[·,ㆍ/]\s?)?(?:사진(?!\s?[=:/|])|왼쪽|오른쪽|가운데)[^()（）]{0,12}[)）]")
FILE_NAME = re.compile(r"^(?:KakaoTalk|IMG|DSC|image|사진)[_\d.-]|\.(?:jpe?g|png|gif|webp)$", re.IGNORECASE)
# HOME > 산업 > 기업: where a page stands among others
TRAIL = re.compile(
    r"\W*(?:home|홈|처음)\s?[>›»]\s?[^.“”\"]{1,60}|[^<>.“”\"]{1,15}(?:\s?[>›»]\s?[^<>.“”\"]{1,15}){2,}", re.IGNORECASE
)
UNREADABLE = re.compile(r"[\ufffd]{2,}|[ìíêëÃÂ][\x80-\xbf]|[\u0400-\u04ff][가-힣]|[가-힣][\u0400-\u04ff]")
MAIL = re.compile(r"(?<![\w.+*-])[\w.+*-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
STAMP = re.compile(
    r"^\[?(?:입력|등록|승인|수정|송고|게재|기사입력|최종수정|작성|발행|업데이트|날짜|게시|(?:작성|등록|발행)일)[\s:.\d]"
)
ADDRESS = re.compile(r"^(?:출처\s*[:|]?\s*)?https?://\S+$|^출처\s")
BYLINE = re.compile(
    r"^[\[(<〈《【]?\s?(?:[가-힣A-Za-z=/·\s]{0,20}[\s=/])?[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4}){0,3}\s?(?:기자|특파원|선임기자|인턴기자|객원기자)\s?[\])>〉》】]?(?:\s|$|\(|[\w.]+@)"
)


# [서울=가온뉴스]나은결 기자 = “…”: with which a report opens, whatever its first line ends in
OPENS_REPORT = re.compile(
    r"[\[(【][^\])】=]{2,12}=[^\])】=]{2,12}[\])】]\s?[가-힣]{2,4}\s?(?:기자|특파원)\s?=\s?\S.{12}"
)

# What a portal puts over an article and how that ends
SUMMED_UP = re.compile(r"자동요약한 결과입니다|전체 맥락을 이해하기 위해서는 본문 보기를")
SUMMARY_END = re.compile(r"^이 글자크기로 변경됩니다|^\(예시\) 가장 빠른 뉴스|^전체 맥락을 이해하기")
DOUBLE_MARK = re.compile(r"[“”\"]")
# “고객이 먼저다.” as the first paragraph, and the second that says whose words they are.
OPENING_WORDS = re.compile(r"^(?:\[[^\[\]]{2,30}\]\s?)?[“\"](?P<words>[^“”\"]+?(?P<end>[다요죠까자오라][.!?])?)[”\"]$")
# “고객이 먼저다. 함께 가자.”(1970년생) below a line that names who says so
WORDS_ALONE = re.compile(r"[“\"][^“”\"]{12,}[”\"](?:\s?[(（][^()（）]{1,20}[)）])?")
LABEL_SIGN = re.compile(r"^(?:[◇◆■□▶▷●○△▲·•-]|\d{1,2}[.)])\s?")
# A quotation that the line leaves open, and one that ends it.
UNCLOSED = re.compile(r"“[^“”]*$")
CLOSES = re.compile(r"[^“”]*”")
CLOSES_STRAIGHT = re.compile(r"[^\"“”]*\"\s?이?라?(?:고|며|면서)(?![가-힣])")
LEADS_IN = re.compile(rf"{SAYS_SO.pattern}|{REMARK.pattern}")


def classify_lines(text: str) -> tuple[Line, ...]:
    """Every line of ``text`` that is not blank, in order, with its role.

    ``"메뉴\\n가람텔레콤 새해 첫발\\n가람텔레콤이 3일 새해 계획을 밝혔다.\\nⓒ 한빛경제"`` ->
    roles noise, title, body, noise.
    """
    spans = _line_spans(text)
    contents = _without_summary([text[start:end] for start, end in spans])
    first, last = _body_range(contents)
    roles: list[LineRole] = []
    for number, content in enumerate(contents):
        if number < first:
            roles.append(_role_above(content))
        elif number > last:
            roles.append("byline" if _is_byline(content) else "noise")
        else:
            roles.append(_role_inside(content))
    if not _titled_below_date(contents, roles, first):
        _name_title(contents, roles, first)
    return tuple(Line(start, end, role) for (start, end), role in zip(spans, roles, strict=True))


def _without_summary(contents: list[str]) -> list[str]:
    """The lines with those a portal puts over an article as nothing: its summary, which repeats it, and its sample of letters."""
    summed = next((number for number, content in enumerate(contents) if SUMMED_UP.search(content)), None)
    if summed is None:
        return contents
    ends = (number for number in range(summed, min(summed + 16, len(contents))) if SUMMARY_END.search(contents[number]))
    last = max(ends, default=summed)
    return ["" if summed <= number <= last else content for number, content in enumerate(contents)]


def _line_spans(text: str) -> list[tuple[int, int]]:
    spans = []
    for match in re.finditer(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+", text):
        content = match.group()
        start = match.start() + len(content) - len(content.lstrip())
        end = match.start() + len(content.rstrip())
        if start < end:
            spans.append((start, end))
    return spans


def is_prose(content: str) -> bool:
    """Whether a line reads like a paragraph: at least one finished sentence and some length."""
    if len(content) < 25:
        return len(content) >= 12 and bool(REPORTED_END.search(content))
    return bool(OPENS_REPORT.match(content)) or bool(SENTENCE_END.search(content) or QUOTED_END.search(content))


def is_mojibake(content: str) -> bool:
    """Whether a line was decoded wrongly: signs of it, or syllables that no Korean word has.

    Modern words keep to the 2,350 syllables of KS X 1001; wrong decoding strews the other 8,822.
    """
    rare = sum(1 for letter in content if "가" <= letter <= "힣" and not _is_common(letter))
    return bool(UNREADABLE.search(content)) or (rare >= 2 and rare * 12 > len(content))


@cache
def _is_common(syllable: str) -> bool:
    try:
        syllable.encode("euc_kr")
    except UnicodeEncodeError:
        return False
    return True


def is_caption(content: str) -> bool:
    """Whether a line stands under a photo: ``▲ 한가온 누리전자 사장 [사진=누리전자] 2026.01.02``."""
    if FILE_NAME.search(content) or is_mojibake(content):
        return True
    credit = CREDIT.search(POSITION.sub("", content)) or POSING.search(content)
    quotes = QUOTED_END.search(content) and not CREDITED.search(content)
    if len(content) < 200 and credit and not quotes and len(SENTENCE_END.findall(content)) <= 1:
        return True
    return bool(re.match(r"^[•\s]*[▲△▶↑]\s?[^.]{3,80}\.?$", content) and not re.search(r"[“\"]", content))


def _is_byline(content: str) -> bool:
    """A reporter with no words in marks: ``[가온경제 나은결 기자]``, not ``[가온경제 나은결 기자] “함께 가자”``."""
    if len(content) >= 60 or DOUBLE_MARK.search(content):
        return False
    return bool(BYLINE.match(content) or (MAIL.search(content) and not is_prose(content)))


def _is_stamp(content: str) -> bool:
    return bool(STAMP.match(content)) or is_stamp(content) or is_outlet_with_date(content)


def _is_noise(content: str) -> bool:
    """Buttons, stamps, addresses and the foot of the page; not ``네이버는 “…”고 밝혔다`` or ``2026년 1월 2일 …``, which tell."""
    if ADDRESS.match(content) or _is_stamp(content):
        return not is_prose(content)
    short = (
        len(content) < 100
        and (NOISE.match(content) or TRAIL.fullmatch(content))
        or len(content) < 150
        and TAIL_MARK.search(content)
    )
    return bool(short) and not REPORTS.search(content)


def _body_range(contents: list[str]) -> tuple[int, int]:
    """Indexes of the first and last paragraph; an article without one is all body."""
    prose = [
        number
        for number, content in enumerate(contents)
        if (is_prose(content) and not _is_noise(content) and not is_caption(content))
        or _is_said_below(contents, number)
    ]
    if not prose:
        return 0, len(contents) - 1
    if prose[0] and _opens(contents[prose[0] - 1], contents[prose[0] :]):
        prose.insert(0, prose[0] - 1)
    if prose[0] and _runs_on(contents[prose[0] - 1], contents[prose[0]]):
        prose.insert(0, prose[0] - 1)
    if _is_said_below(contents, prose[0]):
        prose.insert(0, prose[0] - 1)
    last = prose[0]
    for number in prose:
        between = contents[last + 1 : number]
        if any(_ends_page(line) for line in between) and number - last > 2:
            break
        last = number
    return prose[0], last


def _is_said_below(contents: list[str], number: int) -> bool:
    """Whether a line is words in marks below who says them: ``한가온 누리전자 사장``, then ``“함께 나아갑시다.”``."""
    label = LABEL_SIGN.sub("", contents[number - 1]).replace("(", " ") if number else ""
    return bool(WORDS_ALONE.fullmatch(contents[number])) and len(label) < 40 and _names_somebody(label.rstrip(")"))


def _ends_page(content: str) -> bool:
    """Whether a line belongs to the foot of a page; the credit of a photo, ``한가온 누리전자 사장 ⓒ 누리전자``, does not."""
    return len(content) < 150 and bool(TAIL_MARK.search(content)) and not PHOTO_MARK.fullmatch(content)


def _runs_on(content: str, below: str) -> bool:
    """Whether a line leaves a quotation open that the next one ends: ``… “함께`` and ``가자”고 …``."""
    straight = content.count('"') % 2 and CLOSES_STRAIGHT.match(below)
    return bool(straight or (UNCLOSED.search(content) and CLOSES.match(below)))


def _opens(content: str, below: list[str]) -> bool:
    """Whether words in marks above the first paragraph belong to it; a title that says them in advance does not."""
    match = OPENING_WORDS.match(content)
    if not match or not LEADS_IN.search(below[0][:200]):
        return False
    said_again = any(match["words"][:8] in line for line in below)
    return bool(match["end"]) or (len(match["words"]) >= 15 and not said_again)


def _role_above(content: str) -> LineRole:
    if _is_byline(content) and not is_prose(content):
        return "byline"
    if is_caption(content):
        return "caption"
    if _is_noise(content):
        return "noise"
    return "heading" if len(content) >= 12 else "caption" if _names_somebody(content) else "noise"


def _names_somebody(content: str) -> bool:
    """``한가온 누리회장`` alone, as under a photo."""
    name = content.split(" ")[0]
    named = len(name) == 3 and looks_like_name(name) and has_given_name(name)
    return named and name != content and content.endswith(words("titles.txt"))


def _role_inside(content: str) -> LineRole:
    if _is_byline(content) and not is_prose(content):
        return "byline"
    if _is_noise(content):
        return "noise"
    told = SENTENCE_END.search(content) or GOES_ON.search(content)
    if HEADING.match(content) and not told and len(content) < 100:
        return "heading"
    if is_caption(content):
        return "caption"
    return "body"


def _titled_below_date(contents: list[str], roles: list[LineRole], first: int) -> bool:
    """Name the title of a text that opens with outlet and day; one of a few letters only if nothing else stands there."""
    if first < 2 or not is_outlet_with_date(contents[0]):
        return False
    short = first == 2 and roles[1] == "noise" and " " in contents[1] and not _is_noise(contents[1])
    titled = short or (roles[1] == "heading" and not HEADING.match(contents[1]))
    roles[1] = "title" if titled else roles[1]
    return titled


def _name_title(contents: list[str], roles: list[LineRole], first: int) -> None:
    """The longest-standing candidate is the title: the line before a date stamp, else the first heading."""
    headings = [number for number in range(first) if roles[number] == "heading"]
    if not headings:
        return
    for number in headings:
        following = contents[number + 1 : number + 4]
        if any(_is_stamp(line) for line in following) and not HEADING.match(contents[number]):
            roles[number] = "title"
            return
    if not HEADING.match(contents[headings[0]]):
        roles[headings[0]] = "title"
