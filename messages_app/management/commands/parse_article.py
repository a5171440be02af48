"""Parse an article and show what was found."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

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
        if options["jsonl"]:
            self._parse_lines(options["file"])
            return
        try:
            text = decode(options["file"].read_bytes() if options["file"] else sys.stdin.buffer.read())
        except OSError as error:
            raise CommandError(f"cannot read: {error}") from error
        except ImportRefused as refusal:
            raise CommandError(f"cannot read: {refusal.message}") from refusal
        parsed = parse_article(text)
        self.stdout.write(
            json.dumps(as_json(parsed), ensure_ascii=False, indent=2) if options["json"] else describe(parsed)
        )

    def _parse_lines(self, file: Path | None) -> None:
        bad = 0
        with file.open("rb") if file else sys.stdin.buffer as stream:
            for number, line in enumerate(stream, 1):
                if not line.strip():
                    continue
                try:
                    row = json.loads(line)
                    answer = {"id": row["id"], **as_json(parse_article(row["text"]))}
                except (ValueError, KeyError, TypeError) as error:
                    bad += 1
                    self.stderr.write(f"line {number}: {type(error).__name__}: {error}")
                    continue
                self.stdout.write(json.dumps(answer, ensure_ascii=False))
        if bad:
            raise CommandError(f"{bad} bad line(s)")


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
