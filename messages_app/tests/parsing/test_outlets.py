"""Which outlet an article is of, however its page says so."""

import pytest

from messages_app.parsing import parse_article

TITLE = "누리전자 새해 첫발 내디뎌"
BODY = "한가온 누리전자 사장은 2일 신년사에서 “고객의 하루를 먼저 살피자”고 말했다."


@pytest.mark.parametrize(
    ("below", "outlet"),
    [
        ("[ⓒ 가온경제 & gaon.example, 무단전재 및 재배포 금지]", "가온경제"),
        ("가온일보(www.gaon.example), 무단전재 및 수집, 재배포 금지", "가온일보"),
        ("< '가온경제' (gaon.example) 무단전재 재배포금지>", "가온경제"),
        ("Copyright @가온신문 All rights reserved.", "가온신문"),
        ("Copyrights ⓒ 2026 가온데일리. All rights reserved.", "가온데일리"),
        ("저작권자 © 내일을 여는 신문 가온일보 무단전재 및 재배포 금지", "가온일보"),
        ("<저작권자(c) 두리터, 무단전재 금지>", "두리터"),
        ("저작권자 ⓒ 자본시장 미디어, 가온경제 무단 전재 금지", "가온경제"),
        ("©'다섯 나라 말 새경제신문' 가온경제. 무단전재·재배포 금지", "가온경제"),
        ("저작권자 © 온라인 경제미디어 가온웨이뉴스 · 무단 전재 및 재배포 금지", "가온웨이뉴스"),
        ("<ⓒ투자가를 위한 누리 플랫폼, 가온경제 무단전재 배포금지>", "가온경제"),
        ("<저 작 권 자(c)가 온 뉴 스. 무 단 전 재-재 배 포 금 지.>", "가온뉴스"),
        ("출처 : 가온뉴스 https://news.gaon.example/1", "가온뉴스"),
        ("출처 : 가온뉴스(https://news.gaon.example)", "가온뉴스"),
        ("ⓒ 가온경제", "가온경제"),
        ("가온메디뉴스 나은결 기자", "가온메디뉴스"),
        ("〈가온경제 나은결 기자〉", "가온경제"),
        ("〈기획취재 나은결 기자〉", None),
        ("출처: 가람드림", "가람드림"),
        ("[출처] 가람드림", "가람드림"),
        ("자료출처 : https://news.gaon.example/1(가온투데이, 26.1.2)", "가온투데이"),
        ("제호 : 가람드림 | 등록번호 : 가00000", "가람드림"),
        ("Copyright @가온뉴스 Corp. All rights reserved.", "가온뉴스"),
        ("Copyright ⓒ 가람드림 Inc. All rights reserved.", "가람드림"),
        ("가람드림 무단전재 및 재배포 금지", "가람드림"),
        ("<가람드림> 무단 전재, 재배포 금지", "가람드림"),
        ("기사 무단전재 및 재배포 금지", None),
        ("이 콘텐츠의 무단 전재를 금합니다", None),
        ("저작권자 © 가온신문사 무단전재 및 재배포 금지", "가온신문사"),
        ("누리트리뷴 나은결 기자", "누리트리뷴"),
        ("가람의소리 나은결 기자", "가람의소리"),
        ("▶ 가온일보 바로가기", "가온일보"),
        ("가온TV 기사문의 및 제보 : 카톡 gaon", "가온TV"),
        ("누리전자 제보", None),
        ("출처 : 가온뉴스 뉴스", "가온뉴스"),
        ("출처 : GBC 뉴스", "GBC"),
        ("[가온일보 채널 추가하기]", "가온일보"),
        ("▶ 종이신문 구독하기", None),
        ("▶ 뉴스레터 구독하기", None),
        ("▶ 누리전자 채널 구독하기", None),
        ("사진 ©누리뉴스", None),
        ("[사진 ⓒ누리제약]", None),
        ("ⓒ누리제약", None),
        ("산업부 나은결 기자", None),
    ],
)
def test_the_foot_names_the_outlet(below: str, outlet: str | None) -> None:
    assert parse_article(f"{TITLE}\n\n{BODY}\n\n{below}").outlet == outlet


