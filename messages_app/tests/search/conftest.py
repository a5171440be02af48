"""Every promise of search is kept whichever way a question is answered."""

import pytest

# From how many statements on a word has postings, and how many of these are listed in the question.
WAYS = {"from the rows": (5000, 3000), "from a list": (1, 3000), "from the postings": (1, 0)}


@pytest.fixture(autouse=True, params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How words that meet are looked up, which depends on how frequent they are."""
    frequent, few = WAYS[request.param]
    monkeypatch.setattr("messages_app.importing.totals.WIDE_FROM", frequent)
    monkeypatch.setattr("messages_app.search.planning.WIDE_FROM", frequent)
    monkeypatch.setattr("messages_app.search.plan.FEW", few)
    return str(request.param)
