"""A database as a server has it, and editors and drafts for the tests of the desk."""

import pytest
from django.db import connection

from messages_app.tests.browser.desk import arrive, draft

__all__ = ["arrive", "draft"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite on disk: one in memory has a single connection, and two requests at once would meet in it."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
