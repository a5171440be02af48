"""Django's admin with our site in it."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Registers with ``config.desk.Desk`` what is registered with ``admin.site``."""

    default_site = "config.desk.Desk"
