"""Statement, headline or term: decided by what is in the marks and what stands right after them."""

import re

from messages_app.parsing.interviews import interviewed
from messages_app.parsing.names import title_pattern
from messages_app.parsing.quotations import CORNERS, Quotation
from messages_app.parsing.results import QuoteKind

QUOTATIVE = re.compile(
    r"\s?(?:이?라?(?:고|며|면서)(?=(?:말|밝|강조|당부|주문|전|덧붙|설명|했)[가-힣]{0,3}[다고며])|이?라?고(?:도|는|만|까지)?(?![가-힣])|이?라며(?![가-힣])|며(?![가-힣])|이?라면서(?:도)?|면서(?:도)?(?![가-힣])|이?라고도|이?란|[이]?냐[고며]|자[고며](?![가-힣])|다[고며](?![가-힣])"
    r"|이?라는|(?:이?라)?면서(?:다|였다|이다|입니다)|한다(?:고|며|면서)|는(?=\s)|다는|자는|이라|라(?=[\s,])|이?라던|이?라더니|이?라지만|이?라 )"
)
ADNOMINAL = re.compile(r"\s?(?:이?라는|는|다는|자는|이?란|이?라던)(?![가-힣])")
SPEECH_NOUN = re.compile(
    r"\s*(?:(?:것|게|점)(?:이다|이|을|은|도)?\b|(?:[가-힣]+\s){0,3}?(?:뜻|의미|취지|포부|각오|입장|말씀|말(?![가-힣]{2})|의견|목소리|지적|반응|계획|방침|설명|메시지|신년사(?=[를로])|주장|다짐|전망|평가|분석|의지|당부|구상|소감|견해|생각|판단|진단|우려|제언|조언|주문|신념|메세지|답변|해명|인사|바람|기대|약속|청사진|인식|시각|결의|소신|철학|얘기|이야기|논리|요청|호소|결론|복안|목표|방향|원칙|심경|심정|소회|소견|경고|비판|하소연|대답|확신|이유(?=에서)|까닭(?=에서)))"
)
# “함께 살피자”는 화두를 꺼냈다, but not “고객 최우선”이라는 화두
NOUN_OF_CLAUSE = re.compile(
    r"\s*(?:[가-힣]+\s){0,2}?(?:화두|일성|글(?!귀|자)|비전|자신감|의욕|기대감|위기감|소망|염원|덕담|믿음|결심|격려|일침|고언)(?:[을를이가도은]|으?로|에)"
)
# “세계의 으뜸을 위하여!”를 외쳤다, “함께 뛰자”를 선창했다
SHOUTED = re.compile(r"\s?[을를](?:\s[가-힣]{1,5}){0,2}?\s(?:외치|외쳤|선창)")
NAMING = re.compile(
    r"\s?이?라[고는]?\s?(?:부르|불리|불렸|불러|불린|이름|명명|일컫|칭하|칭해|표현되|표기|쓰인|쓴|적힌|적은|된|하는\s(?:제목|주제|이름|책)|(?:[가-힣]+\s)?(?:제목|주제|이름|구호|슬로건|표어|캐치프레이즈|격언|속담|비전|문구|단어|표현|사자성어|고사성어|한자성어|경구|좌우명|구절|시구|별명|호칭|개념|용어|책|프로그램|프로젝트|행사|상품|브랜드|키워드|기치|모토|컨셉|콘셉트|테마|경영방침|글귀|글자|노래|영화|드라마|원칙|목표))"
)
# “모으면 커진다”는 뜻의 ‘집사광익’: what a word means, not what somebody says
MEANING = re.compile(
    r"\s?(?:이?라|다|자)?는\s(?:뜻|의미)(?:의(?![가-힣])|으?로|이다|다(?![가-힣])|이며|[을를]\s(?:담은|가진|지닌))"
)
DEFINING = re.compile(r"\s?이?라고\s?(?:규정|정의|명명|정했|정하|삼|선언)")
CLAUSE_END = re.compile(r"(?:다|자|까|요|라|죠|네|군|걸|것|때|점|해|바|뿐|중|함|임|음|길|터|지|오|세|야|가|나)[.?!…]*$")
SHORT_CLAUSE = re.compile(r"(?:[가-힣]{2,}|\s[가-힣]+)(?:다|자|까|요|라|죠|네)[.?!]*$")
SAYS_SO = re.compile(
    r"(?:이\s?같이|이처럼|이렇게|이\s?같은|이런|이와\s?같이|이와\s?같은)\s?(?:[가-힣]+\s){0,3}?(?:말|밝|강조|주문|당부|전했|전하|설명|역설|덧붙|다짐|언급|외쳤|소감|포부|뜻|메시지|신년|내용|입장)"
)
REMARK = re.compile(
    r"\s(?:한|던진|남긴|밝힌|꺼낸|내놓은|강조한|전한|건넨)\s(?:말|화두|메시지|당부|각오|포부|다짐|주문|일성|첫\s?마디|소감)(?:이다|다|이었다|였다)"
    r"|의\s(?:[가-힣]+\s)?(?:말|일성|각오|포부|다짐|주문|당부|메시지|진단|소감|설명|전언|일갈|신년사)(?:이다|다|이었다|였다)"
    r"|의\s(?:\d{1,2}일\s)?(?:신년사|시무사|취임사|새해\s?인사)(?:의|\s가운데|\s중)?\s(?:한\s)?(?:대목|구절|일부|첫머리|첫\s?문장)(?:이다|다|이었다|였다)"
)
# (한가온 누리전자 사장), (한가온 누리전자 사장, 새해를 여는 자리에서 이웃의 어려움을 함께 살피자고 권하며)
BY_LINE = re.compile(r"\s?[(（]([^()（）]{4,40}(?=[)）])|[^()（），,]{4,40}(?=[,，][^()（）]{1,120}[)）]))")
# “…” as a paragraph, perhaps some more, and below them (한가온 누리전자 사장)
BY_LINE_BELOW = re.compile(r"(?:\s*[“\"][^“”\"\n]+[”\"]){0,8}\s*\n\s*[(（](?P<who>[^()（）=\n]{4,40})[)）]\s*(?:\n|$)")
# The caption of an interview: [한가온/누리전자 사장 : “…”]
LABELLED = re.compile(r"\[(?P<who>[^\[\]“”\"]{3,50}?)\s?:\s*$")
# “…”며 before a quotation with which the line breaks off: the second half of the same statement.
FIRST_HALF = re.compile(r"[”\"]\s?(?:이?라?며|이?라?면서|이?라?고)[,\s]{1,3}$")
SINGLE_HALF = re.compile(r"['’]\s?(?:이?라?며|이?라?면서)[,\s]{1,3}$")  # ‘심려를 더해 죄송하다’며 ‘변화에 대응하자’고
# 한가온 사장은 신년사에서 “…”, and the line breaks off there.
BROKEN_OFF = re.compile(r"(?:[가-힣](?:은|는|이|가|도|에서)|통해)[,\s]{1,2}$")
SENTENCE = re.compile(r"(?:(?:다|자|까|요|죠|라|오|니다)[.?!…]+|[가나냐지][?!]+|(?:니다|십시오|시다))$")
SENTENCES = re.compile(r"다[.!?] (?=.*다$)")  # “올해는 다르다. 반드시 이루겠다”, the last full stop left out
# ‘모두가 힘을 모아야 하는 것이 현실’이라며: words that are said, not a name or a motto
SAYING = re.compile(r"\s?이?라(?:며|면서)(?![가-힣])")
# “…중요한 해”가 될 것이라고 강조했다, “…우리의 사명”임을 강조했다: the clause goes on beyond its marks.
GOES_ON = re.compile(
    r"[이가]\s(?:될|되리)\s?[^.“”\"]{0,12}(?:라고|라며|다고|다며)\s|이?임을\s(?:[가-힣]{1,5}\s)?(?:강조|역설|천명|분명|확인|거듭|밝[히혔])"
)
# “더 잘해 줄 것”을 당부했다: a clause as what is asked or said, not “고객 최우선”을 강조했다.
SAID_OBJECT = re.compile(
    r"\s?(?:으로\s(?:예상|전망|내다|기대|평가|판단)했|(?:을|를|임을)\s(?:[가-힣]{1,6}\s){0,2}?(?:당부|주문|요청|요구|촉구|강조|천명|밝[혔히]|역설|호소|다짐|약속|선언|제안|예고|부탁|희망|기대|기원|권고|독려))"
)
CLAUSE = re.compile(r"(?:것|겠다|[가-힣]자|한다|된다|이다|있다|없다|달라|란다|[했었았였]다)[.!]?$")
# 한 사장의 일성은 “…만들자”였다
SAYING_IS = re.compile(r"(?:일성|당부|주문|메시지|각오|다짐|첫\s?마디|답|바람|말)(?:은|는)\s$")
COPULA = re.compile(r"\s?(?:이었다|였다|이다|다)(?=[.\s])")
# “위기를 넘자”, “함께 뛰자”고: the first of two that one word quotes
LISTED = re.compile(r",?\s(?:또\s|그리고\s)?[“\"][^“”\"]{4,120}[”\"]\s?이?라?(?:고|며|면서|는)(?![가-힣])")
# “…무한할 것”이며 “…나아가자”고: the reporter's copula between two halves of one statement
COPULA_LISTED = re.compile(
    r"\s?(?:이며|이고|이자|였으며|이었으며),?\s(?:또\s|특히\s)?[“\"][^“”\"]{4,}(?:$|[”\"]\s?이?라?(?:고|며|면서|는)(?![가-힣]))"
)
PLANNED = re.compile(r"\s[가-힣]+ ?(?:것|겠다)$")  # “성장에 전념할 것”이라는 목표
# “…힘써 달라” 당부했다: the 고 left out
PARTICLE_LESS = re.compile(r"\s?(?:(?:말|강조|당부|주문|설명|다짐)했|했|밝혔|전했|덧붙였)(?:다|고|으며)(?![가-힣])")
FOLLOWING = 250  # letters of the next paragraph within which it may say whose words stood alone


