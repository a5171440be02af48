"""Companies that are deleted."""

from django.db import transaction
from django.db.models import QuerySet

from messages_app.importing.keywords import lock_index, recount_statements
from messages_app.models import Attribution, Company, Quote


def delete_companies(*, companies: QuerySet[Company]) -> int:
    """Delete companies in whose name nothing is on record. Returns how many.

    The members of a group that goes stand by themselves from then on, in the index too. Raises ProtectedError where
    somebody speaks for one of the companies.
    """
    with transaction.atomic():
        lock_index()
        ids = list(companies.order_by().values_list("pk", flat=True))
        members = Company.objects.filter(group__in=ids)
        said = list(Attribution.objects.filter(company__in=members).values_list("quote", flat=True).distinct())
        for member in members:
            member.group = None
            member.save()
        recount_statements(Quote.objects.filter(pk__in=said))
        Company.objects.filter(pk__in=ids).delete()
    return len(ids)
