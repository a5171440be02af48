"""What goes with an article that is deleted, in an editor's words instead of a list of rows."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from messages_app.models import Article, Quote

SHOWN = 50


def what_goes_with(articles: Iterable[Article]) -> tuple[list[Any], dict[str | Promise, int]]:
    """A nested list for Django's confirmation page, and the totals under it; at most ``SHOWN`` articles are listed."""
    ids = [article.pk for article in articles]
    counted = Article.objects.filter(pk__in=ids).annotate(
        statement_total=Count("quotes", filter=Q(quotes__kind=Quote.Kind.STATEMENT), distinct=True),
        reprint_total=Count("quotes__reprints", distinct=True),
    )
    listed: list[Any] = []
    for article in counted[:SHOWN]:
        listed += [f"{article} ({article.get_status_display()})", list(_consequences(article))]
    if len(ids) > SHOWN:
        listed.append(_("그 밖에 %(n)s건") % {"n": len(ids) - SHOWN})
    quotes = Quote.objects.filter(article__in=ids)
    totals: dict[str | Promise, int] = {
        Article._meta.verbose_name_plural: len(ids),
        Quote._meta.verbose_name_plural: quotes.count(),
    }
    return listed, totals


def _consequences(article: Article) -> Iterable[str]:
    said = article.statement_total
    if article.is_published:
        yield ngettext(
            "공개된 발언 %(n)s개와 그 주소가 사라지고, 낱말 순위에서도 빠집니다.",
            "공개된 발언 %(n)s개와 그 주소가 사라지고, 낱말 순위에서도 빠집니다.",
            said,
        ) % {"n": said}
    else:
        yield ngettext("공개되지 않은 발언 %(n)s개가 사라집니다.", "공개되지 않은 발언 %(n)s개가 사라집니다.", said) % {
            "n": said
        }
    if article.reprint_total:
        yield _("다른 매체가 옮긴 같은 발언 %(n)s개는 남습니다.") % {"n": article.reprint_total}
    yield _("붙여 넣은 글과 고친 내용이 함께 사라집니다. 회사와 경영인의 기록은 남습니다.")
