"""Forms of records that two editors have open at once."""

from typing import Any

from django import forms


class SeenModelForm(forms.ModelForm):
    """A form that stores what its editor changed, and leaves be what somebody else has changed meanwhile."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.show_hidden_initial = True

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        # A field of many that showed none sends nothing of what it showed; a form that sends nothing at all showed none.
        shown = any(self[name].html_initial_name in self.data for name in self.fields)
        if self.instance.pk and shown:
            stored = forms.model_to_dict(self.instance, set(given) - {*self.changed_data})
            given |= {name: self.fields[name].clean(value) for name, value in stored.items()}
        return given
