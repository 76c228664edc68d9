"""What an edition has in figures, from its own programme. Others register theirs."""

from collections.abc import Collection, Mapping

from django.db.models import Count, F, Q, QuerySet

from samverk.parts.day.models import Edition, Kind

NO_CONTENT = (Kind.MEAL,)


def sessions(edition_ids: Collection[int]) -> Mapping[int, float]:
    """How many sessions were held, meals and pauses apart."""
    held = Q(sessions__is_cancelled=False, sessions__is_draft=False) & ~Q(sessions__kind__in=NO_CONTENT)
    return _counted(_these(edition_ids), Count("sessions", filter=held))


def speakers(edition_ids: Collection[int]) -> Mapping[int, float]:
    """How many took part in sessions that were held."""
    held = Q(sessions__is_cancelled=False, sessions__is_draft=False)
    return _counted(_these(edition_ids), Count("sessions__appearances__speaker", filter=held, distinct=True))


def cost(edition_ids: Collection[int]) -> Mapping[int, float]:
    """What each edition cost, where it is known."""
    rows = _these(edition_ids).filter(cost__isnull=False)
    return {key: spent for key, spent in rows.values_list("pk", "cost") if spent is not None}


def _these(edition_ids: Collection[int]) -> QuerySet[Edition]:
    return Edition.objects.filter(pk__in=list(edition_ids))


def _counted(rows: QuerySet[Edition], count: Count) -> Mapping[int, float]:
    counted = rows.order_by().annotate(number=count).annotate(key=F("pk"))
    return dict(counted.values_list("key", "number"))
