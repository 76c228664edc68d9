"""What each kind of page shows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING

from django.core.paginator import Page as PageOfList
from django.http import HttpRequest
from django.utils import timezone

from samverk.engine.language.plain import Measure
from samverk.parts.site.presenters import body, frame, heads
from samverk.parts.site.presenters import easy as versions
from samverk.parts.site.presenters.body import Block, Raw, References
from samverk.parts.site.presenters.easy import ReadingTools
from samverk.parts.site.presenters.figures import Figure, figure
from samverk.parts.site.presenters.heads import Head
from samverk.parts.site.presenters.structured_data import Event, Story
from samverk.parts.site.queries import articles, contacts, library, places
from samverk.parts.site.queries.articles import Card
from samverk.parts.site.queries.contacts import Contact
from samverk.parts.site.queries.library import Library, Size, Use
from samverk.parts.site.queries.places import Surroundings
from samverk.parts.site.rules.easy import words_of
from samverk.parts.site.rules.teasers import teaser
from samverk.ui.languages import spoken

if TYPE_CHECKING:
    from samverk.parts.site.models.pages import (
        ArticlePage,
        HomePage,
        PictureMixin,
        PublicPage,
        SectionPage,
        StandardPage,
    )

NEWS_ON_HOME_PAGE = 3
TEASER_LENGTH = 200


@dataclass(frozen=True)
class Item:
    """A page in a list, as the list's component shows it."""

    title: str
    url: str
    text: str
    teaser: str
    date: date | None
    image: str
    alt: str


@dataclass(frozen=True)
class PageView:
    """A page, ready to show. A date that should not be shown is not there."""

    title: str
    lead: str
    body: tuple[Block, ...]
    picture: Figure | None
    contacts: tuple[Contact, ...]
    published_on: date | None
    changed_on: date | None
    items: tuple[Item, ...]
    highlights: tuple[Item, ...]
    news_url: str
    page_of_list: PageOfList[Card] | None
    head: Head
    tools: ReadingTools = ReadingTools()
    measure: Measure | None = None


def home(page: "HomePage", request: HttpRequest) -> PageView:
    """The home page, with what its editors lift forward and the latest news."""
    news = articles.latest(language=spoken(), limit=NEWS_ON_HOME_PAGE)
    return _present(page, request, _Parts(cards=news, highlights=articles.chosen(_related(page, request))))


def section(page: "SectionPage", request: HttpRequest) -> PageView:
    """A section, with one page of the list of what is beneath it."""
    listing = articles.beneath(section=page, number=request.GET.get("page", "1"))
    return _present(
        page, request, _Parts(cards=tuple(listing.object_list), page_of_list=listing, has_picture=False)
    )


def standard(page: "PublicPage", request: HttpRequest) -> PageView:
    """A page that is kept up to date, with the day of its last change."""
    return _present(
        page, request, _Parts(changed_on=_day(page.last_published_at), tools=versions.tools(page, request))
    )


def article(page: "ArticlePage", request: HttpRequest) -> PageView:
    """A piece of news. The day of the last change is told when it is not that of publication."""
    published_on = page.published_on or _day(page.first_published_at)
    changed_on = _day(page.last_published_at)
    parts = _Parts(
        cards=articles.chosen(_related(page, request)),
        published_on=published_on,
        changed_on=changed_on if changed_on != published_on else None,
        event=_event(page),
        tools=versions.tools(page, request),
    )
    return _present(page, request, parts)


def easy(page: "ArticlePage | StandardPage", request: HttpRequest) -> PageView:
    """The easy-to-read version of a page. In a preview its writer is told how easy it is."""
    parts = _Parts(
        changed_on=_day(page.last_published_at),
        tools=versions.tools_of_version(request),
        is_easy=True,
    )
    view = _present(page, request, parts)
    return replace(view, measure=page.easy_measure()) if _is_preview(request) else view


def _related(page: "HomePage | ArticlePage", request: HttpRequest) -> list[int]:
    if _is_preview(request):
        return list(page.related.order_by("sort_order").values_list("target_id", flat=True))
    return articles.related(page)


def _is_preview(request: HttpRequest) -> bool:
    """Whether the page is shown as it stands in the editor's form."""
    return getattr(request, "is_preview", False)


def draw_pictures(page: "PublicPage") -> None:
    """Have the sizes of a page's pictures made: for itself, for when it is shared, and for lists of pages."""
    main = getattr(page, "picture_id", None) or 0
    texts = [field.raw_data for field in (page.body, getattr(page, "easy_body", None)) if field]
    uses = _uses(main, body.references(chain(*texts)).pictures, ())
    library.pictures({**uses, main: {*Use}} if main else uses)


@dataclass(frozen=True)
class _Parts:
    """What a kind of page has that others have not."""

    cards: tuple[Card, ...] = ()
    highlights: tuple[Card, ...] = ()
    page_of_list: PageOfList[Card] | None = None
    published_on: date | None = None
    changed_on: date | None = None
    event: Event | None = None
    has_picture: bool = True
    tools: ReadingTools = ReadingTools()
    is_easy: bool = False


