"""The editors' side: records with search and filters, and the desk where articles come in."""

from django.contrib import admin
from django_tasks_db.admin import DBTaskResultAdmin  # noqa: F401 - it registers what is taken off the desk below
from django_tasks_db.models import DBTaskResult

from messages_app.admin.articles import ArticleAdmin
from messages_app.admin.corrections import CorrectionAdmin
from messages_app.admin.editions import EditionAdmin
from messages_app.admin.keywords import KeywordAdmin
from messages_app.admin.quotes import QuoteAdmin
from messages_app.admin.records import CompanyAdmin, ExecutiveAdmin
from messages_app.admin.users import EditorAdmin

# What an editor wants to know of background work stands on the page of the upload.
admin.site.unregister(DBTaskResult)

__all__ = [
    "ArticleAdmin",
    "CompanyAdmin",
    "CorrectionAdmin",
    "EditionAdmin",
    "EditorAdmin",
    "ExecutiveAdmin",
    "KeywordAdmin",
    "QuoteAdmin",
]
