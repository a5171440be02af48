"""What a query finds and does not find: Korean word forms, spacing, foreign words, numbers, mixed scripts."""

from collections.abc import Iterator

import pytest

from messages_app.models import Keyword
from messages_app.search import QueryError, QuoteFilter, find
from messages_app.tests.factories import make_published

# text -> queries that find it | queries that do not
PAIRS = [
    ("고객을 먼저 생각하자", "고객 고객을 고객이 고객의 생각 생각하다 먼저", '주주 고객가치 "고객이"'),
    ("고객이 원하는 것을 찾자", "고객 고객을 원하다 찾다 찾는", "가치 고객사"),
    ("고객 가치를 높이자", '고객 가치 고객가치 "고객 가치" 높이다 높여 높이는', '"고객가치" 주주가치'),
    ("고객가치 혁신이 답이다", '고객 가치 고객가치 혁신 "고객가치"', '"고객 가치" 주주'),
    ("고객을 위한 가치를 만든다", "고객 가치", "고객가치"),
    ("대고객 서비스를 바꾸자", "고객 서비스 바꾸다 바꿔", "고객사"),
    ("새로운 도약을 준비하자", "새롭다 새로운 새롭게 도약 준비 준비하는", "새다 도전"),
    ("새롭게 도전해야 한다", "새롭다 새로운 도전 도전하자", "도약"),
    ("변화와 혁신을 이끌자", '변화 혁신 이끌다 이끄는 변화를 "변화와 혁신"', '변신 "혁신과 변화"'),
    ("인공지능 시대를 열자", '인공지능 AI ai "인공지능" 시대 열다', "지능형"),
    ("인공 지능이 모든 것을 바꾼다", "인공지능 AI", '"인공지능"'),
    ("AI를 일상으로 옮기자", "AI ai 인공지능 일상 옮기다", "AIR 에이아이"),
    ("생성형 AI와 함께 일한다", "AI 생성", "BI"),
    ("5G와 6G를 준비한다", "5G 5g 6G 준비", "4G 7G"),
    ("2차전지 소재로 성장한다", "2차전지 전지 소재 성장", "1차전지 3차전지"),
    ("2차 전지 투자를 늘린다", "2차전지 전지 투자 늘리다", "5차전지"),
    ("업계 1등을 지키자", "1등 업계 지키다 지켜", "2등 11등"),
    ("2030년까지 100조원을 투자한다", "2030년 100조원 투자", "2031년 10조원"),
    ("ESG경영을 강화하자", "ESG esg 경영 ESG경영 강화", "EGS 경영진"),
    ("ESG 경영이 기본이다", "ESG 경영 ESG경영 기본", "기술"),
    ("R&D에 아낌없이 투자하자", "R&D 투자", "R&B"),
    ("B2B 사업을 키우자", "B2B b2b 사업 키우다", "B2C"),
    ("K-배터리의 저력을 보여주자", "배터리 저력", "반도체"),
    ("초격차 기술을 확보하자", "초격차 격차 기술 확보", "초일류"),
    ("디지털 전환을 가속화하자", '디지털 전환 디지털전환 가속 가속화 "디지털 전환"', '아날로그 "디지털전환"'),
    ("안전이 최우선이다", "안전 최우선 우선", "안심 불안전"),
    ("지속가능한 성장을 이루자", "지속가능 성장 지속 이루다", "지속성장 불가능"),
    ("지속 가능한 경영을 한다", "지속가능 경영", "저속"),
    ("상생의 길을 함께 걷자", "상생 길 걷다 걸어", "상극"),
    ("글로벌 시장으로 나아가자", "글로벌 세계 시장 나아가다", "국내"),
    ("세계 시장을 이끌자", "세계 글로벌 시장", "세기"),
    ("세계적인 기업이 되자", "세계 기업", "지역"),
    ("빠르게 움직이는 조직", "빠르다 빠른 움직이다 조직", "느리다"),
    ("위기를 기회로 바꿔야 한다", "위기 기회 바꾸다 변화", "기호"),
    ("일하는 방식을 바꾸자", "방식 바꾸다", "방송"),
    ("신뢰받는 은행이 되겠다", "신뢰 은행 신뢰를", "불신"),
    ("Net Zero를 향해 간다", 'net zero NET "Net Zero"', '"Zero Net"'),
    ("탄소 중립을 앞당기자", "탄소중립 앞당기다", "탄소섬유"),
    ("챗GPT가 세상을 바꾼다", "챗GPT 세상", "챗봇"),
    ("가람텔레콤은 통신을 넘는다", "가람텔레콤 통신 넘다", "누리텔레콤"),
    ("어려운 때일수록 기본으로 돌아가자", "어렵다 어려움 기본 돌아가다", "쉽다"),
    ("Data와 Cloud를 묶자", "data cloud DATA 묶다 dat", "clouds dada"),
    ("100% 만족을 드리자", "만족 드리다", "불만족"),
    ("<b>굵게</b> 쓰지 말자", "굵다 쓰다", "<script>"),
    ("따뜻한 금융을 함께하자", "따뜻하다 따뜻한 금융 함께 함께하다", "차갑다"),
    ("튼튼한 기반을 다지자", "튼튼하다 튼튼한 기반 다지다 다지는", "약하다"),
    ("미래를 만드는 사람들", "미래 만들다 만드는 만들어 사람", "과거"),
    ("강한 조직으로 거듭나자", "강하다 강한 조직 거듭나다", "약한"),
    ("50%·30% 성장", "성장 50", "축소"),
    ("해마다 길어지는 신년사를 줄인다", '길어지는 줄이다 "해마다 길어지는" "길어지는 신년사를"', "늘어나는"),
    ("내주면 세상에 없던 서비스가 된다", '내주면 "내주면 세상에 없던 서비스가" "내주면 세상에"', "내려주면"),
    ("다온과 함께 미래로 간다", "다온 다온과 미래 함께", "오다"),
    ("새로운 길로 한 걸음 더 나온다", "나오다 걸음", "다온"),
    ("한숨 대신 희망을 말하자", "한숨 희망", "한숨소리"),
    ("앞서 달리는 기업이 되자", "달리는 달리다 기업", "날다"),
    ("그 무엇도 여기지 않고 넘기지 말자", "여기다 넘기다", "남기다"),
    ("비중을 40%까지 높이자", "40%까지 40% 비중", "40까지 4%까지"),
    ("신뢰 3.0 시대를 열자", "3.0 시대", "30"),
    ("고객·안전을 지키자", "고객·안전 고객,안전 고객 안전", "고객·품질"),
    ("고객의 곁에서 품질을 지키자", "고객·품질 품질,고객", '"고객·품질"'),
    ("ＡＩ가 아닌 AI를 쓰자", "ＡＩ AI", "ＢＩ"),
    ("S＆T 부문을 키우자", '"S＆T 부문을" 부문', '"S&T 부문을"'),
]


