"""A group for each role; those who edit or administer may enter Wagtail."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ROLES = [
    "editor",
    "lead_editor",
    "organiser",
    "representative",
    "buyer",
    "supervisor",
    "participant",
    "caseworker",
    "funder",
    "administrator",
]
ENTER_WAGTAIL = ["editor", "lead_editor", "administrator"]


def make_groups(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Permissions hang on these groups; affiliations put people in them."""
    group = apps.get_model("auth", "Group")
    enter = apps.get_model("auth", "Permission").objects.get(
        codename="access_admin", content_type__app_label="wagtailadmin"
    )
    for role in ROLES:
        made, _ = group.objects.get_or_create(name=role)
        if role in ENTER_WAGTAIL:
            made.permissions.add(enter)


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
