"""Users: a chief editor lets people in and out, but never gives more than they have themselves."""

from collections.abc import Collection
from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, SetUnusablePasswordMixin, UserCreationForm
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Q, QuerySet
from django.forms import ModelMultipleChoiceField
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from messages_app.admin.turns import InTurn

ACCOUNTS = ("user", "group")
# The records that the desk asks permissions for.
RECORDS = (
    "article",
    "quote",
    "attribution",
    "company",
    "companyalias",
    "executive",
    "executivealias",
    "keyword",
    "correction",
    "edition",
)
DEEDS = {"add": _("추가"), "change": _("고치기"), "delete": _("지우기"), "view": _("보기")}
PRIVILEGES = ("is_superuser", "user_permissions")

admin.site.unregister([User, Group])


class PasswordForm(AdminPasswordChangeForm):
    """A new password for an account. Django's own warning below the choice is in English alone."""

    usable_password_help_text = format_lazy(
        '{}<ul id="id_unusable_warning" class="messagelist"><li class="warning">{}</li></ul>',
        SetUnusablePasswordMixin.usable_password_help_text,
        _("끄면 지금 쓰는 비밀번호가 없어집니다."),
    )


class NewEditorForm(UserCreationForm):
    """A new account, with its group at once. Nobody signs in without a password here, so that is no choice."""

    class Meta(UserCreationForm.Meta):
        fields = ("username", "is_staff", "groups")


@admin.register(User)
class EditorAdmin(InTurn, UserAdmin):
    """Accounts. Superusers and single permissions are in the hands of superusers."""

    change_password_form = PasswordForm
    add_form = NewEditorForm
    add_form_template = None  # Django's says that the rest comes on the next page.
    add_fieldsets = ((None, {"fields": ("username", "password1", "password2", "is_staff", "groups")}),)
    list_display = ("username", "full_name", "group_names", "is_active", "last_login")
    list_filter = ("groups", "is_active")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Whoever gets an account is to work at the desk."""
        return {"is_staff": True}

    @admin.display(description=_("이름"))
    def full_name(self, user: User) -> str:
        return f"{user.last_name}{user.first_name}"

    @admin.display(description=_("그룹"))
    def group_names(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        found = super().get_queryset(request).prefetch_related("groups")
        return found if request.user.is_superuser else found.filter(is_superuser=False)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        may = super().has_change_permission(request, obj)
        return may and (request.user.is_superuser or obj is None or _within(request.user, obj))

    def get_deleted_objects(
        self, objs: Collection[User], request: HttpRequest
    ) -> tuple[list[Any], dict[str | Promise, int], set[str], list[str]]:
        """What an account leaves behind, in words: the rows that tie it to its groups interest nobody."""
        left = _(
            "가져온 기사와 고친 이력은 남지만 누가 했는지는 알 수 없게 됩니다. "
            "떠난 사람의 계정은 지우지 말고 ‘쓰는 계정’ 표시를 푸세요."
        )
        listed = [part for user in objs for part in (str(user), [left])]
        return listed, {User._meta.verbose_name_plural: len(objs)}, set(), []

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        own = tuple(super().get_readonly_fields(request, obj))
        return own if request.user.is_superuser else (*own, *PRIVILEGES)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> ModelMultipleChoiceField:
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "groups" and not request.user.is_superuser:
            field.queryset = _groups_within(request.user)
        return with_plain_names(field) if db_field.name == "user_permissions" else field


@admin.register(Group)
class EditorsGroupAdmin(GroupAdmin):
    """What the members of a group may do."""

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> ModelMultipleChoiceField:
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        return with_plain_names(field) if db_field.name == "permissions" else field


def with_plain_names(field: ModelMultipleChoiceField) -> ModelMultipleChoiceField:
    """Permissions under names an editor understands (기사: 고치기), without those that nothing here asks for."""
    field.queryset = field.queryset.filter(
        Q(content_type__app_label="messages_app", content_type__model__in=RECORDS)
        | Q(content_type__app_label="auth", content_type__model__in=ACCOUNTS)
    )
    field.label_from_instance = permission_name
    return field


def permission_name(permission: Permission) -> str:
    """``change_article`` -> ``기사: 고치기``."""
    deed = DEEDS.get(permission.codename.partition("_")[0], permission.name)
    return f"{permission.content_type.name}: {deed}"


def _groups_within(user: Any) -> QuerySet[Group]:
    """Groups that may do nothing that ``user`` may not."""
    beyond = Permission.objects.exclude(pk__in=_held(user))
    return Group.objects.exclude(permissions__in=beyond)


def _within(user: Any, other: User) -> bool:
    """Whether ``other`` may do nothing that ``user`` may not: whoever sets a password can act with it."""
    return not other.is_superuser and not _held(other).exclude(pk__in=_held(user)).exists()


def _held(user: Any) -> QuerySet[Permission]:
    return Permission.objects.filter(group__user=user) | Permission.objects.filter(user=user)