def _cases() -> Iterator[tuple[str, str, bool]]:
    for text, finding, missing in PAIRS:
        for queries, found in ((finding, True), (missing, False)):
            for query in _split(queries):
                yield text, query, found


def _split(queries: str) -> list[str]:
    parts = queries.split('"')
    plain = [word for part in parts[::2] for word in part.split()]
    return plain + [f'"{part}"' for part in parts[1::2]]


CASES = list(_cases())


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150


@pytest.mark.django_db
def test_finds_what_it_should_and_nothing_else() -> None:
    article = make_published(*[text for text, _, _ in PAIRS])
    by_text = {quote.text: quote.pk for quote in article.quotes.all()}
    wrong = []
    for text, query, found in CASES:
        try:
            results = find(QuoteFilter(keyword=query), size=100)
        except QueryError as error:
            wrong.append((text, query, str(error)))
            continue
        if (by_text[text] in {quote.pk for quote in results.quotes}) != found:
            wrong.append((text, query, "not found" if found else "found"))
    assert not wrong, "\n".join(" | ".join(case) for case in wrong)


@pytest.mark.django_db
@pytest.mark.parametrize(("text", "count"), [("인공 지능", 2), ("인공 지능을", 2), ("-인공 지능", 1), ("인공 강우", 0)])
def test_words_that_make_a_compound_are_it(text: str, count: int) -> None:
    """However it is spaced, as the desk says of compounds."""
    make_published("인공지능을 쓰자", "인공 지능을 쓰자", "지능을 기르자")
    assert find(QuoteFilter(keyword=text)).count == count


@pytest.mark.django_db
def test_synonyms_can_be_left_out() -> None:
    make_published("AI를 쓰자", "인공지능을 쓰자")
    assert Keyword.objects.get(form="인공지능").counts_as.form == "AI"
    assert find(QuoteFilter(keyword="AI")).count == 2
    assert find(QuoteFilter(keyword="AI", raw=True)).count == 1
    assert find(QuoteFilter(keyword="인공지능", raw=True)).count == 1
