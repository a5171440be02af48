"""What the public may see: published articles and the statements in them."""

from django.db.models import Q, QuerySet

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
    return Quote.objects.filter(is_statement())


def counted_statements() -> QuerySet[Quote]:
    """Statements as every page counts them: each once, however many report it."""
    return Quote.objects.filter(is_counted_statement())


def is_statement(quote: str = "") -> Q:
    """What ``statements`` asks for, of the quotes at the end of a lookup such as ``"reprints__"``.

    To be asked of some rows alone: whether these are among ``statements()`` is answered by a list of all there are.
    """
    return Q(**{f"{quote}kind": Quote.Kind.STATEMENT, f"{quote}article__status": Article.Status.PUBLISHED})


def is_counted_statement(quote: str = "") -> Q:
    """The same for ``counted_statements``."""
    return is_statement(quote) & Q(**{f"{quote}original__isnull": True})
