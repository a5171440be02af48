"""Back to an earlier moment: a change like any other, with a moment of its own."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _

from messages_app.importing.aliases import add_alias
from messages_app.importing.changes import apply_changes, follow_up, lock_article
from messages_app.importing.errors import ImportRefused
from messages_app.importing.keywords import lock_index, regroup_company
from messages_app.importing.review import HeaderChange, save_review
from messages_app.importing.spans import usable_span
from messages_app.importing.speakers import SpeakerChange
from messages_app.models import Article, Company, CompanyAlias, Executive, ExecutiveAlias, Quote

# ``quote-12``: the model of a moment and its number there.
KEY = re.compile(r"(?P<kind>[a-z]+)-(?P<number>[0-9]{1,18})")
FIELDS: dict[type[Model], tuple[str, ...]] = {
    Company: ("name", "slug", "group_id", "industry"),
    Executive: ("name", "slug", "note"),
}


def revert_record(*, record: Model, key: str) -> None:
    """Let a record, or the part of it that ``key`` names, be what it was at a moment of its timeline.

    One transaction; what is public follows. An article's status stays as it is. Raises ImportRefused where the moment
    is not this record's, or cannot be gone back to; NotPublishable as any change does.
    """
    named = KEY.fullmatch(key)
    found = {"article": _article, "quote": _quote, "company": _record, "companyalias": _alias, "executive": _record}
    if not named or named["kind"] not in found:
        raise ImportRefused("no_moment", _("없는 이력입니다. 이력을 새로 여세요."))
    with transaction.atomic():
        found[named["kind"]](record, named["kind"], int(named["number"]))


def _moment(model: Any, **wanted: Any) -> Any:
    moment = model.history.filter(**wanted).first()
    if moment is None:
        raise ImportRefused("no_moment", _("없는 이력입니다. 이력을 새로 여세요."))
    return moment


def _article(record: Model, _kind: str, number: int) -> None:
    moment = _moment(Article, history_id=number, id=record.pk)
    article = lock_article(moment.id)
    save_review(article_id=article.pk, revision=article.revision, header=HeaderChange.of(moment))


def _quote(record: Model, _kind: str, number: int) -> None:
    moment = _moment(Quote, history_id=number, article_id=record.pk)
    article = lock_article(moment.article_id)
    quote = article.quotes.filter(pk=moment.id).first()
    if quote is None:
        raise ImportRefused("gone", _("지워진 인용이라 되돌릴 수 없습니다. 원문에서 다시 고르세요."))
    same_place = article.quotes.filter(start=moment.start, end=moment.end).exclude(pk=quote.pk)
    if moment.kind != Quote.Kind.DROPPED or same_place.exclude(kind=Quote.Kind.DROPPED).exists():
        usable_span(article, moment.start, moment.end, quote)
    same_place.delete()
    quote.kind, quote.checked = moment.kind, moment.checked
    quote.start, quote.end, quote.text = moment.start, moment.end, article.body[moment.start : moment.end]
    apply_changes(article, [quote], {quote.pk: tuple(SpeakerChange(*who) for who in moment.speakers)})
    follow_up(article, [quote])


def _alias(record: Model, _kind: str, number: int) -> None:
    moment = _moment(CompanyAlias, history_id=number, company_id=record.pk)
    add_alias(name=moment.name, company_id=record.pk)


def _record(record: Any, kind: str, number: int) -> None:
    model = type(record)
    if model._meta.model_name != kind:
        raise ImportRefused("no_moment", _("없는 이력입니다. 이력을 새로 여세요."))
    moment = _moment(model, history_id=number, id=record.pk)
    lock_index()  # Before the record, as merging does: a company's group may change what is counted.
    stored = model.objects.select_for_update().get(pk=record.pk)
    former = stored.name
    for name in FIELDS[model]:
        setattr(stored, name, getattr(moment, name))
    try:
        stored.full_clean()
    except ValidationError as error:
        raise ImportRefused("invalid", " ".join(error.messages)) from error
    stored.save()
    if model is Company:
        regroup_company(company_id=stored.pk)
    else:
        if stored.name != former:  # Articles, and addresses that were sent, name them so by now.
            ExecutiveAlias.objects.get_or_create(executive=stored, name=former)
        # Whom somebody is printed with stays theirs: a person begins without, as publishing adds companies afterwards.
        then = Q(pk__in=[link.company_id for link in moment.companies.all()])
        stored.companies.set(Company.objects.filter(then | Q(pk__in=stored.attributions.values("company"))))
