"""A speaker's time in a session is the session's own, kept so by a foreign key of both columns."""

from django.db import migrations

ADD = """
    ALTER TABLE day_sessionspeaker
    ADD CONSTRAINT speaker_is_there_when_the_session_is
    FOREIGN KEY (session_id, occupies) REFERENCES day_session (id, occupies)
    ON UPDATE CASCADE ON DELETE CASCADE
"""
REMOVE = "ALTER TABLE day_sessionspeaker DROP CONSTRAINT speaker_is_there_when_the_session_is"


class Migration(migrations.Migration):
    """`0002_occupied`"""

    dependencies = [("day", "0001_initial")]

    operations = [migrations.RunSQL(ADD, REMOVE)]
