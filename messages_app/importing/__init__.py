"""Every write: each a function with keyword arguments and one transaction."""

from messages_app.importing.aliases import AliasResult, add_alias, likely_companies
from messages_app.importing.changes import ChangeResult, Difference, QuoteChange
from messages_app.importing.check import QuoteMismatch, mismatched_quotes
from messages_app.importing.corrections import file_correction, handle_corrections
from messages_app.importing.draft import DraftResult, PreparedDraft, create_draft, prepare_draft, store_draft
from messages_app.importing.duplicates import AlikeArticle, alike_articles
from messages_app.importing.editions import EditionResult, freeze_edition
from messages_app.importing.errors import ImportRefused, NotPublishable, StaleArticle, StaleQuote
from messages_app.importing.jobs import (
    Progress,
    begin,
    cancel,
    choose_columns,
    create_job,
    drop_table,
    progress,
    progress_of,
    requeue_unfinished,
    retry_refused,
)
from messages_app.importing.keywords import lock_index, regrouping
from messages_app.importing.merge import (
    MergePreview,
    merge_companies,
    merge_executives,
    preview_companies,
    preview_executives,
)
from messages_app.importing.parting import part_article, possible_beginnings
from messages_app.importing.publish import PublishResult, delete_articles, publish_article, unpublish_article
from messages_app.importing.queue import (
    BulkResult,
    QueueCounts,
    QueueFilter,
    draft_queue,
    publish_sure,
    queue_counts,
    sure_drafts,
    take_next,
)
from messages_app.importing.quotes import change_quote, change_speaker, check_sure_quotes
from messages_app.importing.rebuild import RebuildResult, rebuild_keywords
from messages_app.importing.recognise import recognise
from messages_app.importing.removal import delete_companies
from messages_app.importing.reprints import likely_records, link_quote, unlink_quote
from messages_app.importing.revert import revert_record
from messages_app.importing.review import HeaderChange, save_review
from messages_app.importing.sample import load_sample, remove_sample
from messages_app.importing.spans import add_quote, find_span, move_quote
from messages_app.importing.speakers import SpeakerChange, speakers_of
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
from messages_app.importing.timeline import FieldChange, Moment, timeline
from messages_app.importing.work import is_unattended, work_on

__all__ = [
    "AliasResult",
    "AlikeArticle",
    "BulkResult",
    "ChangeResult",
    "Difference",
    "DraftResult",
    "EditionResult",
    "FieldChange",
    "HeaderChange",
    "ImportRefused",
    "KeywordChange",
    "MergePreview",
    "Moment",
    "NotPublishable",
    "Portion",
    "PreparedDraft",
    "Progress",
    "PublishResult",
    "QueueCounts",
    "QueueFilter",
    "QuoteChange",
    "QuoteMismatch",
    "RebuildResult",
    "SpeakerChange",
    "StaleArticle",
    "StaleQuote",
    "Suspect",
    "TwoFaced",
    "add_alias",
    "add_quote",
    "alike_articles",
    "begin",
    "cancel",
    "change_quote",
    "change_speaker",
    "check_sure_quotes",
    "choose_columns",
    "create_draft",
    "create_job",
    "delete_articles",
    "delete_companies",
    "draft_queue",
    "drop_table",
    "file_correction",
    "find_span",
    "freeze_edition",
    "handle_corrections",
    "is_unattended",
    "likely_companies",
    "likely_records",
    "link_quote",
    "load_sample",
    "lock_index",
    "mark_distinct",
    "merge_companies",
    "merge_executives",
    "mismatched_quotes",
    "move_quote",
    "portions_of_company",
    "portions_of_executive",
    "part_article",
    "possible_beginnings",
    "prepare_draft",
    "preview_companies",
    "preview_executives",
    "progress",
    "progress_of",
    "publish_article",
    "publish_sure",
    "queue_counts",
    "rebuild_keywords",
    "recognise",
    "regrouping",
    "remove_sample",
    "requeue_unfinished",
    "retry_refused",
    "revert_record",
    "save_keyword",
    "save_review",
    "speakers_of",
    "split_company",
    "split_executive",
    "store_draft",
    "sure_drafts",
    "suspected_companies",
    "suspected_executives",
    "take_next",
    "timeline",
    "two_faced_executives",
    "unlink_quote",
    "unpublish_article",
    "work_on",
]
