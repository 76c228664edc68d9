"""When an answer is due."""

from datetime import datetime, timedelta

SATURDAY = 5


def due(*, came: datetime, working_days: int) -> datetime:
    """The moment by which something that came then is to be answered, counted in days from Monday to Friday.

    Holidays are not known here, so the day may come early, never late.
    """
    moment, left = came, working_days
    while left > 0 or moment.weekday() >= SATURDAY:
        moment += timedelta(days=1)
        left -= moment.weekday() < SATURDAY
    return moment
