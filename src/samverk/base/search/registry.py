"""How a part says what it has to find. It calls `source` when it starts (`AppConfig.ready`)."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

Keys = Collection[str]


@dataclass(frozen=True)
class Item:
    """Something to find, as everybody may see it, in plain text.

    Words in the title weigh most, then those in the summary and the headings, the body, and last the names
    (of people to turn to) and the trail (what it stands beneath, outermost first).
    """

    key: str
    language: str
    title: str
    url: str
    kind: str = ""
    summary: str = ""
    headings: str = ""
    body: str = ""
    names: str = ""
    trail: tuple[str, ...] = ()
    dated: date | None = None
    changed_at: datetime | None = None


@dataclass(frozen=True)
class Source:
    """One part's things to find.

    `entries` gives those that are open to everybody: of the keys given, or all of them when given None.
    `kinds` are the words for its kinds of things, by which a reader may narrow the list.
    """

    name: str
    entries: Callable[[Keys | None], Iterable[Item]]
    kinds: Mapping[str, object]


_sources: dict[str, Source] = {}


def source(
    name: str,
    entries: Callable[[Keys | None], Iterable[Item]],
    *,
    kinds: Mapping[str, object] | None = None,
) -> None:
    """Say what can be found; `name` is the part's own and stays the same for good."""
    _sources[name] = Source(name, entries, kinds or {})


def sources() -> tuple[Source, ...]:
    """Every source that has been registered."""
    return tuple(_sources.values())


def named(name: str) -> Source | None:
    """The source with this name, unless its part is no longer installed."""
    return _sources.get(name)


def kinds() -> dict[str, object]:
    """The words for every kind of thing."""
    return {kind: words for source in sources() for kind, words in source.kinds.items()}
