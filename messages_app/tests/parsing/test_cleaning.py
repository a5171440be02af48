"""What is article and what is the page around it or inside it."""

from collections.abc import Callable

import pytest

from messages_app.parsing import classify_lines, parse_article
from messages_app.tests.parsing.reading_aloud import said, who

FIRST = "한가온 누리전자 사장은 2일 신년사에서 “고객의 하루를 먼저 살피자”고 말했다."
SECOND = "한 사장은 “답은 현장에 있다”고 했다. 그는 “서두르지 말자”고도 했다."
ARTICLE = f"누리전자 새해 첫발 내디뎌\n\n{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "inside",
    [
        "한가온 누리전자 사장이 신년사를 하고 있다. 제공 | 누리전자",
        "▲ 한가온 누리전자 사장이 직원들과 인사하고 있다.",
        "한가온 누리전자 사장이 2일 “답은 사람에게 있다”고 말했다. 사진=누리전자",
        "[사진=누리전자 제공]",
        "도하람 미르전자 회장이 2일 시무식에서 신년사를 발표하고 있다. (사진=누리전자)",
        "KakaoTalk_20260102_101055675",
        "[KT _ъ쭊] _쇱씠釉__쒖꽑 _좊뀈__1",
        "글자크기 설정",
        "나은결 기자 eun@gaon.example",
    ],
)
def test_noise_between_two_paragraphs_changes_nothing(inside: str) -> None:
    assert said(ARTICLE.replace("\n\n한 사장은", f"\n\n{inside}\n\n한 사장은")) == said(ARTICLE)


@pytest.mark.parametrize(
    "below",
    [
        "ⓒ 가온경제, 무단 전재 및 재배포 금지\n많이 본 뉴스\n1\n도하람 회장 “현장이 답이다”\n2\n“수출 늘리자” 미르상의 신년회",
        '관련기사\n미르그룹 회장 “현장이 답이다”\n누리증권 대표 "고객 곁으로"',
        "댓글 3\n익명 1\n“좋은 말이네요. 응원합니다.”",
        "좋아요 3\n훈훈해요 1\n공유\nfacebooktwitterkakao talk",
    ],
)
def test_other_headlines_and_comments_are_no_quotes(below: str) -> None:
    assert said(f"{ARTICLE}\n\n{below}") == said(ARTICLE)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(".\n\n한 사장", ".한 사장"),
        lambda text: text.replace("\n\n한 사장", " 한 사장"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n\n", "\n\n\n\n"),
        lambda text: text.replace("했다. 그는", "했다.그는"),
        lambda text: text.replace("했다. 그는", "했다.\u00a0그는"),
    ],
)
def test_lost_and_odd_breaks_change_no_speaker(change: Callable[[str], str]) -> None:
    assert who(change(ARTICLE)) == ["한가온"] * 3


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("HOME > 홍보센터 > 누리소식", "noise"),
        ("홈 > 산업", "noise"),
        ("새소식 › 보도자료 › 2026년", "noise"),
        ("누리전자 > 가람전자, 시가총액 앞서", "title"),
    ],
)
def test_where_a_page_stands_among_others_is_noise(line: str, role: str) -> None:
    assert classify_lines(f"{line}\n\n{FIRST}")[0].role == role


def test_a_report_may_open_with_words_alone() -> None:
    opening = "[서울=가온뉴스]나은결 기자 = “고객의 하루를 먼저 살피자”(한가온 누리전자 사장 신년사)"
    below = "누리전자가 새해를 열었다. 한 사장은 “답은 현장에 있다”고 했다."
    assert who(f"누리전자 새해 첫발 내디뎌\n\n{opening}\n“답은 사람”\n\n{below}") == ["한가온", "한가온"]


def test_lines_have_the_roles_a_reader_gives_them() -> None:
    text = f"메뉴\n누리전자 새해 첫발 내디뎌\n입력 2026.01.02.\n{FIRST}\n나은결 기자 eun@gaon.example\nⓒ 가온경제"
    assert [line.role for line in classify_lines(text)] == ["noise", "title", "noise", "body", "byline", "noise"]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("가온경제 2026.01.02\n누리전자 새해 첫발 내디뎌", "누리전자 새해 첫발 내디뎌"),
        ("가온경제 2026.01.02\n새해 제목 1", "새해 제목 1"),
        ("2026.01.02 가온경제\n새해 제목 1", "새해 제목 1"),
        ("Gaon Times | 2026.01.02\n새해 제목 1", "새해 제목 1"),
        ("가온경제 2026.01.02\n누리전자 새해 첫발 내디뎌\n입력 2026.01.02. 10:00", "누리전자 새해 첫발 내디뎌"),
        ("누리전자 새해 첫발 내디뎌\n가온경제 2026.01.02", "누리전자 새해 첫발 내디뎌"),
        ("가온경제 2026.01.02 누리전자 첫발\n산업", "가온경제 2026.01.02 누리전자 첫발"),
        ("가온경제 2026.01.02\n산업", None),
        ("가온경제 2026.01.02\n글자크기 설정", None),
    ],
)
def test_outlet_and_day_alone_are_no_title(above: str, title: str | None) -> None:
    assert parse_article(f"{above}\n\n{FIRST}").title == title


