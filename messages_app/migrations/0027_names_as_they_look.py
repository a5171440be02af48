"""Names that are there already, without what nobody sees in them, and the keys by which spellings are looked up."""

import re
import unicodedata

from django.db import migrations

BATCH = 2000
UNSEEN = ("Cf", "Cc", "Cs")
LEGAL_FORM = re.compile(r"㈜|\(주\)|（주）|주식회사")


def plain(name):
    composed = unicodedata.normalize("NFC", name)
    seen = (char for char in composed if char.isspace() or unicodedata.category(char) not in UNSEEN)
    return " ".join("".join(seen).split())


def key_of(name):
    composed = unicodedata.normalize("NFKC", LEGAL_FORM.sub("", plain(name)))
    return re.sub(r"\s+", "", composed).casefold()[:100]


def even_out(apps, schema_editor):
    company, executive, alias = (apps.get_model("messages_app", name) for name in ("Company", "Executive", "CompanyAlias"))
    for record in company.objects.iterator(chunk_size=BATCH):
        name = plain(record.name)
        if name and name != record.name and not company.objects.filter(name=name).exists():
            company.objects.filter(pk=record.pk).update(name=name)
    for record in executive.objects.iterator(chunk_size=BATCH):
        name = plain(record.name)
        if name and name != record.name:
            record.name = name
            record.save()
    for record in alias.objects.iterator(chunk_size=BATCH):
        key = key_of(record.name)
        if key and key != record.key and not alias.objects.filter(key=key).exists():
            record.name, record.key = plain(record.name), key
            record.save()


class Migration(migrations.Migration):
    dependencies = [("messages_app", "0026_outlets_with_speakers")]
    operations = [migrations.RunPython(even_out, migrations.RunPython.noop)]
