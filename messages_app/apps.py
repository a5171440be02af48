"""The application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MessagesAppConfig(AppConfig):
    """New Year messages of executives."""

    name = "messages_app"
    verbose_name = _("신년사")

    def ready(self) -> None:
        from messages_app.models import moments  # noqa: F401 - it listens to the history being written
