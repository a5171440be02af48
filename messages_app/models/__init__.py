"""The records: companies, executives, articles, quotes and who said them."""

from messages_app.models.article import Article
from messages_app.models.company import Company, CompanyAlias, name_key
from messages_app.models.executive import Executive
from messages_app.models.quote import Attribution, Quote
from messages_app.models.slugs import FormerSlug

__all__ = ["Article", "Attribution", "Company", "CompanyAlias", "Executive", "FormerSlug", "Quote", "name_key"]
