"""The same article under other chrome, another outlet's copy, and what only looks alike."""

import pytest

from messages_app.importing import alike_articles, create_draft
from messages_app.importing.duplicates import running_text, share, sketch
from messages_app.models import Article

pytestmark = pytest.mark.django_db
STORY = """누리전자 새해 첫 메시지

[가온경제 나래원 기자] 한가람 누리전자 사장은 2일 신년사에서 “고객이 먼저 찾는 회사가 되자”고 말했다.

한 사장은 “고객가치를 높이는 일에 아낌없이 투자하겠다”고 강조했다. 그는 지난해 실적을 돌아보며 임직원의 노고에 고마움을 전했다.

이어 “안전은 양보할 수 없다”고 덧붙였다. 누리전자는 올해 공장 두 곳을 새로 열고 신입 사원을 세 자릿수로 뽑을 예정이다.
"""
CHROME = (
    "메뉴\n로그인\n많이 본 뉴스\n공유하기\n\n"
    + STORY
    + "\n좋아요 12\n댓글 3\n저작권자 ⓒ 가온경제 무단전재 및 재배포 금지\n"
)
COPY = STORY.replace("[가온경제 나래원 기자]", "(서울=누리통신) 도담희 기자 =").replace(
    "누리전자 새해 첫", "한가람 사장의 새해 첫"
)
SAME_SPEECH = """한가람 사장 “고객이 먼저 찾는 회사”

[다온일보 해솔미 기자] 누리전자가 새해 업무를 시작했다.

한가람 누리전자 사장은 시무식 단상에 올라 “고객이 먼저 찾는 회사가 되자”고 했다. 참석한 직원은 삼백 명이었다.

업계는 그의 발언을 조직 개편의 신호로 읽는다. 재무 책임자가 바뀐 뒤 처음 나온 메시지이기 때문이다. “안전은 양보할 수 없다”는 말도 있었다.
"""


def draft(text: str) -> Article:
    return create_draft(text=text).article


@pytest.mark.parametrize("again", [CHROME, COPY], ids=["other chrome", "another outlet's copy"])
def test_the_same_article_is_recognised(again: str) -> None:
    first, second = draft(STORY), draft(again)
    assert [one.article for one in alike_articles(second)] == [first]
    assert [one.article for one in alike_articles(first)] == [second]


def test_another_report_of_the_same_speech_is_another_article() -> None:
    draft(STORY)
    assert alike_articles(draft(SAME_SPEECH)) == []


def test_an_article_is_not_alike_itself() -> None:
    assert alike_articles(draft(STORY)) == []


def test_candidates_are_found_by_three_queries(django_assert_num_queries: object) -> None:
    draft(STORY)
    article = draft(COPY)
    with django_assert_num_queries(3):  # its own traces, the candidates', the candidates
        alike_articles(article)


def test_text_too_short_for_a_trace_is_alike_nothing() -> None:
    assert sketch("고객이먼저") == set()
    assert share("", "고객이먼저") == 0


def test_chrome_leaves_no_trace() -> None:
    assert sketch(running_text(CHROME)) == sketch(running_text(STORY))