@pytest.mark.parametrize(
    "opening",
    [
        "네이버로는 ",
        "페이스북코리아가람은 ",
        "2026년 1월 2일 가람물산은 ",
        "2026.1.2 가람물산은 ",
        "출처 불명의 소문에 대해 가람물산은 ",
        "관련 뉴스가 쏟아진 3일 가람물산은 ",
    ],
)
def test_a_paragraph_that_opens_like_a_button_or_a_stamp_is_read(opening: str) -> None:
    told = f"{opening}“새해에는 이용자의 하루를 바꾸겠다”고 밝혔다."
    assert [words for words, _ in said(f"{ARTICLE}\n\n{told}")][-1] == "새해에는 이용자의 하루를 바꾸겠다"
    assert len(said(told)) == 1


@pytest.mark.parametrize(
    "below",
    ["네이버에서 가온경제 뉴스를 구독해 주세요!", "페이스북으로 보내기", "2026.01.02 10:00:00 송고", "출처 가온경제"],
)
def test_buttons_and_stamps_below_an_article_end_it(below: str) -> None:
    assert said(f"{ARTICLE}\n{below}\n관련기사\n미르그룹 회장 “현장이 답이다”") == said(ARTICLE)


def test_a_paragraph_of_two_sentences_with_a_credit_behind_is_read() -> None:
    assert said(f"{FIRST} {SECOND} 사진=누리전자") == said(f"{FIRST} {SECOND}")


def test_a_portal_s_summary_of_the_article_is_none_of_it() -> None:
    title, rest = ARTICLE.split("\n\n", 1)
    summary = "전체 맥락을 이해하기 위해서는 본문 보기를 권장합니다."
    ends = "이 글자크기로 변경됩니다.\n(예시) 가장 빠른 뉴스가 있는 포털을 만나보세요. 새 소식을 전달하고 있습니다."
    assert said(f"{title}\n자동요약 주요 문장을 자동요약한 결과입니다.\n{summary}\n{FIRST}\n{ends}\n{rest}") == said(
        ARTICLE
    )
    assert said(f"{title}\n{summary}\n\n{rest}") == said(ARTICLE)


def test_a_standpoint_held_is_no_caption() -> None:
    assert who(f"{ARTICLE}\n\n가람물산 측은 “소문은 사실과 다르다”는 입장을 고수하고 있다.")[-1] == "가람물산"


def test_the_credit_of_a_photo_within_an_article_does_not_end_it() -> None:
    photo = "한가온 누리자동차협회 회장 ⓒ 누리자동차협회"
    opening = "누리자동차협회는 4일 서울에서 2026 신년인사회를 열었다."
    article = (
        f"{opening}\n\n한가온 회장, 무대에 올라\n\n{photo}\n\n한가온 회장은 “올해도 소명의식을 갖고 뛰겠다”고 말했다."
    )
    assert who(article) == ["한가온"]
    foot = article.replace(photo, "저작권자 ⓒ 가온경제 무단전재 금지")
    assert who(foot) == []


@pytest.mark.parametrize(
    ("opening", "role"),
    [
        ("한가온(65·사진) 누리전자 사장이 첫날부터 현장을 강조했다.", "body"),
        ("한가온(65세ㆍ사진 왼쪽) 누리전자 사장이 첫날부터 현장을 강조했다.", "body"),
        ("한가온(사진) 누리전자 사장이 첫날부터 현장을 강조했다.", "body"),
        ("한가온(65·사진) 누리전자 사장이 첫날부터 현장을 강조했다. [사진=누리전자]", "caption"),
    ],
)
def test_who_is_in_the_photo_may_be_told_within_a_sentence(opening: str, role: str) -> None:
    assert [line.role for line in classify_lines(f"{FIRST}\n\n{opening}\n\n{SECOND}")] == ["body", role, "body"]


@pytest.mark.parametrize(
    ("last", "role"),
    [
        ("새 성장의 길을 찾겠다고 밝혔습니다.", "body"),
        ("좋은 기사 잘 읽고 갑니다.", "noise"),
        ("가온뉴스 나은결입니다.", "noise"),
    ],
)
def test_a_short_line_that_reports_ends_the_article(last: str, role: str) -> None:
    assert [line.role for line in classify_lines(f"{ARTICLE}\n\n{last}")][-1] == role
