"""Rebuild or check the keyword index."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from messages_app.importing import rebuild_keywords


class Command(BaseCommand):
    """Changes nothing where the index is right, which it always should be."""

    help = "Compute the keyword index afresh and put right what differs; --check only says whether anything does."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail if anything differs")
        parser.add_argument(
            "--from", dest="first", type=int, default=0, metavar="QUOTE", help="start at this quote number"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.reached = options["first"]
        try:
            with tqdm(total=1, disable=None, bar_format="{percentage:3.0f}%|{bar}| {remaining}") as self.bar:
                result = rebuild_keywords(check=options["check"], first=options["first"], progress=self._progress)
        except KeyboardInterrupt as stop:
            raise CommandError(f"stopped; to go on: rebuild_keywords --from {self.reached}") from stop
        wrong = (
            f"{result.wrong_quotes} quotes, {result.wrong_totals} totals, {result.wrong_postings} postings and"
            f" {result.wrong_signatures} signatures differed"
        )
        summary = f"{result.quotes} quotes: {wrong}"
        if options["check"] and not result.is_right:
            raise CommandError(summary)
        self.stdout.write(summary)

    def _progress(self, share: float, quote: int) -> None:
        self.reached = quote + 1
        self.bar.update(share - self.bar.n)
