"""What a page says of itself in its head: addresses, languages, a picture, data for search engines."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.safestring import SafeString

from samverk.parts.site.presenters import frame, structured_data
from samverk.parts.site.presenters.structured_data import Node, Story
from samverk.parts.site.queries.contacts import Contact
from samverk.parts.site.queries.library import Size
from samverk.parts.site.queries.places import Surroundings


@dataclass(frozen=True)
class Alternate:
    """The same page in a language; `x-default` is for everybody else."""

    language: str
    url: str


@dataclass(frozen=True)
class Head:
    """The head of a page. Addresses are absolute."""

    title: str
    description: str
    url: str
    kind: str
    image: Size
    image_alt: str
    alternates: tuple[Alternate, ...]
    data: SafeString


def story_image(request: HttpRequest, shared: Size | None) -> Size:
    """The picture that is shown when somebody shares the page: its own, or the site's."""
    origin = frame.origin(request)
    if not shared:
        return Size(url=origin + static("ui/og-default.png"), width=1200, height=630)
    return Size(url=origin + shared.url, width=shared.width, height=shared.height)


def head(
    request: HttpRequest,
    *,
    story: Story,
    around: Surroundings,
    image: Size,
    image_alt: str = "",
    contacts: tuple[Contact, ...] = (),
) -> Head:
    """The head of a page that tells `story`."""
    return Head(
        title=story.title,
        description=story.description,
        url=story.url,
        kind="article" if story.published_on else "website",
        image=image,
        image_alt=image_alt,
        alternates=_alternates(request, around),
        data=structured_data.script(_nodes(request, story, around, contacts)),
    )


def _alternates(request: HttpRequest, around: Surroundings) -> tuple[Alternate, ...]:
    origin = frame.origin(request)
    links = [Alternate(place.language, origin + place.url) for place in around.translations]
    default = [Alternate("x-default", link.url) for link in links if link.language == settings.LANGUAGE_CODE]
    return (*links, *default) if len(links) > 1 else ()


def _nodes(
    request: HttpRequest, story: Story, around: Surroundings, contacts: tuple[Contact, ...]
) -> list[Node]:
    origin = frame.origin(request)
    name = frame.site_name(request)
    logo = origin + static("ui/icon-180.png")
    way = frame.breadcrumb(request, around)
    return [
        structured_data.organisation(name=name, origin=origin, logo=logo),
        structured_data.news_article(story, origin=origin)
        if story.published_on
        else structured_data.web_page(story),
        *structured_data.event(story, origin=origin),
        *(structured_data.person(contact, origin=origin) for contact in contacts),
        structured_data.breadcrumb(way, origin=origin)
        if way
        else structured_data.web_site(name=name, origin=origin, language=story.language),
    ]
