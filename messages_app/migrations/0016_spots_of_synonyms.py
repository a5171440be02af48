"""A word stands nowhere in a statement that holds only its synonyms; where words stand else, a rebuild finds out."""

from django.db import migrations


def clear(apps, schema_editor):
    apps.get_model("messages_app", "KeywordUse").objects.filter(raw_count=0).update(spots=0)


class Migration(migrations.Migration):
    dependencies = [("messages_app", "0015_spots")]
    operations = [migrations.RunPython(clear, migrations.RunPython.noop)]
