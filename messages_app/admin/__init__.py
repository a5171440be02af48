"""The editors' side: records with search and filters, and the desk where articles come in."""

from messages_app.admin.articles import ArticleAdmin
from messages_app.admin.corrections import CorrectionAdmin
from messages_app.admin.keywords import KeywordAdmin
from messages_app.admin.quotes import QuoteAdmin
from messages_app.admin.records import CompanyAdmin, ExecutiveAdmin
from messages_app.admin.users import EditorAdmin

__all__ = [
    "ArticleAdmin",
    "CompanyAdmin",
    "CorrectionAdmin",
    "EditorAdmin",
    "ExecutiveAdmin",
    "KeywordAdmin",
    "QuoteAdmin",
]
