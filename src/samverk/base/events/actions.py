"""Telling open pages that something has changed."""

from django.db import connection, transaction

from samverk.base.events.rules import CHANNEL

CHANGE = """
    WITH changed AS (
        INSERT INTO events_topic (name, version) VALUES (%s, 1)
        ON CONFLICT (name) DO UPDATE SET version = events_topic.version + 1
        RETURNING name, version
    )
    SELECT pg_notify(%s, json_build_array(name, version)::text) FROM changed
"""


@transaction.atomic
def announce(topic: str) -> None:
    """Tell whoever follows a topic that it has changed, once the caller's transaction is committed.

    Call it last in the transaction: others who change the same topic wait from here until it is over.
    """
    with connection.cursor() as cursor:
        cursor.execute(CHANGE, [topic, CHANNEL])
