"""The three groups of editors and what each may do."""

from django.db import migrations

RECORDS = ("article", "quote", "attribution", "company", "companyalias", "executive", "keyword")
READER = {"messages_app": [f"view_{model}" for model in RECORDS]}
EDITOR = {
    "messages_app": [
        *READER["messages_app"],
        *("add_article", "change_article", "add_company", "change_company", "add_executive", "change_executive"),
        *("add_companyalias", "change_companyalias", "delete_companyalias"),
    ]
}
CHIEF_EDITOR = {
    "messages_app": [
        *EDITOR["messages_app"],
        *("delete_article", "delete_company", "delete_executive", "add_keyword", "change_keyword"),
    ],
    "auth": ["view_user", "add_user", "change_user", "view_group"],
}
GROUPS = {"초안 열람자": READER, "편집자": EDITOR, "편집장": CHIEF_EDITOR}


def make(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for name, wanted in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*(permission(apps, app, codename) for app in wanted for codename in wanted[app]))


def permission(apps, app, codename):
    """Django makes permissions only after all migrations; it keeps those it finds."""
    action, model = codename.split("_")
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=model)
    label = apps.get_model(app, model)._meta.verbose_name
    found, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": f"Can {action} {label}"}
    )
    return found


def remove(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("messages_app", "0003_starting_keywords"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make, remove)]
