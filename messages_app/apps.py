"""The application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MessagesAppConfig(AppConfig):
    """New Year messages of executives."""

    name = "messages_app"
    verbose_name = _("신년사")
