"""An edition as a file: what was frozen and nothing of today."""

import csv
import io
import json

import pytest
from django.test import Client
from django.utils import translation

from messages_app.importing import freeze_edition
from messages_app.models import Edition
from messages_app.tests.factories import make_published

pytestmark = pytest.mark.django_db
ADDRESS = "/editions/2026/1/"
PERMALINK = f"http://testserver{ADDRESS}"
COUNTED = "보도된 신년사에서 옮긴 발언을 셌습니다."


def file(client: Client, kind: str, prefix: str = "") -> str:
    response = client.get(f"{prefix}{ADDRESS}?format={kind}")
    assert response.status_code == 200
    return b"".join(response.streaming_content).decode()


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def freeze(**fields: bool) -> Edition:
    make_published("고객의 길, 고객의 힘", "고객의 자리", **fields)
    return freeze_edition(message_year=2026, note="첫 집계").edition


def test_a_csv_has_a_line_for_each_word(client: Client) -> None:
    freeze()
    found = rows(file(client, "csv"))
    assert found[0][:5] == ["순위", "낱말", "이 낱말이 든 발언", "모두 말한 횟수", "같은 뜻으로 함께 센 낱말"]
    about = ["2", "2026년 신년사 낱말 순위 제1판", PERMALINK, COUNTED]
    assert found[1] == ["1", "고객", "2", "3", "", *about]
    assert [row[:2] for row in found[2:]] == [["2", "길"], ["2", "자리"], ["2", "힘"]]


def test_json_holds_everything_that_was_frozen(client: Client) -> None:
    edition = freeze()
    found = json.loads(file(client, "json"))
    assert found["words"][0] == {"rank": 1, "form": "고객", "statements": 2, "uses": 3, "synonyms": []}
    assert len(found["words"]) == 4
    assert {name: value for name, value in found.items() if name not in ("words", "frozen_at")} == {
        "page": PERMALINK,
        "title": str(edition),
        "message_year": 2026,
        "number": 1,
        "note": "첫 집계",
        "statements": 2,
        "companies": 1,
        "executives": 1,
        "sample": False,
        "rights": COUNTED,
    }


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_file_is_the_same_whatever_is_published_since(client: Client, kind: str) -> None:
    freeze()
    before = file(client, kind)
    make_published("고객의 해", "안전의 해")
    freeze_edition(message_year=2026)
    assert file(client, kind) == before


def test_a_file_is_named_after_its_edition(client: Client) -> None:
    freeze()
    response = client.get(f"{ADDRESS}?format=csv")
    assert "2026%EB%85%84" in response["Content-Disposition"]
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_file_of_the_sample_says_so(client: Client, kind: str) -> None:
    freeze(is_sample=True)
    text = file(client, kind)
    assert "지어냈습니다" in text
    assert COUNTED not in text


def test_no_cell_is_a_formula(client: Client) -> None:
    word = {"rank": 1, "form": "=1+1", "statements": 1, "uses": 1, "synonyms": ["@갑"]}
    Edition.objects.create(message_year=2026, number=1, statements=1, companies=1, executives=1, words=[word])
    assert rows(file(client, "csv"))[1][1:5] == ["'=1+1", "1", "1", "'@갑"]


def test_english_files_have_english_headings(client: Client) -> None:
    freeze()
    with translation.override("ko"):  # A request leaves its language behind.
        found = rows(file(client, "csv", "/en"))
    assert found[0][:2] == ["Rank", "Word"]
    assert found[1][1] == "고객"
