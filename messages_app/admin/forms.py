"""The forms of the import and review screens."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from messages_app.importing import HeaderChange, QuoteChange, SpeakerChange
from messages_app.models import Article, Attribution, Quote


class ImportForm(forms.Form):
    """A paste. Whether it can be imported is for ``create_draft`` to say, in one place and in better words."""

    text = forms.CharField(
        label=_("기사"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 22, "autofocus": True, "spellcheck": "false", "class": "paste"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].validators = []


class HeaderForm(forms.Form):
    """The header of an article."""

    title = forms.CharField(label=_("제목"), max_length=300, required=False)
    outlet = forms.CharField(label=_("매체"), max_length=60, required=False)
    message_year = forms.IntegerField(label=_("신년사 연도"), required=False, min_value=1945, max_value=2200)
    published_date = forms.DateField(
        label=_("보도일"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reporters = forms.CharField(
        label=_("기자"), required=False, max_length=200, help_text=_("여럿이면 쉼표로 나눕니다.")
    )
    url = forms.URLField(label=_("원문 주소"), required=False, max_length=1000, assume_scheme="https")
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @classmethod
    def of(cls, article: Article) -> "HeaderForm":
        """An unbound form with what is stored."""
        names = ("title", "outlet", "message_year", "published_date", "url", "revision")
        stored = {name: getattr(article, name) for name in names}
        return cls(initial=stored | {"reporters": ", ".join(article.reporters)}, prefix="header")

    def change(self) -> HeaderChange:
        given = self.cleaned_data
        return HeaderChange(
            title=given["title"],
            outlet=given["outlet"],
            reporters=tuple(filter(None, (name.strip() for name in given["reporters"].split(",")))),
            published_date=given["published_date"],
            url=given["url"],
            message_year=given["message_year"],
        )


class SpeakerForm(forms.Form):
    """One speaker as printed; left empty, nobody."""

    name = forms.CharField(
        label=_("이름"), required=False, max_length=60, widget=forms.TextInput(attrs={"list": "known-names"})
    )
    organisation = forms.CharField(
        label=_("회사"), required=False, max_length=100, widget=forms.TextInput(attrs={"list": "known-organisations"})
    )
    title = forms.CharField(
        label=_("직함"), required=False, max_length=100, widget=forms.TextInput(attrs={"list": "known-titles"})
    )

    def change(self) -> SpeakerChange:
        given = self.cleaned_data
        return SpeakerChange(given["name"], given["organisation"], given["title"])


class QuoteForm(forms.Form):
    """What a quote is, or that it is dropped. Its words are the source's and stand beside the form."""

    kind = forms.ChoiceField(label=_("종류"), choices=Quote.Kind)
    removed = forms.BooleanField(label=_("빼기"), required=False)


class QuoteCard:
    """A quote with its forms: one for itself, one for each speaker and an empty one for another."""

    def __init__(self, quote: Quote, voice: int, data: Any = None) -> None:
        self.quote = quote
        self.voice = voice
        self.attributions: list[Attribution] = list(quote.attributions.all())
        prefix = f"q{quote.pk}"
        self.form = QuoteForm(data, prefix=prefix, initial={"kind": quote.kind})
        stored: list[dict[str, str]] = [
            {"name": who.name, "organisation": who.organisation, "title": who.title} for who in self.attributions
        ]
        self.speaker_forms = [
            SpeakerForm(data, prefix=f"{prefix}-s{place}", initial=initial)
            for place, initial in enumerate([*stored, {}] if stored else [{}])
        ]

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *(form.is_valid() for form in self.speaker_forms)])

    def change(self) -> QuoteChange:
        given = self.form.cleaned_data
        return QuoteChange(
            quote_id=self.quote.pk,
            kind=given["kind"],
            removed=given["removed"],
            speakers=tuple(form.change() for form in self.speaker_forms),
        )
