"""Filters of the review screen."""

from dataclasses import dataclass

from django import template
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from messages_app.models import Quote
from messages_app.parsing import names_nobody

register = template.Library()
register.filter("names_nobody", names_nobody)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a speaker was chosen, in an editor's words, and the words of the source that said so."""

    reason: str | Promise
    words: str


REASONS: dict[str, Promise] = {
    "full_name": _("이름이 주어로 나옴"),
    "short_name": _("성과 직함이 주어로 나옴"),
    "joint_subject": _("두 사람이 함께 주어로 나옴"),
    "pronoun": _("앞사람을 가리키는 말"),
    "office": _("이름 없이 직함이 주어로 나옴"),
    "organisation": _("조직이 주어로 나옴"),
    "organisation_meant": _("앞에 나온 조직을 가리키는 말"),
    "section_heading": _("소제목에 나온 사람"),
    "subject_goes_on": _("앞 문장의 주어가 이어짐"),
    "subject_after": _("인용 뒤에 주어가 나옴"),
    "named_in_parentheses": _("인용 뒤 괄호에 나온 이름"),
    "quoted_author": _("남의 말을 옮김"),
    "unnamed_official": _("이름 없는 관계자"),
    "full_text": _("신년사 전문"),
}


@register.filter
def evidence(quote: Quote, body: str) -> list[Reason]:
    """The stored evidence of a quote, readable."""
    return [
        Reason(REASONS.get(item["reason"], item["reason"]), body[item["start"] : item["end"]])
        for item in quote.evidence
    ]


@register.filter
def seen(field: BoundField) -> SafeString:
    """The hidden field with what an editor saw, as ``as_hidden`` gives it but without a template of its own.

    A long article has thousands.
    """
    name = field.html_initial_name
    shown = field.form.data.get(name, field.value())
    return format_html('<input type="hidden" name="{}" value="{}">', name, "" if shown is None else shown)
