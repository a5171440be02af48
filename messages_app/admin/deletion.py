"""What goes with a record that is deleted, in an editor's words instead of a list of rows."""

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import Count, F, Q, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from messages_app.models import Article, Company, Executive, Quote
from messages_app.search import is_statement

SHOWN = 50


def what_goes_with(articles: Iterable[Article]) -> tuple[list[Any], dict[str | Promise, int]]:
    """A nested list for Django's confirmation page, and the totals under it; at most ``SHOWN`` articles are listed."""
    ids = [article.pk for article in articles]
    counted = Article.objects.filter(pk__in=ids).annotate(
        statement_total=Count("quotes", filter=Q(quotes__kind=Quote.Kind.STATEMENT), distinct=True),
        reprint_total=Count("quotes__reprints", filter=is_statement("quotes__reprints__"), distinct=True),
    )
    listed: list[Any] = []
    for article in counted[:SHOWN]:
        listed += [f"{article} ({article.get_status_display()})", list(_consequences(article))]
    if len(ids) > SHOWN:
        listed.append(_("그 밖에 %(n)s건") % {"n": intcomma(len(ids) - SHOWN)})
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
        ) % {"n": intcomma(said)}
    else:
        yield ngettext("공개되지 않은 발언 %(n)s개가 사라집니다.", "공개되지 않은 발언 %(n)s개가 사라집니다.", said) % {
            "n": intcomma(said)
        }
    if article.reprint_total:
        yield _("다른 매체가 옮긴 같은 발언 %(n)s개는 남습니다.") % {"n": intcomma(article.reprint_total)}
    yield _("붙여 넣은 글과 고친 내용이 함께 사라집니다. 회사와 경영인의 기록은 남습니다.")


class SpeakerDeletion:
    """A ModelAdmin of companies or people, who are deleted only where no words of theirs are on record."""

    def get_deleted_objects(
        self: Any, objs: Collection[Company | Executive], request: HttpRequest
    ) -> tuple[list[Any], dict[str | Promise, int], set[str], list[str]]:
        """What goes, how many records that are, and the words that keep some of them: three queries at most."""
        chosen = self.model.objects.filter(pk__in=[record.pk for record in objs]).order_by()
        said = _numbers_of(chosen, "attributions__quote")
        spellings = _numbers_of(chosen, "aliases", ~Q(aliases__name=F("name")))
        members = _numbers_of(chosen, "members") if self.model is Company else {}
        listed: list[Any] = []
        for record in objs:
            listed += [str(record), list(_what_a_speaker_leaves(spellings[record.pk], members.get(record.pk, 0)))]
        kept = [
            ngettext("%(name)s: 기록된 발언 %(n)s개", "%(name)s: 기록된 발언 %(n)s개", said[record.pk])
            % {"name": record, "n": intcomma(said[record.pk])}
            for record in objs
            if said[record.pk]
        ]
        return listed, {self.model._meta.verbose_name_plural: len(objs)}, set(), kept


def _numbers_of(records: QuerySet[Any], related: str, wanted: Q | None = None) -> dict[int, int]:
    """How many different related rows each of some records has, by its number: one query."""
    return dict(records.values_list("pk").annotate(n=Count(related, filter=wanted, distinct=True)))


def _what_a_speaker_leaves(spellings: int, members: int) -> Iterable[str]:
    if spellings:
        text = ngettext("다른 표기 %(n)s개가 함께 사라집니다.", "다른 표기 %(n)s개가 함께 사라집니다.", spellings)
        yield text % {"n": intcomma(spellings)}
    if members:
        text = ngettext(
            "이 그룹에 든 회사 %(n)s개는 그룹 없이 남습니다.",
            "이 그룹에 든 회사 %(n)s개는 그룹 없이 남습니다.",
            members,
        )
        yield text % {"n": intcomma(members)}
    yield _("이 기록의 화면과 그 주소가 사라집니다.")