def classify(text: str, quotation: Quotation, role: str, line_end: int) -> QuoteKind:
    """What a quotation is.

    ``“고객이 먼저다”라고 말했다`` -> statement; ``‘고객 최우선’을 강조했다`` -> term; a quotation in a
    title, a subtitle or a section heading -> headline.
    """
    content = text[quotation.start : quotation.end]
    tail = text[quotation.outer_end : min(line_end, quotation.outer_end + 160)]
    if role != "body":
        return "headline" if quotation.double or len(content) > 15 else "term"
    if quotation.double:
        if _is_clause(content) and _is_labelled(text, quotation.outer_start):
            return "statement"
        goes_on = FIRST_HALF.search(text, max(0, quotation.outer_start - 12), quotation.outer_start)
        broken_off = BROKEN_OFF.search(text, max(0, quotation.outer_start - 12), quotation.outer_start)
        introduced = goes_on or (broken_off and CLAUSE.search(content)) or _is_introduced(text, quotation, line_end)
        if not tail.strip() and _is_clause(content) and introduced:
            return "statement"
        is_what_is_said = SAYING_IS.search(text, max(0, quotation.outer_start - 12), quotation.outer_start)
        if CLAUSE.search(content) and (LISTED.match(tail) or (is_what_is_said and COPULA.match(tail))):
            return "statement" if len(content) >= 8 else "term"
        return _double(content, tail)
    if text[quotation.outer_start] in CORNERS:
        return _double(content, tail) if QUOTATIVE.match(tail) else "term"
    goes_on = SINGLE_HALF.search(text, max(0, quotation.outer_start - 12), quotation.outer_start)
    least = 10 if goes_on else 20
    return "statement" if _single_is_statement(content, tail, least) else "term"


