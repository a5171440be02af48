"""Statement, headline or term; marks of every sort; broken pairs."""

import pytest

from messages_app.parsing import parse_article
from messages_app.tests.parsing.reading_aloud import said, who

LEAD = "한가온 누리전자 사장은 3일 신년사에서 "


def kinds(text: str) -> list[tuple[str, str]]:
    return [(quote.kind, quote.text) for quote in parse_article(text).quotes]


@pytest.mark.parametrize(
    "rest",
    [
        "“고객의 하루를 먼저 살피자”고 말했다.",
        "“고객의 하루를 먼저 살피자”라고 했다.",
        "“고객의 하루를 먼저 살피자”며 현장을 강조했다.",
        "“고객의 하루를 먼저 살피자”면서 현장을 강조했다.",
        "“고객의 하루를 먼저 살피자”는 뜻을 밝혔다.",
        "“고객의 하루를 먼저 살피자”는 각오를 다졌다.",
        "목표는 하나다. “고객의 하루를 먼저 살피자”는 것이다.",
        "“새해에는 책임이 무겁다”는 심경을 밝혔다.",
        "“고객의 하루를 먼저 살피자”는 뜻을 담아 전했다.",
        "“고객의 하루를 먼저 살피자” 고 말했다.",
        "이같이 말했다. “고객의 하루를 먼저 살피자.”",
        '"고객의 하루를 먼저 살피자"고 말했다.',
        "＂고객의 하루를 먼저 살피자＂고 말했다.",
        "‘고객의 하루를 먼저 살피고 현장에서 답을 찾자’고 말했다.",
        "「고객의 하루를 먼저 살피고 현장에서 답을 찾자」고 말했다.",
        "'세계가 함께 기술과 인재를 다투는 것이 오늘의 현실'이라며 협력을 강조했다.",
        "“올해는 도약을 위한 전환점”이라고 말했다.",
        "“올해는 도약을 위한 전환점”이라며 채용을 늘린다고 했다.",
        "『고객의 하루를 먼저 살피자』고 말했다.",
        "『고객의 하루를 먼저 살피자』라며 현장을 강조했다.",
        "“올해는 앞으로 십 년을 결정지을 중요한 해”가 될 것이라고 강조했다.",
        "“지난해에도 잘했지만 올해도 더 잘해 줄 것”을 당부했다.",
        "“일의 차례를 정하는 일을 내내 하게 될 것”을 예고했다.",
        "“위험에서 서민을 지키는 것이 우리의 사명”임을 강조했다.",
        "“낭비를 없애는 운동을 본격화해 나갈 것”임을 천명했다.",
        "“고객의 하루를 먼저 살피자”",
        "“새해에는 성장에 전념할 것”이라는 목표를 제시했다.",
        "전망을 묻자 “나아지겠죠”라고 답했다.",
        "“고객의 하루를 먼저 살피자“고 말했다.",
        "”고객의 하루를 먼저 살피자 .“고 말했다.",
        "”세상을 잇는 기술을 놓치지 말 것“을 당부했다.",
        "“모든 일은 고객을 중심으로 판단해야 한다‘며 현장을 강조했다.",
        "“새해에도 시장이 녹록지 않을 것”으로 예상했다.",
        "“한계를 뛰어넘는 도전은 계속돼야”한다고 강조했다.",
        "“현장에 더욱 힘써 달라” 당부했다.",
    ],
)
def test_a_clause_that_is_said_is_a_statement(rest: str) -> None:
    assert [kind for kind, _ in kinds(LEAD + rest)] == ["statement"]
    assert who(LEAD + rest) == ["한가온"]