def _present(page: "PublicPage", request: HttpRequest, parts: _Parts) -> PageView:
    """Fetch what the page refers to, in queries that do not grow with it, and put it in words."""
    text = _text(page, parts)
    references = body.references(text)
    around = _surroundings(page, request, references, parts)
    shelf = _shelf(page, parts, references, around)
    people = contacts.of_preview(page) if _is_preview(request) else contacts.of_page(page)
    picture = _main_picture(page, shelf) if parts.has_picture and not parts.is_easy else None
    return PageView(
        title=_title(page, parts),
        lead="" if parts.is_easy else page.lead,
        body=body.present(text, shelf),
        picture=picture,
        contacts=people,
        published_on=parts.published_on,
        changed_on=parts.changed_on,
        items=tuple(_item(card, shelf) for card in parts.cards),
        highlights=tuple(_item(card, shelf) for card in parts.highlights),
        news_url=parts.cards[0].section_url if parts.cards else "",
        page_of_list=parts.page_of_list,
        head=heads.head(
            request,
            story=_story(page, request, parts, shelf),
            around=versions.equals(around) if parts.is_easy else around,
            image=_shared_image(page, request, parts, shelf),
            image_alt=picture.alt if picture else "",
            contacts=people,
        ),
        tools=parts.tools,
    )


def _shelf(page: "PublicPage", parts: _Parts, references: References, around: Surroundings) -> Library:
    uses = _uses(_main_picture_key(page, parts), references.pictures, (*parts.cards, *parts.highlights))
    return Library(
        pictures=library.pictures(uses),
        documents=library.documents(references.documents),
        films=library.films(references.films),
        addresses=around.linked,
    )


def _text(page: "PublicPage", parts: _Parts) -> Iterable[Raw]:
    return page.easy_body.raw_data if parts.is_easy else page.body.raw_data


def _title(page: "PublicPage", parts: _Parts) -> str:
    return page.easy_title or page.title if parts.is_easy else page.title


def _surroundings(
    page: "PublicPage", request: HttpRequest, references: References, parts: _Parts
) -> Surroundings:
    around = places.surroundings(page=page, language=spoken(), linked=references.pages)
    if parts.is_easy:
        around = versions.place(page, request, around, parts.tools.plain_url)
    request.surroundings = around  # type: ignore[attr-defined] # for the frame, which shows them too
    request.shown_page = page  # type: ignore[attr-defined] # for the breadcrumb
    request.is_read_aloud = parts.tools.aloud  # type: ignore[attr-defined] # for the frame's modules
    return around


def _main_picture_key(page: "PublicPage", parts: _Parts) -> int:
    return page.picture_id or 0 if parts.has_picture else 0


def _uses(main: int, in_text: Iterable[int], cards: Iterable[Card]) -> dict[int, set[Use]]:
    uses = {key: {Use.TEXT} for key in in_text}
    for card in cards:
        if card.picture:
            uses.setdefault(card.picture, set()).add(Use.CARD)
    if main:
        uses.setdefault(main, set()).update({Use.TEXT, Use.SHARE})
    return uses


def _main_picture(page: "PictureMixin", shelf: Library) -> Figure | None:
    return figure(
        shelf.pictures.get(page.picture_id or 0),
        use=Use.TEXT,
        alt=page.picture_alt,
        is_decorative=page.picture_is_decorative,
        caption=page.picture_caption,
        credit=page.picture_credit,
    )


def _item(card: Card, shelf: Library) -> Item:
    picture = figure(shelf.pictures.get(card.picture or 0), use=Use.CARD)
    return Item(
        title=card.title,
        url=card.url,
        text=card.lead,
        teaser=teaser(card.lead, TEASER_LENGTH),
        date=card.day,
        image=picture.src if picture else "",
        alt="",  # the title beside it says where the picture leads
    )


def _day(moment: datetime | None) -> date | None:
    return moment.astimezone(timezone.get_current_timezone()).date() if moment else None


def _shared_image(page: "PublicPage", request: HttpRequest, parts: _Parts, shelf: Library) -> Size:
    picture = shelf.pictures.get(_main_picture_key(page, parts))
    return heads.story_image(request, picture.sizes[Use.SHARE][0] if picture else None)


def _story(page: "PublicPage", request: HttpRequest, parts: _Parts, shelf: Library) -> Story:
    story = Story(
        title=page.seo_title or page.title,
        description=page.search_description or teaser(page.lead, TEASER_LENGTH),
        url=frame.origin(request) + request.path,
        language=spoken(),
        image=_shared_image(page, request, parts, shelf).url,
        published_on=parts.published_on,
        changed_at=page.last_published_at,
        event=parts.event,
    )
    if not parts.is_easy:
        return story
    return replace(
        story,
        title=versions.title_in_head(_title(page, parts)),
        description=teaser(" ".join(words_of(_text(page, parts)).split()), TEASER_LENGTH),
        based_on=frame.origin(request) + parts.tools.plain_url,
    )


def _event(page: "ArticlePage") -> Event | None:
    if not page.event_name or not page.event_starts_at:
        return None
    return Event(
        name=page.event_name,
        starts_at=page.event_starts_at,
        ends_at=page.event_ends_at,
        place=page.event_place,
    )
