"""How far a topic has come."""

from collections.abc import Collection

from samverk.base.events.models import Topic


def version(topic: str) -> int:
    """How many times a topic has changed; 0 when it never has."""
    return versions([topic]).get(topic, 0)


def versions(topics: Collection[str]) -> dict[str, int]:
    """The same for several topics; those that have never changed are left out."""
    return dict(Topic.objects.filter(name__in=topics).values_list("name", "version"))
