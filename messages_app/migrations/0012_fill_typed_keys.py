"""The keys of the names and words that are there already."""

from django.db import migrations

BATCH = 2000
MODELS = ("CompanyAlias", "Executive", "ExecutiveAlias", "Keyword")


def fill(apps, schema_editor):
    for name in MODELS:
        model = apps.get_model("messages_app", name)
        keys = [model._meta.get_field(field) for field in ("typed", "initials")]
        some = []
        for record in model.objects.iterator(chunk_size=BATCH):
            for field in keys:
                field.pre_save(record, add=False)
            some.append(record)
            if len(some) == BATCH:
                model.objects.bulk_update(some, ["typed", "initials"])
                some = []
        model.objects.bulk_update(some, ["typed", "initials"])


class Migration(migrations.Migration):
    dependencies = [("messages_app", "0011_typed_keys")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
