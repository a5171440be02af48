"""What visitors may ask for, validated."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from messages_app.models import CORRECTION_LENGTH, Company, CompanyAlias, Executive, name_key
from messages_app.search import (
    HEADLINE,
    OPEN_ENDED,
    STATEMENT,
    Named,
    QueryError,
    QuoteFilter,
    check_query,
    chosen,
    read_years,
)

KEYWORD_LENGTH = 200
MOST_COMPARED = 5


class ComposedField(forms.CharField):
    """A value of an address in whole syllables, which some programs take apart in addresses they pass on."""

    def to_python(self, value: Any) -> str:
        return unicodedata.normalize("NFC", super().to_python(value))


class QuoteFilterForm(forms.Form):
    """The filters of an address: ``?q=고객&company=가람텔레콤&executive=김가온&year=2021..2024&outlet=가온경제``.

    ``wanted`` is what to look for; what cannot be understood is left out of it and stands in ``errors``.
    """

    KIND_LABELS = ((STATEMENT, _("발언")), (HEADLINE, _("제목 속 인용")))
    SORT_LABELS = (("newest", _("최신순")), ("relevant", _("많이 말한 순")), ("company", _("회사 이름순")))

    q = forms.CharField(
        label=_("찾을 말"),
        required=False,
        max_length=KEYWORD_LENGTH,
        error_messages={"max_length": _("찾을 말이 너무 깁니다. %(limit_value)d자 안으로 줄여 주세요.")},
    )
    company = ComposedField(required=False)
    executive = ComposedField(required=False)
    year = forms.CharField(required=False, max_length=20)
    outlet = ComposedField(required=False, max_length=60)
    raw = forms.BooleanField(required=False)
    kind = forms.ChoiceField(
        required=False, choices=KIND_LABELS, error_messages={"invalid_choice": _("그런 종류는 없습니다.")}
    )
    sort = forms.ChoiceField(
        required=False, choices=SORT_LABELS, error_messages={"invalid_choice": _("그런 순서는 없습니다.")}
    )
    format = forms.ChoiceField(
        required=False,
        choices=[("csv", "CSV"), ("json", "JSON"), ("atom", "Atom")],
        error_messages={"invalid_choice": _("파일은 csv, json, atom으로 받을 수 있습니다.")},
    )

    named: Named | None = None

    def __init__(self, data: QueryDict, known: Iterable[Company | Executive] = ()) -> None:
        """``known`` are records that the page has read already: they are not looked up again where they are chosen."""
        super().__init__(data)
        self.known = known

    def clean_q(self) -> str:
        try:
            self.named = check_query(self.cleaned_data["q"])
        except QueryError as error:
            raise ValidationError(str(error.message)) from error
        return self.cleaned_data["q"]

    def clean_company(self) -> Company | None:
        return self._record(Company, "company", _("그런 회사가 없습니다. 회사 목록에서 골라 주세요."))

    def clean_executive(self) -> Executive | None:
        return self._record(Executive, "executive", _("그런 경영인이 없습니다. 경영인 목록에서 골라 주세요."))

    def clean_year(self) -> tuple[int, int] | None:
        return _read_years(self.cleaned_data["year"])

    def _record(self, model: type[Company | Executive], field: str, message: Any) -> Any:
        slug = self.cleaned_data[field]
        if not slug:
            return None
        record = self._records.get((model, slug)) or model.of_slug(slug)
        if not record:
            raise ValidationError(message)
        return record

    @cached_property
    def _records(self) -> dict[tuple[type, str], Company | Executive]:
        """Records by their addresses: those known and, where neither the company nor the person chosen is, both."""
        records = {(type(record), record.slug): record for record in self.known}
        company, executive = self.data.get("company", ""), self.data.get("executive", "")
        readable = company and executive and "\0" not in company + executive
        if readable and not {(Company, company), (Executive, executive)} & records.keys():
            records |= {(type(record), record.slug): record for record in chosen(company, executive)}
        return records

    @property
    def wanted(self) -> QuoteFilter:
        """The filter asked for; the form must have been validated."""
        given = self.cleaned_data
        return QuoteFilter(
            keyword=given.get("q") or "",
            company=given.get("company"),
            executive=given.get("executive"),
            years=given.get("year"),
            outlet=given.get("outlet") or "",
            raw=bool(given.get("raw")),
            kind=given.get("kind") or STATEMENT,
            sort=given.get("sort") or "newest",
            named=self.named,
        )

    def chosen(self, name: str) -> str:
        """The value of a filter as it stands in an address."""
        value = self.cleaned_data.get(name)
        if name == "year" and value:
            return _years(value, "..")
        return str(getattr(value, "slug", value or ""))

    def chosen_label(self, name: str) -> str:
        """The value of a filter as people read it."""
        value = self.cleaned_data[name]
        if name == "kind":
            return str(dict(self.KIND_LABELS)[value])
        return _years(value, "–") if name == "year" else str(value)


def _read_years(value: str) -> tuple[int, int] | None:
    try:
        return read_years(value) if value else None
    except QueryError as error:
        raise ValidationError(str(error.message)) from error


def _years(years: tuple[int, int], to: str) -> str:
    first, last = years
    return str(first) if first == last else f"{first or ''}{to}{last if last < OPEN_ENDED else ''}"


# What parts values, but for the comma in the name of a company: Dawn & Sons Co., Ltd.
BETWEEN = re.compile(r"[,，、](?!\s*(?:Ltd|Inc|LLC|LLP|Corp|Co|S\.?A|GmbH)\b)", re.IGNORECASE)


class SeveralField(forms.CharField):
    """A few values with commas between, each once: ``"고객, AI, 고객"`` -> ``["고객", "AI"]``."""

    def __init__(self, *, placeholder: Any, too_long: Any, **options: Any) -> None:
        widget = forms.TextInput(attrs={"placeholder": placeholder, "autocomplete": "off"})
        errors = {"max_length": too_long}
        super().__init__(required=False, max_length=KEYWORD_LENGTH, widget=widget, error_messages=errors, **options)

    def clean(self, value: Any) -> list[str]:
        parts = BETWEEN.split(super().clean(value))
        given = list(dict.fromkeys(filter(None, (" ".join(part.split()) for part in parts))))
        if len(given) > MOST_COMPARED:
            raise ValidationError(_("한 번에 %(n)d개까지 견줄 수 있습니다.") % {"n": MOST_COMPARED})
        return given


class ComparisonForm(forms.Form):
    """What to compare: ``?words=고객, AI&companies=가람텔레콤, 누리전자&year=2021..2024``.

    Values that cannot be understood are left out and stand in ``errors``.
    """

    words = SeveralField(
        label=_("낱말"),
        placeholder=_("예: 고객, 인공지능"),
        too_long=_("낱말이 너무 깁니다. %(limit_value)d자 안으로 줄여 주세요."),
    )
    companies = SeveralField(
        label=_("회사"),
        placeholder=_("비워 두면 전체만"),
        too_long=_("회사 이름이 너무 깁니다. %(limit_value)d자 안으로 줄여 주세요."),
    )
    year = forms.CharField(
        label=_("연도"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"placeholder": _("예: 2021..2026"), "autocomplete": "off"}),
    )

    # What was typed as companies, and the first of them that none is called.
    names: Sequence[str] = ()
    unknown_company = ""

    def clean_companies(self) -> list[Company]:
        self.names = names = self.cleaned_data["companies"]
        keys = {name: name_key(name) for name in names}
        aliases = CompanyAlias.objects.filter(key__in=keys.values()).select_related("company")
        found = {alias.key: alias.company for alias in aliases}
        if unknown := [name for name, key in keys.items() if key not in found]:
            self.unknown_company = unknown[0]
            raise ValidationError(
                _("‘%(name)s’ 이름의 회사가 없습니다. 회사 목록에서 확인해 주세요.") % {"name": unknown[0]}
            )
        return list({found[key].pk: found[key] for key in keys.values()}.values())

    def clean_year(self) -> tuple[int, int] | None:
        return _read_years(self.cleaned_data["year"])

    def given(self, name: str) -> list[Any]:
        """The words or companies that could be understood."""
        return self.cleaned_data.get(name) or []

    def years(self, to: str) -> str:
        """The years asked for, with ``to`` between the first and the last; empty where all are."""
        years = self.cleaned_data.get("year")
        return _years(years, to) if years else ""


class FileForm(forms.Form):
    """The file that is asked for of a page with figures: ``?format=csv``."""

    format = forms.ChoiceField(
        required=False,
        choices=[("csv", "CSV"), ("json", "JSON")],
        error_messages={"invalid_choice": _("파일은 csv, json으로 받을 수 있습니다.")},
    )


class CorrectionForm(forms.Form):
    """A report of an error; how long it may be is for ``file_correction`` to say.

    ``website`` is a trap: people do not see it, programs fill it in.
    """

    text = forms.CharField(
        label=_("무엇이 어떻게 잘못되었나요?"),
        widget=forms.Textarea(attrs={"rows": 6, "maxlength": CORRECTION_LENGTH}),
        error_messages={"required": _("무엇이 잘못되었는지 적어 주세요.")},
        help_text=_("어느 발언의 무엇이 어떻게 다른지, 확인할 수 있는 기사 주소가 있으면 함께 적어 주세요."),
    )
    contact = forms.EmailField(
        label=_("답을 받을 전자우편 주소 (적지 않아도 됩니다)"),
        required=False,
        error_messages={"invalid": _("전자우편 주소는 name@example.com 꼴로 적어 주세요.")},
        help_text=_("답을 보내는 데만 씁니다."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(required=False, max_length=200)
