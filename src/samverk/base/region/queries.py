"""Which region this installation serves."""

from samverk.base.region.models import Region


def current_region_id() -> int:
    """The key of the region served here: the first one. The migrations make it, so there always is one."""
    return Region.objects.order_by("id").values_list("id", flat=True)[0]
