"""Who sends a request, to hold back whoever sends too many."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def sender(request: HttpRequest) -> str:
    """Where a request comes from: behind a proxy, what the proxy added last to ``X-Forwarded-For``."""
    passed_on = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return passed_on.rsplit(",", 1)[-1].strip() or request.META.get("REMOTE_ADDR", "")


def sender_address(request: HttpRequest) -> str | None:
    """The same as a column for addresses takes it: None for a socket and for what is no address."""
    try:
        return str(ip_address(sender(request)))
    except ValueError:
        return None
