"""Parse an article and show what was found."""

import json
import sys
from argparse import ArgumentParser
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError

from messages_app.importing import ImportRefused
from messages_app.importing.intake import decode
from messages_app.parsing import ParsedArticle, ParsedQuote, parse_article


class Command(BaseCommand):
    """For a person by default; ``--json`` for a program; ``--jsonl`` for many articles at once."""

    help = "Parse an article from FILE or standard input."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", metavar="FILE", type=Path, help="standard input without it")
        shape = parser.add_mutually_exclusive_group()
        shape.add_argument("--json", action="store_true", help="write one JSON object")
        shape.add_argument("--jsonl", action="store_true", help='read {"id", "text"} lines, write one object a line')

    def handle(self, *args: Any, **options: Any) -> None:
        with _opened(options["file"]) as stream:
            if options["jsonl"]:
                self._parse_lines(stream)
            else:
                self._parse(stream, options["json"])

    def _parse(self, stream: BinaryIO, as_object: bool) -> None:
        try:
            parsed = parse_article(decode(stream.read()))
        except ImportRefused as refusal:
            raise CommandError(f"cannot read: {refusal.message}") from refusal
        self.stdout.write(_written(as_json(parsed), indent=2) if as_object else describe(parsed))

    def _parse_lines(self, stream: BinaryIO) -> None:
        bad = 0
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                answer = {"id": row["id"], **as_json(parse_article(row["text"]))}
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                bad += 1
                self.stderr.write(f"line {number}: {type(error).__name__}: {error}")
                continue
            self.stdout.write(_written(answer))
        if bad:
            raise CommandError(f"{bad} bad line(s)")


def _opened(file: Path | None) -> AbstractContextManager[BinaryIO]:
    try:
        return file.open("rb") if file else nullcontext(sys.stdin.buffer)
    except OSError as error:
        raise CommandError(f"cannot read: {error}") from error


def _written(value: dict[str, Any], indent: int | None = None) -> str:
    """JSON in letters as they are; half of a surrogate pair, which no encoding has, is written as JSON escapes it."""
    return json.dumps(value, ensure_ascii=False, indent=indent).encode(errors="backslashreplace").decode()


def as_json(parsed: ParsedArticle) -> dict[str, Any]:
    """A parse as plain JSON values: dates as ``2026-01-02``, offsets in code points."""
    return {
        "title": parsed.title,
        "outlet": parsed.outlet,
        "reporters": list(parsed.reporters),
        "published_date": parsed.published_date.isoformat() if parsed.published_date else None,
        "url": parsed.url,
        "message_year": parsed.message_year,
        "quotes": [_quote(quote) for quote in parsed.quotes],
    }


def _quote(quote: ParsedQuote) -> dict[str, Any]:
    return {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "kind": quote.kind,
        "confidence": round(quote.confidence, 4),
        "speakers": [
            {"name": who.name, "organisation": who.organisation, "title": who.title} for who in quote.speakers
        ],
        "evidence": [
            {"reason": item.reason, "start": item.span.start, "end": item.span.end} for item in quote.evidence
        ],
    }


def describe(parsed: ParsedArticle) -> str:
    """A parse for a person to read: the header, then each quotation under its speaker."""
    lines = [
        f"title     {parsed.title or '-'}",
        f"outlet    {parsed.outlet or '-'}   reporters {', '.join(parsed.reporters) or '-'}",
        f"date      {parsed.published_date or '-'}   year {parsed.message_year or '-'}",
        f"address   {parsed.url or '-'}",
    ]
    for quote in parsed.quotes:
        who = "; ".join(" ".join(filter(None, [s.name, s.organisation, s.title])) for s in quote.speakers)
        lines += [
            "",
            f"[{quote.kind} {quote.start}-{quote.end}] {who or '-'} ({quote.confidence:.2f})",
            f"  {quote.text}",
        ]
    return "\n".join(lines)
