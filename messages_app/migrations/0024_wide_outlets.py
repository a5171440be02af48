"""Room for outlets of any number: those of totals, of which every change of a figure takes one."""

import numpy as np
from django.db import migrations

AT_ONCE = 500
SPEAKER = [
    ("at", "<u2"),
    ("place", "<u2"),
    ("message_year", "<u2"),
    ("company_id", "<u4"),
    ("house_id", "<u4"),
    ("executive_id", "<u4"),
]
NARROW, WIDE = np.dtype([*SPEAKER, ("outlet", "<u4")]), np.dtype([*SPEAKER, ("outlet", "<u8")])


def repack(apps, before, after):
    postings = apps.get_model("messages_app", "KeywordPostings").objects
    ids = list(postings.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        for row in postings.filter(pk__in=ids[start : start + AT_ONCE]).only("spoken"):
            row.spoken = np.frombuffer(row.spoken, before).astype(after).tobytes()
            row.save(update_fields=["spoken"])


def widen(apps, schema_editor):
    repack(apps, NARROW, WIDE)


def narrow(apps, schema_editor):
    repack(apps, WIDE, NARROW)


class Migration(migrations.Migration):
    dependencies = [
        ("messages_app", "0023_covering_indexes"),
    ]

    operations = [
        migrations.RunPython(widen, narrow),
    ]
