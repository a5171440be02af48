"""Every write: each a function with keyword arguments and one transaction."""

from messages_app.importing.check import QuoteMismatch, mismatched_quotes
from messages_app.importing.corrections import CorrectionResult, file_correction, handle_corrections
from messages_app.importing.draft import DraftResult, create_draft
from messages_app.importing.duplicates import AlikeArticle, alike_articles
from messages_app.importing.errors import ImportRefused, NotPublishable, StaleArticle
from messages_app.importing.keywords import regroup_company
from messages_app.importing.merge import (
    MergePreview,
    merge_companies,
    merge_executives,
    preview_companies,
    preview_executives,
)
from messages_app.importing.publish import PublishResult, delete_articles, publish_article, unpublish_article
from messages_app.importing.rebuild import RebuildResult, rebuild_keywords
from messages_app.importing.reprints import likely_records, link_quote, unlink_quote
from messages_app.importing.review import HeaderChange, QuoteChange, SpeakerChange, save_review
from messages_app.importing.sample import load_sample, remove_sample
from messages_app.importing.split import (
    Portion,
    portions_of_company,
    portions_of_executive,
    split_company,
    split_executive,
)
from messages_app.importing.suspects import (
    Suspect,
    TwoFaced,
    mark_distinct,
    suspected_companies,
    suspected_executives,
    two_faced_executives,
)
from messages_app.importing.synonyms import KeywordChange, save_keyword

__all__ = [
    "AlikeArticle",
    "CorrectionResult",
    "DraftResult",
    "HeaderChange",
    "ImportRefused",
    "KeywordChange",
    "MergePreview",
    "NotPublishable",
    "Portion",
    "PublishResult",
    "QuoteChange",
    "QuoteMismatch",
    "RebuildResult",
    "SpeakerChange",
    "StaleArticle",
    "Suspect",
    "TwoFaced",
    "alike_articles",
    "create_draft",
    "delete_articles",
    "file_correction",
    "handle_corrections",
    "likely_records",
    "link_quote",
    "load_sample",
    "mark_distinct",
    "merge_companies",
    "merge_executives",
    "mismatched_quotes",
    "portions_of_company",
    "portions_of_executive",
    "preview_companies",
    "preview_executives",
    "publish_article",
    "rebuild_keywords",
    "regroup_company",
    "remove_sample",
    "save_keyword",
    "save_review",
    "split_company",
    "split_executive",
    "suspected_companies",
    "suspected_executives",
    "two_faced_executives",
    "unlink_quote",
    "unpublish_article",
]
