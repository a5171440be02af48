"""Fill a database with an invented archive and time the pages of the site on it: see README.md."""

import argparse
import os
import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quotes", type=int, required=True, help="how many statements")
    parser.add_argument("--database", required=True, metavar="URL", help="such as sqlite:////tmp/browse.sqlite3")
    parser.add_argument("--peer", choices=("datasette", "like"), help="time a peer beside the same question")
    return parser.parse_args()


def set_up(database: str) -> None:
    """Django on that database, as a server would have it."""
    os.environ |= {
        "DATABASE_URL": database,
        "SECRET_KEY": "only-for-a-benchmark",
        "HTTPS": "off",
        "ENV_FILE": os.devnull,
    }
    sys.path.insert(0, str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    import django
    from django.conf import settings

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.LOGGING_CONFIG = None
    django.setup()


def prepare(quotes: int) -> None:
    """Fill the database unless it holds that archive already."""
    from archive import fill
    from django.core.management import call_command

    from messages_app.models import Quote

    call_command("migrate", verbosity=0)
    there = Quote.objects.count()
    if there == quotes:
        return
    if there:
        sys.exit(f"the database holds {there} quotes: give an empty one, or --quotes {there}")
    began = time.monotonic()
    fill(quotes)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"filled in {time.monotonic() - began:.0f} s, at most {peak} MB of memory\n", flush=True)


def main() -> None:
    options = arguments()
    set_up(options.database)
    prepare(options.quotes)
    from measure import time_pages, time_publishing
    from pages import pages, timed_words

    if options.peer:
        import peers

        timings = getattr(peers, options.peer)(timed_words())
    else:
        timings = [*time_pages(pages()), *time_publishing()]
    print("| page | p50 ms | p95 ms | p50 CPU ms | queries |\n| --- | --- | --- | --- | --- |")
    for name, p50, p95, cpu, queries in timings:
        print(f"| {name} | {p50:.1f} | {p95:.1f} | {cpu:.1f} | {queries or ''} |")


if __name__ == "__main__":
    main()
