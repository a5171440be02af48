"""A frozen edition as CSV and JSON: the figures that stay, so that a file of it is always the same."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from django.utils.translation import gettext

from messages_app.exports.cells import csv_lines
from messages_app.exports.quotes import BETWEEN, invented
from messages_app.models import Edition


def edition_as_csv(edition: Edition, address: str) -> Iterator[str]:
    """A line for each word; each says which edition it is of, where that stands and what was counted."""
    headings = [
        gettext("순위"),
        gettext("낱말"),
        gettext("이 낱말이 든 발언"),
        gettext("모두 말한 횟수"),
        gettext("같은 뜻으로 함께 센 낱말"),
        gettext("모든 발언"),
        gettext("판"),
        gettext("주소"),
        gettext("무엇을 세었나"),
    ]
    about = (edition.statements, str(edition), address, _counted(edition))
    rows = (
        (word.rank, word.form, word.statements, word.uses, BETWEEN.join(word.synonyms), *about)
        for word in edition.ranking
    )
    return csv_lines(headings, rows)


def edition_as_json(edition: Edition, address: str) -> Iterator[str]:
    """One object: which edition it is, what was counted, and ``words``, a list of records."""
    about = {
        "page": address,
        "title": str(edition),
        "message_year": edition.message_year,
        "number": edition.number,
        "frozen_at": edition.frozen_at.isoformat(timespec="seconds"),
        "note": edition.note,
        "statements": edition.statements,
        "companies": edition.companies,
        "executives": edition.executives,
        "sample": edition.is_sample,
        "rights": _counted(edition),
        "words": [asdict(word) for word in edition.ranking],
    }
    yield json.dumps(about, ensure_ascii=False, indent=1) + "\n"


def _counted(edition: Edition) -> str:
    return invented() if edition.is_sample else gettext("보도된 신년사에서 옮긴 발언을 셌습니다.")