@pytest.mark.parametrize(
    "rest",
    [
        "‘고객’을 강조했다.",
        "‘고객 최우선’을 새 구호로 내걸었다.",
        "“도전”을 강조했다.",
        "책 ‘현장의 힘’을 소개했다.",
        "‘가온 미래 포럼’에 참석했다.",
        "올해를 ‘다시 뛰는 해’로 정했다.",
        "‘원팀’이라고 부르는 조직을 꾸린다고 했다.",
        "‘고객과 함께 여는 내일’이라며 새 구호를 내걸었다.",
        "“누리 데이”라는 이름의 행사를 연다고 했다.",
        "27' 화면과 Don't 라는 말을 꺼냈다.",
        "『현장의 힘』을 소개했다.",
        "『현장의 힘을 믿자』라는 제목의 책을 소개했다.",
        "「디자인 혁명의 해」로 정했다.",
        "“모두의 뜻을 모으면 이로움이 커진다”는 뜻의 ‘집사광익’을 꺼냈다.",
        "‘집사광익’은 “뜻을 모으면 이로움이 커진다”는 의미다.",
        "‘뜻을 모으면 이로움이 더욱 커지게 된다’는 뜻으로 ‘집사광익’을 꺼냈다.",
        "‘집사광익(集思廣益: 뜻을 모으면 이로움이 더욱 커진다)’이라는 고사성어를 꺼냈다.",
        "“현장 제일주의”가 될 것이라고 했다.",
        "올해가 “도약의 해”임을 강조했다.",
        "“고객이 먼저다”는 영화도 소개했다.",
        "“고객 최우선, 현장 제일”을 당부했다.",
        "“고객 최우선, 현장 제일” 강조했다.",
    ],
)
def test_a_word_a_slogan_or_a_name_is_no_statement(rest: str) -> None:
    assert "statement" not in [kind for kind, _ in kinds(LEAD + rest)]


@pytest.mark.parametrize(
    "article",
    [
        "누리전자는 3일 새해 계획을 밝혔다. 올해 채용을 늘린다고 했다.\n□ 한가온 사장, “고객 곁으로 가자”며 다짐\n올해 채용을 늘린다고 했다.",
        "한가온 누리전자 사장 “고객 곁으로 가자”\n\n누리전자는 3일 새해 계획을 밝혔다. 올해 채용을 늘린다고 했다.",
        "누리전자는 3일 새해 계획을 밝혔다.\n\n“고객 곁으로 더 가까이 가는 한 해를”\n\n(사진=누리전자 사장실)\n\n올해 채용을 늘린다고 했다.",
        "누리전자 새해 첫발\n\n누리전자는 3일 새해 계획을 밝혔다.\n\n◇ 한가온 사장 “고객 곁으로 가자”\n\n올해 채용을 늘린다고 했다.",
    ],
)
def test_a_quotation_of_a_title_or_heading_is_a_headline(article: str) -> None:
    assert [kind for kind, _ in kinds(article)] == ["headline"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("“고객의 ‘작은 불편’까지 살피자”고", ["고객의 ‘작은 불편’까지 살피자"]),
        ("“현장을 보자. 답은 거기 있다. 함께 가자”고", ["현장을 보자. 답은 거기 있다. 함께 가자"]),
        ("““고객을 먼저 살피자””고", ["고객을 먼저 살피자"]),
        ("”고객을 먼저 살피자”고", ["고객을 먼저 살피자"]),
        ('“고객을 먼저 살피자"고', ["고객을 먼저 살피자"]),
        ('"고객을 먼저 살피자""고', ["고객을 먼저 살피자"]),
        ("\"고객을 먼저 살피자'고", ["고객을 먼저 살피자"]),
        ("\"고객을 '먼저' 살피자'고", ["고객을 '먼저' 살피자"]),
        ("\"고객을 '먼저'라며 살피자\"고", ["고객을 '먼저'라며 살피자"]),
        ('“모두 "선택과 집중"을 할 때”라고', ['모두 "선택과 집중"을 할 때']),
        ('"모두 “선택과 집중”을 할 때"라고', ["모두 “선택과 집중”을 할 때"]),
        ("“고객을 먼저\n\n살피고 답을 찾자”고", ["고객을 먼저\n\n살피고 답을 찾자"]),
        ('"고객을 먼저\n살피고 답을 찾자"고', ["고객을 먼저\n살피고 답을 찾자"]),
        ('"고객을 먼저 살피자.\n답은 현장에 있다"고', []),
        ('"고객을 먼저 살피자"고 말했다. "그리고\n"서두르지 말자"고', ["고객을 먼저 살피자", "서두르지 말자"]),
    ],
)
def test_marks_mixed_doubled_reversed_nested_and_over_paragraphs(words: str, found: list[str]) -> None:
    assert [text for text, _ in said(f"{LEAD}{words} 말했다.")] == found


