"""The forms of the import and review screens."""

from collections.abc import Callable, Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from messages_app.importing import HeaderChange, SpeakerChange
from messages_app.models import FIRST_YEAR, LAST_YEAR, Article, Quote, plain_name


class ImportForm(forms.Form):
    """A paste. Whether it can be imported is for ``create_draft`` to say, in one place and in better words."""

    text = forms.CharField(
        label=_("기사"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 22, "autofocus": True, "spellcheck": "false", "class": "paste"}),
        help_text=_(
            "기사 페이지를 통째로 복사해 붙여 넣으세요. 메뉴나 광고, 댓글이 섞여 있어도 됩니다. 누르는 즉시 초안으로 "
            "저장되고, 게시하기 전에는 공개되지 않습니다."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].validators = []


class SeenForm(forms.Form):
    """A form that knows what it showed: what was changed is told from what was only seen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.show_hidden_initial = name != "revision"

    def seen(self, name: str) -> Any:
        """The value that a field of a sent form showed before it was changed; None for what it cannot have shown."""
        field = self.fields[name]
        shown = field.hidden_widget().value_from_datadict(self.data, self.files, self[name].html_initial_name)
        try:
            return field.to_python(shown)
        except ValidationError:
            return None


class NameField(forms.CharField):
    """A name, as it looks: what was copied along unseen is left out."""

    def to_python(self, value: Any) -> str:
        return plain_name(super().to_python(value))


class HeaderForm(SeenForm):
    """The header of an article."""

    title = NameField(label=_("제목"), max_length=300, required=False)
    outlet = NameField(label=_("매체"), max_length=60, required=False)
    message_year = forms.IntegerField(label=_("신년사 연도"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)
    published_date = forms.DateField(
        label=_("보도일"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reporters = NameField(label=_("기자"), required=False, max_length=200, help_text=_("여럿이면 쉼표로 나눕니다."))
    url = forms.URLField(label=_("원문 주소"), required=False, max_length=1000, assume_scheme="https")
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @classmethod
    def of(cls, article: Article) -> "HeaderForm":
        """An unbound form with what is stored."""
        names = ("title", "outlet", "message_year", "published_date", "url", "revision")
        stored = {name: getattr(article, name) for name in names}
        return cls(initial=stored | {"reporters": ", ".join(article.reporters)}, prefix="header")

    def change(self) -> HeaderChange:
        """What the header should say."""
        return _header(self.cleaned_data.__getitem__)

    def before(self) -> HeaderChange:
        """What it said when the editor saw it."""
        return _header(self.seen)

    def initials(self) -> SafeString:
        """Hidden fields with what the editor saw."""
        return format_html_join("", "{}", ((self[name].as_hidden(only_initial=True),) for name in self.fields))

    def as_seen(self, stored: "HeaderForm | None" = None, names: Collection[str] = ()) -> SafeString:
        """Hidden fields with what the editor sees now: what is stored, for the fields of these names, else what
        was sent."""
        source = {name: stored if stored and name in names else self for name in self.fields}
        shown = ((self[name].html_initial_name, form.shown(name)) for name, form in source.items())
        return format_html_join("", '<input type="hidden" name="{}" value="{}">', shown)

    def shown(self, name: str) -> str:
        """The text in a field."""
        value = self[name].field.prepare_value(self[name].value())
        return "" if value is None else str(value)


def _header(value: Callable[[str], Any]) -> HeaderChange:
    return HeaderChange(
        title=value("title"),
        outlet=value("outlet"),
        reporters=tuple(filter(None, (name.strip() for name in value("reporters").split(",")))),
        published_date=value("published_date"),
        url=value("url"),
        message_year=value("message_year"),
    )


class SpeakerForm(SeenForm):
    """One speaker as printed; left empty, nobody."""

    name = NameField(label=_("이름"), required=False, max_length=60)
    organisation = NameField(label=_("회사"), required=False, max_length=100)
    title = NameField(label=_("직함"), required=False, max_length=100)

    def change(self) -> SpeakerChange:
        """Who speaks."""
        given = self.cleaned_data
        return SpeakerChange(given["name"], given["organisation"], given["title"])

    def before(self) -> SpeakerChange:
        """Who was shown to speak."""
        return SpeakerChange(self.seen("name"), self.seen("organisation"), self.seen("title"))


class QuoteForm(SeenForm):
    """What a quote is. Its words are the source's and stand beside the form."""

    kind = forms.ChoiceField(label=_("종류"), choices=Quote.Kind)
    checked = forms.BooleanField(label=_("확인함"), required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class SpanForm(forms.Form):
    """A place of the source: by its offsets in code points, or by the words that stand there."""

    start = forms.IntegerField(required=False, min_value=0)
    end = forms.IntegerField(required=False, min_value=1)
    words = forms.CharField(label=_("원문의 말"), required=False, max_length=3000)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("words") and (given.get("start") is None or given.get("end") is None):
            raise forms.ValidationError(_("원문에서 인용할 말을 고르거나 적으세요."))
        return given


class AliasForm(forms.Form):
    """A spelling and the company it stands for."""

    company = forms.IntegerField(min_value=1)
    name = forms.CharField(max_length=100)
