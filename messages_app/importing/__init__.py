"""Every write: each a function with keyword arguments and one transaction."""

from messages_app.importing.check import QuoteMismatch, mismatched_quotes
from messages_app.importing.draft import DraftResult, create_draft
from messages_app.importing.errors import ImportRefused, NotPublishable, StaleArticle
from messages_app.importing.publish import PublishResult, delete_articles, publish_article, unpublish_article
from messages_app.importing.review import HeaderChange, QuoteChange, SpeakerChange, save_review
from messages_app.importing.sample import load_sample, remove_sample

__all__ = [
    "DraftResult",
    "HeaderChange",
    "ImportRefused",
    "NotPublishable",
    "PublishResult",
    "QuoteChange",
    "QuoteMismatch",
    "SpeakerChange",
    "StaleArticle",
    "create_draft",
    "delete_articles",
    "load_sample",
    "mismatched_quotes",
    "publish_article",
    "remove_sample",
    "save_review",
    "unpublish_article",
]
