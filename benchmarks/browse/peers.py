"""The same questions put to others: Datasette with FTS5 on the same SQLite file, and a count by LIKE."""

import asyncio
import json
import sqlite3
import time
from pathlib import Path
from urllib.parse import quote as escape

from django.db import connection
from measure import Timing, summary, timed

from messages_app.models import Quote
from messages_app.search import QuoteFilter, facets, find
from messages_app.search.plan import make_plan
from messages_app.search.results import count

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
    wanted = QuoteFilter(keyword=word)
    return count(make_plan(wanted), wanted)


def datasette(words: list[str]) -> list[Timing]:
    """Twenty hits, their number and three facets: by the index, and by Datasette's own JSON page."""
    ours = timed("search and facets by the index", [lambda word=word: _search(word) for word in words])
    return [ours, asyncio.run(_ask_datasette(words))]


def _search(word: str) -> None:
    wanted = QuoteFilter(keyword=word)
    found = find(wanted)
    facets(found.plan, wanted)


async def _ask_datasette(words: list[str]) -> Timing:
    from datasette.app import Datasette

    path = Path(connection.settings_dict["NAME"])
    _add_full_text(path)
    limits = {"sql_time_limit_ms": 120_000, "facet_time_limit_ms": 120_000, "facet_suggest_time_limit_ms": 1}
    server = Datasette([str(path)], settings=limits | {"suggest_facets": False})
    await server.invoke_startup()
    wanted = "&".join(f"_facet={name}" for name in FACETS)
    took = []
    for word in words:
        query = f"_search={escape(word + '*')}&_searchmode=raw&_fts_table=said_fts&_fts_pk=id"
        began = time.perf_counter()
        answer = await server.client.get(f"/{path.stem}/said.json?{query}&{wanted}&_size=20")
        took.append((time.perf_counter() - began) * 1000)
        if set(json.loads(answer.text).get("facet_results", {})) != set(FACETS):
            raise AssertionError(answer.text[:300])
    return summary("search and facets by Datasette", took)


def _add_full_text(path: Path) -> None:
    with sqlite3.connect(path) as database:
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'said'").fetchone():
            database.executescript(SAID)
