"""The results of a search, in the words of the screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samverk.base.search import registry
from samverk.base.search.queries.find import PER_PAGE, Results
from samverk.base.search.queries.ranking import MOST


@dataclass(frozen=True)
class Choice:
    """A kind of page that the list can be narrowed to."""

    label: str
    number: int
    url: str
    current: bool


@dataclass(frozen=True)
class ResultsView:
    """What the page of results shows."""

    results: Results
    summary: str
    choices: tuple[Choice, ...]
    page_of_list: Page[Any]
    as_written_url: str
    meant_url: str

    @property
    def shows_nothing(self) -> bool:
        return not self.results.hits


def view_of(results: Results, *, kind: str, page: int) -> ResultsView:
    """Word the results."""
    pages = Paginator(range(results.reachable), PER_PAGE)
    return ResultsView(
        results=results,
        summary=_summary(results),
        choices=tuple(_choices(results, kind)),
        page_of_list=pages.get_page(page),
        as_written_url=_url(q=results.text, exakt="1"),
        meant_url=_url(q=results.meant),
    )


def _summary(results: Results) -> str:
    if results.is_more:
        return _("Fler än %(number)s träffar") % {"number": number_format(MOST, force_grouping=True)}
    number = number_format(results.total, force_grouping=True)
    return ngettext("%(number)s träff", "%(number)s träffar", results.total) % {"number": number}


def _choices(results: Results, kind: str) -> Iterator[Choice]:
    """The kinds that there is something of; nothing to choose between when there is but one."""
    words = {name: str(label) for name, label in registry.kinds().items()}
    known = {name: number for name, number in results.kinds.items() if name in words}
    if len(known) < 2 and not kind:
        return
    yield Choice(_("Allt"), min(sum(results.kinds.values()), MOST), _asked(results), current=not kind)
    for name, label in words.items():
        if known.get(name) or name == kind:
            yield Choice(label, known.get(name, 0), _asked(results, typ=name), current=name == kind)


def _asked(results: Results, **more: str) -> str:
    """The same question; the one that was meant, when that is what was answered."""
    return _url(q=results.meant or results.text, **more)


def _url(**query: str) -> str:
    asked = QueryDict(mutable=True)
    asked.update(query)
    return f"?{asked.urlencode()}"
