"""Editors and drafts for the tests of the desk."""

from messages_app.tests.browser.desk import arrive, draft

__all__ = ["arrive", "draft"]
