"""Check that every quote is verbatim."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from messages_app.importing import mismatched_quotes
from messages_app.models import Quote


class Command(BaseCommand):
    """Exits with an error if any quote differs from the words at its place in the source."""

    help = "Verify body[start:end] == text for every quote."

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = 0
        for item in mismatched_quotes():
            wrong += 1
            self.stderr.write(
                f"quote {item.quote_id} of article {item.article_id}: {item.stored!r} but {item.in_source!r}"
            )
        if wrong:
            raise CommandError(f"{wrong} quote(s) differ from their source")
        self.stdout.write(f"{Quote.objects.count()} quotes, all verbatim")
