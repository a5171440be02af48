"""Public pages read from a replica of the database, where there is one: ``DATABASE_REPLICA_URL``.

Whoever is signed in reads what is written to, so that editors see at once what they did; a replica is a moment behind.
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

REPLICA = "replica"
SAFE = ("GET", "HEAD")
_from_replica = ContextVar("from_replica", default=False)


class Router:
    """Reads of a reader's request go to the replica; all else, and all that no request asked for, to the database."""

    def db_for_read(self, model: type[Any], **hints: Any) -> str | None:
        """The replica, or whatever Django would take."""
        return REPLICA if _from_replica.get() else None

    def allow_relation(self, first: Any, second: Any, **hints: Any) -> bool:
        """Both hold the same rows."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        """The database passes its schema on to the replica by itself."""
        return False if db == REPLICA else None


def middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Says of each request who asks. Not taken back at its end: a file is still read while it is sent."""

    def answer(request: HttpRequest) -> HttpResponse:
        _from_replica.set(request.method in SAFE and settings.SESSION_COOKIE_NAME not in request.COOKIES)
        return get_response(request)

    return answer
