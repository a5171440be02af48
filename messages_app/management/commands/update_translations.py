"""Bring the English catalogue up to date with the sources."""

from typing import Any

from django.core.management.base import BaseCommand

from messages_app.management.catalogue import (
    extract_messages,
    merge,
    problems,
    read_catalogue,
    write_catalogue,
)


class Command(BaseCommand):
    """Keeps every translation there is and lists what is left to translate."""

    help = "Update locale/en from the sources; needs no gettext."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        extracted = extract_messages()
        merged = merge(read_catalogue(), extracted)
        write_catalogue(merged)
        for line in problems(merged, extracted):
            self.stdout.write(line)
