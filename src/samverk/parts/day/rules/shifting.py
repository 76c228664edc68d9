"""Days and the clock on the wall, which stays the same when a programme moves, also past summer time."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
A_YEAR_OF_WEEKS = timedelta(weeks=52)


def midnight(day: date) -> datetime:
    """When a day begins, where it takes place."""
    return datetime.combine(day, time(), STOCKHOLM)


def same_weekday_next_year(day: date) -> date:
    """The same weekday, 52 weeks later."""
    return day + A_YEAR_OF_WEEKS


def shifted(moment: datetime, *, days: int, zone: ZoneInfo = STOCKHOLM) -> datetime:
    """The same time by the clock on the wall, `days` days later.

    A time that the new day leaps over when summer time begins becomes the time an hour later.
    """
    local = moment.astimezone(zone)
    wanted = (local.replace(tzinfo=None) + timedelta(days=days)).replace(tzinfo=zone, fold=local.fold)
    return wanted.astimezone(UTC).astimezone(zone)


def shifted_span(
    starts_at: datetime, ends_at: datetime, *, days: int, zone: ZoneInfo = STOCKHOLM
) -> tuple[datetime, datetime]:
    """A start and an end moved together. Should the leap eat all between them, the length is kept instead."""
    start = shifted(starts_at, days=days, zone=zone)
    end = shifted(ends_at, days=days, zone=zone)
    if end.astimezone(UTC) > start.astimezone(UTC):
        return start, end
    return start, (start.astimezone(UTC) + (ends_at - starts_at)).astimezone(zone)
