"""The same questions put to others: Datasette with FTS5 on the same SQLite file, and a count by LIKE."""

import asyncio
import json
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote as escape

from django.db import connection
from measure import Timing, timed

from messages_app.models import Quote
from messages_app.search import QuoteFilter, count, facets, make_plan, page_of

FACETS = ("message_year", "company", "outlet")
SAID = """
CREATE TABLE said AS
SELECT q.id, q.text, q.message_year, c.name AS company, a.outlet
FROM messages_app_quote q JOIN messages_app_article a ON a.id = q.article_id
LEFT JOIN messages_app_company c ON c.id = q.company_id;
CREATE UNIQUE INDEX said_id ON said (id);
CREATE INDEX said_year ON said (message_year);
CREATE INDEX said_company ON said (company);
CREATE INDEX said_outlet ON said (outlet);
CREATE VIRTUAL TABLE said_fts USING fts5 (text, content='said', content_rowid='id');
INSERT INTO said_fts (rowid, text) SELECT id, text FROM said;
"""


def like(words: list[str]) -> list[Timing]:
    """How many statements hold a word: by the index, and by reading all texts."""
    ours = [lambda word=word: _count(word) for word in words]
    theirs = [lambda word=word: Quote.objects.filter(text__icontains=word).count() for word in words]
    return [timed("count by the index", ours), timed("count by icontains", theirs)]


def _count(word: str) -> int:
    return count(make_plan(QuoteFilter(keyword=word)))


def datasette(words: list[str]) -> list[Timing]:
    """Twenty hits, their number and three facets: by the index, and by Datasette's own JSON page."""
    ours = timed("search and facets by the index", [lambda word=word: _search(word) for word in words])
    return [ours, _time_datasette(words)]


def _search(word: str) -> None:
    wanted = QuoteFilter(keyword=word)
    plan = make_plan(wanted)
    page_of(plan, wanted, facets(plan, wanted).count)


def _time_datasette(words: list[str]) -> Timing:
    from datasette.app import Datasette

    path = Path(connection.settings_dict["NAME"])
    _add_full_text(path)
    limits = {"sql_time_limit_ms": 120_000, "facet_time_limit_ms": 120_000, "facet_suggest_time_limit_ms": 1}
    server = Datasette([str(path)], settings=limits | {"suggest_facets": False})
    asyncio.run(server.invoke_startup())
    wanted = "&".join(f"_facet={name}" for name in FACETS)
    addresses = [
        f"/{path.stem}/said.json?_search={escape(word + '*')}&_searchmode=raw&_fts_table=said_fts&_fts_pk=id"
        f"&_size=20&{wanted}"
        for word in words
    ]
    calls = [lambda address=address: _answer(server, address) for address in addresses]
    return timed("search and facets by Datasette", calls)


def _answer(server: Any, address: str) -> None:
    """Ask, waiting for the answer in an event loop of its own."""
    answer = asyncio.run(server.client.get(address))
    if set(json.loads(answer.text).get("facet_results", {})) != set(FACETS):
        raise AssertionError(answer.text[:300])


def _add_full_text(path: Path) -> None:
    with sqlite3.connect(path) as database:
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'said'").fetchone():
            database.executescript(SAID)
