"""What has to be known before a comment is kept."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection

# It looks at no more rows than make a flood, however many there are.
RECENT = """
    SELECT count(*) FROM (
        SELECT 1 FROM feedback_comment WHERE region_id = %s AND created_at > %s LIMIT %s
    ) AS recent
"""


def is_flooded(*, region_id: int, now: datetime) -> bool:
    """Whether more comments have come within a minute, from all senders together, than people write."""
    most = settings.COMMENTS_IN_A_MINUTE
    with connection.cursor() as cursor:
        cursor.execute(RECENT, [region_id, now - timedelta(minutes=1), most])
        return bool(cursor.fetchone()[0] >= most)
