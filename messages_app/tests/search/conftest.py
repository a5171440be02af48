"""Every promise of search is kept whichever way a question is answered."""

import pytest

# From how many statements on a word has postings, how many are listed in the question, how many counted from that list.
WAYS = {
    "from the rows": (5000, 3000, 300),
    "from a list": (1, 3000, 300),
    "from a list, counted from the postings": (1, 3000, 0),
    "from the postings": (1, 0, 0),
}


@pytest.fixture(autouse=True, params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How words that meet are looked up, which depends on how frequent they are."""
    frequent, few, counted = WAYS[request.param]
    monkeypatch.setattr("messages_app.importing.totals.WIDE_FROM", frequent)
    monkeypatch.setattr("messages_app.search.planning.WIDE_FROM", frequent)
    monkeypatch.setattr("messages_app.search.planning.PACKED_FROM", frequent)
    monkeypatch.setattr("messages_app.search.plan.FEW", few)
    monkeypatch.setattr("messages_app.search.plan.COUNTED_FEW", counted)
    return str(request.param)
