"""Compile the catalogues of translations."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from messages_app.management.catalogue import compile_catalogues, extract_messages, problems, read_catalogue


class Command(BaseCommand):
    """A pure Python compiler: a bare machine has no gettext."""

    help = "Compile what is in locale, or check that English is complete and up to date."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="write nothing; fail on missing, fuzzy or unused texts"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["check"]:
            compile_catalogues()
            return
        found = problems(read_catalogue(), extract_messages())
        for line in found:
            self.stderr.write(line)
        if found:
            raise CommandError(
                f"{len(found)} problem(s) in the English catalogue; run make translations and fill them in"
            )
