from itertools import islice

from django.db import migrations, models
from django.db.models import Count, F, Q, Sum

IN_A_YEAR = {"house": "house_id", "company": "company_id", "executive": "executive_id", "outlet": "outlet"}
MEMBER = Q(house__isnull=True) | ~Q(house=F("company"))
COUNTED = {
    "house": Q(house__isnull=False),
    "company": Q(company__isnull=False) & MEMBER,
    "executive": Q(executive__isnull=False),
    "outlet": Q(place=0),
}


def count(apps, schema_editor):
    """What all statements of each year count up to, as it is kept from now on."""
    KeywordUse, KeywordTotal = (apps.get_model("messages_app", name) for name in ("KeywordUse", "KeywordTotal"))
    for scope, column in IN_A_YEAR.items():
        rows = KeywordUse.objects.filter(COUNTED[scope], keyword__form="*").order_by()
        counted = rows.values("keyword_id", column, "message_year").annotate(
            quotes=Count("pk", filter=Q(count__gt=0)),
            uses=Sum("count"),
            raw_quotes=Count("pk", filter=Q(raw_count__gt=0)),
            raw_uses=Sum("raw_count"),
        )
        totals = (
            KeywordTotal(scope=f"{scope} {row.pop('message_year')}", value=str(row.pop(column)), **row)
            for row in counted.iterator()
        )
        while some := list(islice(totals, 2000)):
            KeywordTotal.objects.bulk_create(some)


def forget(apps, schema_editor):
    """Earlier releases know no totals of years."""
    apps.get_model("messages_app", "KeywordTotal").objects.filter(scope__contains=" ").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("messages_app", "0028_editions"),
    ]

    operations = [
        migrations.AlterField(
            model_name="keywordtotal",
            name="scope",
            field=models.CharField(max_length=20),
        ),
        migrations.RunPython(count, forget),
    ]
