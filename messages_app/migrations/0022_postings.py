"""Packed rows of the index for words in many statements, made of the rows there are."""

from collections import defaultdict

import django.db.models.deletion
import numpy as np
from django.db import migrations, models

WIDE_FROM, IN_HEADLINE, BLOCK = 5000, 32_767, 2048
HOLDS = np.dtype([("at", "<u2")])
STANDS = np.dtype([("at", "<u2"), ("spot", "u1")])
SPOKEN = np.dtype(
    [
        ("at", "<u2"),
        ("place", "<u2"),
        ("message_year", "<u2"),
        ("company_id", "<u4"),
        ("house_id", "<u4"),
        ("executive_id", "<u4"),
        ("outlet", "<u8"),
    ]
)
COLUMNS = ("quote_id", "place", "spots", "message_year", "company_id", "house_id", "executive_id", "outlet")


def pack(apps, schema_editor):
    totals = apps.get_model("messages_app", "KeywordTotal").objects
    outlets = dict(totals.filter(keyword__form="*", scope="outlet").values_list("value", "pk"))
    often = models.Q(quotes__gte=WIDE_FROM) | models.Q(raw_quotes__gte=WIDE_FROM)
    frequent = totals.filter(often, scope="all").values_list("keyword", flat=True)
    for keyword in list(frequent):
        pack_keyword(apps, keyword, outlets)


def pack_keyword(apps, keyword, outlets):
    uses, postings = (apps.get_model("messages_app", name) for name in ("KeywordUse", "KeywordPostings"))
    holds, stands, spoken = defaultdict(list), defaultdict(list), defaultdict(list)
    rows = uses.objects.filter(keyword=keyword).exclude(place=IN_HEADLINE).order_by("quote_id", "place")
    for quote, place, spots, year, *speaker, outlet in rows.values_list(*COLUMNS).iterator():
        block, at = divmod(quote, BLOCK)
        if not place:
            holds[block].append((at,))
            while spots:
                stands[block].append((at, (spots & -spots).bit_length() - 1))
                spots &= spots - 1
        spoken[block].append((at, place, year, *(pk or 0 for pk in speaker), outlets.get(outlet, 0)))
    postings.objects.bulk_create(
        (
            postings(
                keyword_id=keyword,
                block=block,
                holds=np.array(some, HOLDS).tobytes(),
                stands=np.array(stands[block], STANDS).tobytes(),
                spoken=np.array(spoken[block], SPOKEN).tobytes(),
            )
            for block, some in holds.items()
        ),
        batch_size=1000,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("messages_app", "0021_newest_articles"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeywordPostings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("block", models.PositiveIntegerField()),
                ("holds", models.BinaryField()),
                ("stands", models.BinaryField()),
                ("spoken", models.BinaryField()),
                (
                    "keyword",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="postings",
                        to="messages_app.keyword",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("keyword", "block"), name="postings_unique")],
            },
        ),
        migrations.RunPython(pack, migrations.RunPython.noop),
    ]
