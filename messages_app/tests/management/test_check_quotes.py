"""``check_quotes`` proves that every quote is verbatim, or fails."""

import io

import pytest
from django.core.management import CommandError, call_command

from messages_app.models import Article
from messages_app.tests.factories import make_published

pytestmark = pytest.mark.django_db


def test_it_says_how_many_are_verbatim() -> None:
    make_published("고객을 믿습니다", "안전을 믿습니다")
    out = io.StringIO()
    call_command("check_quotes", stdout=out)
    assert out.getvalue() == "2 quotes, all verbatim\n"


def test_it_fails_and_names_the_quote_that_is_not() -> None:
    article = make_published("고객을 믿습니다")
    Article.objects.update(body=article.body.replace("고객", "주주"))
    complaints = io.StringIO()
    with pytest.raises(CommandError, match="1 quote"):
        call_command("check_quotes", stderr=complaints)
    assert "'고객을 믿습니다' but '주주을 믿습니다'" in complaints.getvalue()
