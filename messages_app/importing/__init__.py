"""Every write: each a function with keyword arguments and one transaction."""

from messages_app.importing.check import QuoteMismatch, mismatched_quotes
from messages_app.importing.corrections import CorrectionResult, file_correction, handle_corrections
from messages_app.importing.draft import DraftResult, create_draft
from messages_app.importing.duplicates import AlikeArticle, alike_articles
from messages_app.importing.errors import ImportRefused, NotPublishable, StaleArticle
from messages_app.importing.keywords import regroup_company
from messages_app.importing.publish import PublishResult, delete_articles, publish_article, unpublish_article
from messages_app.importing.rebuild import RebuildResult, rebuild_keywords
from messages_app.importing.reprints import likely_records, link_quote, unlink_quote
from messages_app.importing.review import HeaderChange, QuoteChange, SpeakerChange, save_review
from messages_app.importing.sample import load_sample, remove_sample
from messages_app.importing.synonyms import KeywordChange, save_keyword

__all__ = [
    "AlikeArticle",
    "CorrectionResult",
    "DraftResult",
    "HeaderChange",
    "ImportRefused",
    "KeywordChange",
    "NotPublishable",
    "PublishResult",
    "QuoteChange",
    "QuoteMismatch",
    "RebuildResult",
    "SpeakerChange",
    "StaleArticle",
    "alike_articles",
    "create_draft",
    "delete_articles",
    "file_correction",
    "handle_corrections",
    "likely_records",
    "link_quote",
    "load_sample",
    "mismatched_quotes",
    "rebuild_keywords",
    "publish_article",
    "regroup_company",
    "remove_sample",
    "save_keyword",
    "save_review",
    "unlink_quote",
    "unpublish_article",
]
