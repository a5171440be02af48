"""The synonyms, compounds and stop words to begin with."""

from pathlib import Path

from django.db import migrations

DATA = Path(__file__).parent / "data" / "starting_keywords.tsv"


def add(apps, schema_editor):
    Keyword = apps.get_model("messages_app", "Keyword")
    lines = [line.split("\t") for line in DATA.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for kind, form, *head in lines:
        keyword, _ = Keyword.objects.get_or_create(form=form)
        if kind == "compound":
            keyword.is_compound = True
        elif kind == "stop":
            keyword.is_stop = True
        else:
            keyword.counts_as, _ = Keyword.objects.get_or_create(form=head[0])
        keyword.save()


class Migration(migrations.Migration):
    dependencies = [("messages_app", "0002_keyword_index")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