@pytest.mark.parametrize(
    ("above", "outlet"),
    [
        (f"{TITLE} - 가온경제", "가온경제"),
        (f"{TITLE} < 산업 < 기사본문 - 가온뉴스", "가온뉴스"),
        (f"{TITLE}\n나은결 기자\n입력 2026.01.02. 10:00", None),
        (f"{TITLE}\n가온일보 2026.01.02 17:33", "가온일보"),
        (f"{TITLE}\n• 가온일보\n• 입력 2026.01.02. 10:00", "가온일보"),
        (f"{TITLE}\n입력\n2026.01.02. 10:00", None),
        (f"{TITLE}\n산업\n입력 2026.01.02. 10:00", None),
        (f"{TITLE}\n두리터\n입력 2026.01.02. 10:00", "두리터"),
        (f"{TITLE}\n가온경제 나은결 기자\n승인 2026.01.02. 10:00", "가온경제"),
        (f"{TITLE}\n• 가온경제 나은결 기자\n• 승인 2026.01.02. 10:00", "가온경제"),
        (f"{TITLE}\n가람드림 나은결 기자\n승인 2026.01.02. 10:00", "가람드림"),
        ("누리전자 시무식\n\n2026-01-02     나은결", None),
        (f"{TITLE}\n정책부 나은결 기자\n승인 2026.01.02. 10:00", None),
        (f"{TITLE}\n도하람 나은결 기자\n승인 2026.01.02. 10:00", None),
        (f"{TITLE}\n[나은결 기자 @가온뉴스]", "가온뉴스"),
        (f"{TITLE}\n가온일보 · 2026.01.02. 오전 9:10", "가온일보"),
        (f"{TITLE}\n가온일보, 2026년 1월 2일", "가온일보"),
        (f"{TITLE}\n가온일보 입력 2026.01.02 18:20:27 수정 2026.01.02 19:43:29", "가온일보"),
        (f"{TITLE}\n기사 입력 2026.01.02 18:20:27", None),
        (f"{TITLE}\n(가온일보) 2026년 1월 2일", "가온일보"),
        (f"{TITLE}\n2026.01.02 가온일보", "가온일보"),
        (f"{TITLE}\n누리코리아, 2026년 1월 2일 새 공장 열어", None),
        (f"{TITLE}\n산업 | 2026.01.02", None),
        (f"{TITLE}\n언론사 가온일보\n입력 2026.01.02. 10:00", "가온일보"),
        (f"{TITLE}\n매체: 가람드림\n입력 2026.01.02. 10:00", "가람드림"),
        (f"{TITLE}\n나은결 편집장\n승인 2026.01.02. 10:00", None),
        (f"새로워진 가온일보 로그인/회원가입\n{TITLE}\n입력 2026.01.02. 10:00", "가온일보"),
        (f"{TITLE}\nⓒ 두리뉴스", None),
        (f"가온일보\n지면보기\n\n{TITLE}\n승인 2026.01.02. 10:00", "가온일보"),
        (f"가온일보\n누리신문\n\n{TITLE}\n승인 2026.01.02. 10:00", None),
        (f"누리미디어\n지면보기\n\n{TITLE}\n승인 2026.01.02. 10:00", None),
        (f"월간가온 나은결 기자\n{TITLE}", "월간가온"),
        (f"{TITLE} - 누리전자", None),
    ],
)
def test_the_head_names_the_outlet(above: str, outlet: str | None) -> None:
    assert parse_article(f"{above}\n\n{BODY}").outlet == outlet


@pytest.mark.parametrize(
    ("opening", "outlet"),
    [
        ("(서울=가온통신) ", "가온통신"),
        ("[가온일보=나은결] ", "가온일보"),
        ("<가온경제> ", "가온경제"),
        ("[가온Q(큐) 나은결 기자] ", "가온Q"),
        ("[나은결 기자] ", None),
        ("가온경제 나은결·도하람 기자 = ", "가온경제"),
        ("[뉴스가온] ", "뉴스가온"),
        ("[가온경제ㅣ나은결 기자] ", "가온경제"),
        ("[가온드림 정책팀] 나은결 기자 = ", "가온드림"),
        ("[가온뉴스 나은결 지자] ", "가온뉴스"),
        ("[가온저널21·누리포커스] ", "가온저널21"),
        ("[가온투데이·가온ON·시사가온=나은결 기자] ", "가온투데이"),
        ("[가람드림] 나은결 기자 = ", "가람드림"),
        ("[가람] 나은결 기자 = ", None),
        ("[인터뷰] 나은결 기자 = ", None),
        ("[정책 이야기] ", None),
        ("[경제 이야기] ", None),
        ("[신년사] ", None),
        ("[누리제약] ", None),
    ],
)
def test_the_opening_of_the_body_names_the_outlet(opening: str, outlet: str | None) -> None:
    assert parse_article(f"{TITLE}\n\n{opening}{BODY}").outlet == outlet


def test_an_outlet_known_or_named_as_one_goes_before_another_word() -> None:
    assert parse_article(f"{TITLE}\n[기획취재 나은결 기자] {BODY}\n\nⓒ 가온경제, 무단전재 금지").outlet == "가온경제"
