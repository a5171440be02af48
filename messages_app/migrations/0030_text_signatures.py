from itertools import groupby
from operator import itemgetter

import numpy as np
from django.db import migrations, models

from messages_app.models.signatures import BITS, SIGNED, SLICES, signature_of


def sign(apps, schema_editor):
    """Sign the statements that are there, as publishing does. Whoever signs otherwise one day will sign all anew."""
    KeywordUse, TextSignatures = (apps.get_model("messages_app", name) for name in ("KeywordUse", "TextSignatures"))
    rows = KeywordUse.objects.filter(keyword__form="*", place=0).order_by("quote_id")
    numbered = (
        (*divmod(quote, SIGNED), text) for quote, text in rows.values_list("quote_id", "quote__text").iterator()
    )
    for block, some in groupby(numbered, itemgetter(0)):
        slices = np.zeros((BITS, SIGNED // 8), np.uint8)
        for _, at, text in some:
            slices[signature_of(text), at // 8] |= 128 >> at % 8
        TextSignatures.objects.bulk_create(
            TextSignatures(part=first // SLICES, block=block, slices=slices[first : first + SLICES].tobytes())
            for first in range(0, BITS, SLICES)
        )


class Migration(migrations.Migration):

    dependencies = [
        ("messages_app", "0029_totals_of_years"),
    ]

    operations = [
        migrations.CreateModel(
            name="TextSignatures",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("part", models.PositiveSmallIntegerField()),
                ("block", models.PositiveIntegerField()),
                ("slices", models.BinaryField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("part", "block"), name="signatures_unique")],
            },
        ),
        migrations.RunPython(sign, migrations.RunPython.noop),
    ]
