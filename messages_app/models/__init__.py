"""The records: companies, executives, articles, quotes and who said them."""

from messages_app.models.article import FIRST_YEAR, LAST_YEAR, Article
from messages_app.models.claim import DraftClaim
from messages_app.models.company import Company, CompanyAlias
from messages_app.models.correction import CORRECTION_LENGTH, Correction
from messages_app.models.distinct import DistinctPair
from messages_app.models.edition import NOTE_LENGTH, Edition, FrozenWord
from messages_app.models.executive import Executive, ExecutiveAlias
from messages_app.models.import_job import ImportJob, ImportRow, ImportTable
from messages_app.models.keyword import EVERYTHING, IN_HEADLINE, WIDE_FROM, Keyword, KeywordTotal, KeywordUse, in_year
from messages_app.models.names import LEGAL_FORM, name_key, plain_name
from messages_app.models.postings import BLOCK, HOLDS, SPOKEN, STANDS, KeywordPostings
from messages_app.models.quote import SURE, UNCERTAIN, Attribution, Quote
from messages_app.models.shingle import ArticleShingle
from messages_app.models.signatures import BITS, SIGNED, SLICES, TextSignatures, signature_of
from messages_app.models.slugs import FormerSlug
from messages_app.models.spots import ANYWHERE, JOINTS, SPOTS, letters_before, spots_in, spots_of, stands_at
from messages_app.models.typed import KEYS_LENGTH, keystrokes, may_be_initials

__all__ = [
    "ANYWHERE",
    "BITS",
    "BLOCK",
    "CORRECTION_LENGTH",
    "EVERYTHING",
    "FIRST_YEAR",
    "HOLDS",
    "IN_HEADLINE",
    "SIGNED",
    "SLICES",
    "SPOKEN",
    "SPOTS",
    "STANDS",
    "SURE",
    "UNCERTAIN",
    "JOINTS",
    "KEYS_LENGTH",
    "LAST_YEAR",
    "LEGAL_FORM",
    "NOTE_LENGTH",
    "WIDE_FROM",
    "Article",
    "ArticleShingle",
    "Attribution",
    "Company",
    "CompanyAlias",
    "Correction",
    "DistinctPair",
    "DraftClaim",
    "Edition",
    "Executive",
    "ExecutiveAlias",
    "FormerSlug",
    "FrozenWord",
    "ImportJob",
    "ImportRow",
    "ImportTable",
    "Keyword",
    "KeywordPostings",
    "KeywordTotal",
    "KeywordUse",
    "Quote",
    "TextSignatures",
    "in_year",
    "keystrokes",
    "letters_before",
    "may_be_initials",
    "name_key",
    "plain_name",
    "signature_of",
    "spots_in",
    "spots_of",
    "stands_at",
]
