"""What the public may see: published articles and the statements in them."""

from django.db.models import QuerySet

from messages_app.models import Article, Quote


def published_articles() -> QuerySet[Article]:
    """Articles that are published, without their bodies, which are for editors only."""
    return Article.objects.filter(status=Article.Status.PUBLISHED).defer("body")


def indexed() -> QuerySet[Quote]:
    """Quotes that the keyword index holds: statements and quotations in headlines, but no report of one on record."""
    kinds = (Quote.Kind.STATEMENT, Quote.Kind.HEADLINE)
    return Quote.objects.filter(kind__in=kinds, article__status=Article.Status.PUBLISHED, original__isnull=True)


def statements() -> QuerySet[Quote]:
    """Statements of published articles, without the quotations in headlines."""
    return Quote.objects.filter(kind=Quote.Kind.STATEMENT, article__status=Article.Status.PUBLISHED)


def counted_statements() -> QuerySet[Quote]:
    """Statements as every page counts them: each once, however many report it."""
    return statements().filter(original__isnull=True)
