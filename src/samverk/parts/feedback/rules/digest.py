"""When a letter about the inbox is due."""

from datetime import date, timedelta

MONDAY = 0
WEEK = timedelta(days=7)


def is_due(*, frequency: str, today: date, last: date | None) -> bool:
    """Whether somebody is to get a letter today. A Monday that was missed is made up for."""
    if frequency == "never" or last == today:
        return False
    if frequency == "daily":
        return True
    return today.weekday() == MONDAY or (last is not None and today - last >= WEEK)