def _is_labelled(text: str, opening: int) -> bool:
    """Whether somebody is named right before the mark as under an interview: ``<인터뷰> 한가온 누리전자 사장“``."""
    line_start = text.rfind("\n", 0, opening) + 1
    return bool(LABELLED.search(text, max(0, opening - 60), opening) or interviewed(text, line_start, opening))


def _is_introduced(text: str, quotation: Quotation, line_end: int) -> bool:
    """``“…만들어 갈 것”`` as a paragraph, and the next says ``한 행장은 이같이 밝혔다`` or is ``(한가온 누리은행장)``."""
    before = text[text.rfind("\n", 0, quotation.outer_start) + 1 : quotation.outer_start]
    alone = not re.sub(r"\[[^\[\]]{2,30}\]\s*", "", before)
    first = text[line_end : line_end + FOLLOWING].lstrip().partition("다.")[0]
    below = BY_LINE_BELOW.match(text, quotation.outer_end)
    said = quotation.end - quotation.start >= 15 and SAYS_SO.search(first)
    return alone and bool(said or (below and title_pattern().search(below["who"])))


def _is_clause(content: str) -> bool:
    long_enough = len(content) >= 6 and content.count(" ") >= 1
    return long_enough or (len(content) >= 4 and bool(SHORT_CLAUSE.search(content)))


