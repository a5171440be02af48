"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.http import escape_leading_slashes

from messages_app.models import Article


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's name, whether it shows sample data, and this page's address in each language."""
    return {
        "site_name": settings.SITE_NAME,
        "shows_sample": SimpleLazyObject(lambda: Article.objects.filter(is_sample=True, status="published").exists()),
        "languages": [
            {"code": code, "name": name, "url": escape_leading_slashes(translate_url(request.get_full_path(), code))}
            for code, name in (("ko", "한국어"), ("en", "English"))
        ],
    }
