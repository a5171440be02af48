"""What visitors may ask for, validated."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from messages_app.models import Company, Executive
from messages_app.search import QuoteFilter

KEYWORD_LENGTH = 100
YEARS = (1945, 2200)


class QuoteFilterForm(forms.Form):
    """The filters of an address: ``?q=고객&company=가람텔레콤&executive=김가온&year=2026``.

    ``wanted`` is what to look for; what cannot be understood is left out of it and stands in ``errors``.
    """

    q = forms.CharField(
        label=_("열쇳말"),
        required=False,
        max_length=KEYWORD_LENGTH,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "enterkeyhint": "search"}),
        error_messages={"max_length": _("열쇳말이 너무 깁니다. %(limit_value)d자 안으로 줄여 주세요.")},
    )
    company = forms.CharField(required=False)
    executive = forms.CharField(required=False)
    year = forms.IntegerField(
        required=False,
        min_value=YEARS[0],
        max_value=YEARS[1],
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("연도는 2026처럼 네 자리 숫자로 적어 주세요.")
        ),
    )

    def clean_company(self) -> Company | None:
        return self._record(Company, "company", _("그런 회사가 없습니다. 회사 목록에서 골라 주세요."))

    def clean_executive(self) -> Executive | None:
        return self._record(Executive, "executive", _("그런 경영인이 없습니다. 경영인 목록에서 골라 주세요."))

    def _record(self, model: type[Any], field: str, message: Any) -> Any:
        slug = self.cleaned_data[field]
        if not slug:
            return None
        record = model.objects.filter(slug=slug).first()
        if not record:
            raise ValidationError(message)
        return record

    @property
    def wanted(self) -> QuoteFilter:
        """The filter asked for; the form must have been validated."""
        given = self.cleaned_data
        return QuoteFilter(
            keyword=given.get("q") or "",
            company=given.get("company"),
            executive=given.get("executive"),
            year=given.get("year"),
        )