def _double(content: str, tail: str) -> QuoteKind:
    if MEANING.match(tail) or (NAMING.match(tail) and len(content) < 40 and not PLANNED.search(content)):
        return "term"
    if DEFINING.match(tail) and len(content) < 18 and not re.search(r"[다자까]$|[가-힣](?:은|는)\s", content):
        return "term"
    adnominal = ADNOMINAL.match(tail)
    if adnominal:
        after = tail[adnominal.end() :]
        if NOUN_OF_CLAUSE.match(after) and CLAUSE.search(content):
            return "statement"
        if SPEECH_NOUN.match(after):
            return "statement" if _is_clause(content) else "term"
        return "statement" if len(content) >= 15 and re.search(r"말했|밝혔|강조|설명|덧붙|했다", after[:60]) else "term"
    if QUOTATIVE.match(tail) or (PARTICLE_LESS.match(tail) and CLAUSE.search(content)):
        return "statement" if _is_clause(content) else "term"
    if len(content) >= 15 and content.count(" ") >= 3 and _goes_on(content, tail):
        return "statement"
    if SHOUTED.match(tail) and len(content) >= 10 and re.search(r"[가-힣]자[!.]?$|시다[!.]?$|!$", content):
        return "statement"
    return _standing_alone(content, tail)


def _goes_on(content: str, tail: str) -> bool:
    """A clause taken into the reporter's own sentence: ``“…중요한 해”가 될 것이라고``, ``“…잘해 줄 것”을 당부했다``."""
    listed = CLAUSE_END.search(content) and COPULA_LISTED.match(tail)
    return bool(listed or GOES_ON.match(tail) or (CLAUSE.search(content) and SAID_OBJECT.match(tail)))


def _standing_alone(content: str, tail: str) -> QuoteKind:
    """No quotative: words that stand for themselves, attributed before, after or in parentheses."""
    sentence = bool(SENTENCE.search(content)) or len(content) >= 25
    by_line = BY_LINE.match(tail)
    if by_line and (sentence or (CLAUSE.search(content) and title_pattern().search(by_line[1]))):
        return "statement"
    following = tail.lstrip()
    if sentence and (
        REMARK.search(following[:40])
        or SAYS_SO.search(following[:120])
        or re.match(r"(?:했다|말했다|밝혔다|말이다)", following)
    ):
        return "statement"
    if re.match(r"[가-힣]", tail):
        if re.match(r"(?:을|를|이|가|은|는|의|에|로|으로|와|과|도|에서|처럼|보다|만)(?![가-힣])", tail):
            return "term"
        return "headline"
    finished = SENTENCE.search(content) or SENTENCES.search(content)
    if finished and len(content) >= 12 and (not following or tail[:1].isspace() or tail[:2] == ". "):
        return "statement"
    return "term"


def _single_is_statement(content: str, tail: str, least: int) -> bool:
    """``‘고객의 하루를 먼저 살피고 답을 찾자’고``, of ``least`` letters; ``‘현장의 힘’이라며`` is none."""
    if NAMING.match(tail) or MEANING.match(tail) or len(content) < least or content.count(" ") < least // 7 + 1:
        return False
    if not QUOTATIVE.match(tail):
        return False
    if ADNOMINAL.match(tail):
        return bool(re.search(r"(?:말|설명|지적|주장|당부|조언|얘기)(?:을|이|과|은|도|로|했|한|$|[\s,])", tail[:40]))
    said = SAYING.match(tail) and len(content) >= 25 and content.count(" ") >= 5
    return bool(CLAUSE_END.search(content) or said)
