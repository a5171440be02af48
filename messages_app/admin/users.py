"""Users: a chief editor lets people in and out, but never gives more than they have themselves."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.db.models import QuerySet
from django.forms import ModelMultipleChoiceField
from django.http import HttpRequest

PRIVILEGES = ("is_superuser", "user_permissions")

admin.site.unregister(User)


@admin.register(User)
class EditorAdmin(UserAdmin):
    """Accounts. Superusers and single permissions are in the hands of superusers."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        found = super().get_queryset(request)
        return found if request.user.is_superuser else found.filter(is_superuser=False)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        may = super().has_change_permission(request, obj)
        return may and (request.user.is_superuser or obj is None or _within(request.user, obj))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        own = tuple(super().get_readonly_fields(request, obj))
        return own if request.user.is_superuser else (*own, *PRIVILEGES)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> ModelMultipleChoiceField:
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "groups" and not request.user.is_superuser:
            field.queryset = _groups_within(request.user)
        return field


def _groups_within(user: Any) -> QuerySet[Group]:
    """Groups that may do nothing that ``user`` may not."""
    beyond = Permission.objects.exclude(pk__in=_held(user))
    return Group.objects.exclude(permissions__in=beyond)


def _within(user: Any, other: User) -> bool:
    """Whether ``other`` may do nothing that ``user`` may not: whoever sets a password can act with it."""
    return not other.is_superuser and not _held(other).exclude(pk__in=_held(user)).exists()


def _held(user: Any) -> QuerySet[Permission]:
    return Permission.objects.filter(group__user=user) | Permission.objects.filter(user=user)
