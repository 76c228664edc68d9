from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def make_first_region(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """An installation always serves a region; its administrator gives it its right name."""
    region = apps.get_model("region", "Region")
    if not region.objects.exists():
        region.objects.create(name="Regionen", slug="regionen")


class Migration(migrations.Migration):
    dependencies = [("region", "0001_initial")]

    operations = [migrations.RunPython(make_first_region, migrations.RunPython.noop)]
