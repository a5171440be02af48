"""The command that proves or repairs the keyword index."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from messages_app.models import KeywordTotal, Quote
from messages_app.tests.factories import make_published

pytestmark = pytest.mark.django_db


class Terminal(StringIO):
    """Something that looks like a terminal."""

    def isatty(self) -> bool:
        return True


def run(*options: str) -> str:
    out = StringIO()
    call_command("rebuild_keywords", *options, stdout=out, stderr=StringIO())
    return out.getvalue()


@pytest.fixture(autouse=True)
def archive() -> None:
    make_published("고객과 안전", "품질")


def test_says_what_it_looked_at() -> None:
    assert run() == run("--check") == "2 quotes: 0 quotes, 0 totals, 0 postings and 0 signatures differed\n"


def test_a_check_of_a_wrong_index_fails_until_it_is_rebuilt() -> None:
    KeywordTotal.objects.filter(keyword__form="고객", scope="year").update(quotes=9)
    for _ in range(2):
        with pytest.raises(CommandError, match="0 quotes, 1 totals, 0 postings and 0 signatures differed"):
            run("--check")
    assert "1 totals," in run()
    assert "0 totals," in run("--check")


def test_begins_where_it_is_told() -> None:
    assert run("--from", str(Quote.objects.latest("pk").pk)).startswith("1 quotes")


@pytest.mark.parametrize(("screen", "drawn"), [(Terminal(), True), (StringIO(), False)])
def test_draws_a_bar_on_a_terminal_only(screen: StringIO, drawn: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", screen)
    call_command("rebuild_keywords", stdout=StringIO())
    assert ("100%" in screen.getvalue(), bool(screen.getvalue())) == (drawn, drawn)


def test_stopped_it_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(keywords: object, check: bool) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("messages_app.importing.rebuild._rebuild_totals_of", stop)
    with pytest.raises(CommandError, match=f"--from {Quote.objects.latest('pk').pk + 1}$"):
        run()
