"""Load the sample articles."""

from typing import Any

from django.core.management.base import BaseCommand

from messages_app.importing import load_sample


class Command(BaseCommand):
    """May be run again: nothing is added twice."""

    help = "Import and publish the invented sample articles."

    def handle(self, *args: Any, **options: Any) -> None:
        result = load_sample()
        self.stdout.write(f"sample: {result.changed} articles added, {result.total} there")
