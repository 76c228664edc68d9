from django.db import migrations

FORWARDS = """
    ALTER TABLE search_entry SET (toast_tuple_target = 256);
    ALTER TABLE search_entry ALTER COLUMN vector SET STORAGE EXTERNAL;
"""
BACKWARDS = """
    ALTER TABLE search_entry RESET (toast_tuple_target);
    ALTER TABLE search_entry ALTER COLUMN vector SET STORAGE EXTENDED;
"""


class Migration(migrations.Migration):
    """Long texts and vectors lie beside the rows, so that thousands of rows can be looked at quickly."""

    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