def test_a_broken_pair_costs_its_own_sentence_only() -> None:
    article = (
        LEAD
        + "“고객의 하루를 먼저 살피자고 말했다.\n\n한 사장은 “답은 현장에 있다”고 했다.\n\n그는 “서두르지 말자”고도 했다."
    )
    assert [text for text, _ in said(article)][-2:] == ["답은 현장에 있다", "서두르지 말자"]


def test_a_mark_with_its_blank_on_the_wrong_side_opens_all_the_same() -> None:
    article = (
        LEAD
        + '"답은 현장에 있다"고 했다. 그는" 고객의 하루를 먼저 살피고 답을 찾아야 한다"면서 "서두르지 말자"고 했다.'
    )
    assert [text for text, _ in said(article)] == [
        "답은 현장에 있다",
        "고객의 하루를 먼저 살피고 답을 찾아야 한다",
        "서두르지 말자",
    ]


def test_a_mark_with_blanks_on_both_sides_opens_where_words_are_quoted() -> None:
    words = "하지만 위기를 이겨 내면 한 발 더 나아갈 것이라 확신한다"
    article = f'{LEAD}"답은 현장에 있다"면서 " {words}"고 했다.'
    assert [text for text, _ in said(article)] == ["답은 현장에 있다", words]
    assert [text for text, _ in said(f'{LEAD}"답은 현장에 있다"면서 " 하지만 나아갈 것을 확신했다. "또"')] == [
        "답은 현장에 있다"
    ]


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ("‘지난해 여러분께 심려를 더해 죄송하다’며 ‘변화에 함께 대응하자’고 주문했다.", 2),
        ("‘지난해 여러분께 심려를 더해 죄송하다’며 ‘변화’라고 쓴 액자를 보였다.", 1),
        ("지난해를 돌아보며 ‘변화에 함께 대응하자’고 쓴 액자를 보였다.", 0),
    ],
)
def test_the_second_half_of_words_in_single_marks_may_be_short(rest: str, found: int) -> None:
    assert len(said(f"{LEAD}{rest}")) == found


@pytest.mark.parametrize(
    "article",
    [
        "“변화는 생존의 문제이며 튼튼한 은행을 만들어 갈 것”\n한가온 누리은행장은 2일 신년사를 통해 이같이 밝혔다. 그는 변화를 강조했다.",
        "[가온경제 나은결 기자] “뚝심 있게! 배짱 있게! 우리 산업의 발전을 위하자!”\n한가온 누리은행장은 건배사에서 이같이 외쳤다.",
        "[가온경제=나은결 기자] “현장의 아침을 누구보다 먼저 열고 더 멀리 뛰는 한 해를 만들도록 하자”\n한가온 누리은행장은 2일 시무식에서 이 같이 밝혔다.",
        "[가온경제=나은결 기자] “현장에도 아침은 온다. 우리는 얼마나 절실하게 뛰고 있는가?”\n한가온 누리은행장은 신년사에서 이같이 말했다.",
        "“올해는 큰 과제를 이루는 해가 될 것이다. 우리 일은 나라의 동맥이다”\n한가온 누리은행장은 2일 신년사에서 도전을 강조했다.",
        "“우리는 위기를 이긴 경험을 가지고 있습니다. 이번에도 헤쳐 나가야 합니다” 한가온 누리은행장은 3일 신년사에서 도전을 강조했다.",
    ],
)
def test_words_that_open_an_article_are_those_of_whom_it_names_then(article: str) -> None:
    assert who(article) == ["한가온"]


def test_a_title_that_says_words_in_advance_is_a_headline() -> None:
    article = (
        "“변화는 생존의 문제이며 함께 만들어 갈 것”\n한가온 누리은행장은 2일 “변화는 생존의 문제”라며 이같이 말했다."
    )
    assert [kind for kind, _ in kinds(article)] == ["headline", "statement"]
