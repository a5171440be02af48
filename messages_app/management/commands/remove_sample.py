"""Remove the sample articles."""

from typing import Any

from django.core.management.base import BaseCommand

from messages_app.importing import remove_sample


class Command(BaseCommand):
    """Leaves real articles, and every record they use, alone."""

    help = "Delete the sample articles with the companies and people only they name."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"sample: {remove_sample().changed} articles removed")
