"""The records: companies, executives, articles, quotes and who said them."""

from messages_app.models.article import Article
from messages_app.models.company import Company, CompanyAlias, name_key
from messages_app.models.correction import Correction
from messages_app.models.distinct import DistinctPair
from messages_app.models.executive import Executive, ExecutiveAlias
from messages_app.models.keyword import EVERYTHING, WIDE_FROM, Keyword, KeywordTotal, KeywordUse
from messages_app.models.quote import SURE, UNCERTAIN, Attribution, Quote
from messages_app.models.shingle import ArticleShingle
from messages_app.models.slugs import FormerSlug

__all__ = [
    "EVERYTHING",
    "SURE",
    "UNCERTAIN",
    "WIDE_FROM",
    "Article",
    "ArticleShingle",
    "Attribution",
    "Company",
    "CompanyAlias",
    "Correction",
    "DistinctPair",
    "Executive",
    "ExecutiveAlias",
    "FormerSlug",
    "Keyword",
    "KeywordTotal",
    "KeywordUse",
    "Quote",
    "name_key",
]
