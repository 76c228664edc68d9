"""The frame round every page: names, ways on, languages, and who is signed in."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse, translate_url
from django.utils.translation import get_language, get_language_bidi, get_language_info
from django.utils.translation import gettext as _

from samverk.parts.site.models.routing import site_at
from samverk.parts.site.presenters import cookies
from samverk.parts.site.queries import places
from samverk.parts.site.queries.places import Place, Surroundings
from samverk.parts.site.registry import foot, ways
from samverk.ui.frame import Frame, Language, Link, UserMenu
from samverk.ui.languages import spoken


def build(request: HttpRequest) -> Frame:
    """The frame round what `request` asks for. Without a session cookie it is the same for everybody."""
    language = spoken()
    around = surroundings(request)
    return Frame(
        site_name=site_name(request),
        home_url=around.home.url if around.home else "/",
        origin=origin(request),
        tagline=_("Samverk för sociala företag"),
        language_code=language,
        direction="rtl" if get_language_bidi() else "ltr",
        navigation=(
            *(_link(place, request) for place in around.navigation),
            *(_way(way, request) for way in ways.pages()),
        ),
        languages=tuple(_languages(request, around, language)),
        breadcrumb=breadcrumb(request, around),
        footer=_footer(request),
        feeds=(
            Link(_("Nyheter (RSS)"), reverse("site:rss")),
            Link(_("Nyheter (Atom)"), reverse("site:atom")),
        ),
        footer_text=_("Vi hjälps åt så att fler får ett arbete som passar dem."),
        search_url=reverse("search:find"),
        sign_in=Link(_("Logga in"), reverse("account_login")),
        user=_user(request),
        cookie_notice=cookies.notice(request),
        modules=(*cookies.modules(request), *_reading_aloud(request)),
        messages=_messages(request),
        foot=foot.render(_spot(request, language)),
    )


def surroundings(request: HttpRequest) -> Surroundings:
    """The places round the page that is shown, or round a view; found once for each request."""
    known: Surroundings | None = getattr(request, "surroundings", None)
    if known is None:
        known = places.surroundings(page=None, language=spoken())
        request.surroundings = known  # type: ignore[attr-defined]
    return known


def breadcrumb(request: HttpRequest, around: Surroundings) -> tuple[Link, ...]:
    """The way from the home page to the page that is shown; nothing on the home page itself."""
    page = getattr(request, "shown_page", None)
    if not page or not around.ancestors:
        return ()
    start, *sections = around.ancestors
    above = (Link(place.title, place.url) for place in sections)
    return (
        Link(_("Start"), start.url),
        *above,
        Link(getattr(request, "shown_title", page.title), request.path, current=True),
    )


def site_name(request: HttpRequest) -> str:
    """The name of the site, as its administrator wrote it."""
    site = site_at(request)
    return (site.site_name if site else "") or settings.WAGTAIL_SITE_NAME


def origin(request: HttpRequest) -> str:
    """Where absolute addresses begin."""
    return request.build_absolute_uri("/").rstrip("/")


def _link(place: Place, request: HttpRequest) -> Link:
    return Link(place.title, place.url, current=request.path.startswith(place.url))


def _way(way: ways.Way, request: HttpRequest) -> Link:
    url = reverse(way.view)
    return Link(str(way.label), url, current=request.path.startswith(url))


def _languages(request: HttpRequest, around: Surroundings, language: str) -> Iterable[Language]:
    """The languages that have a home page, each leading to this page in it, or else to its home page."""
    same = {place.language: place.url for place in around.translations}
    for home in sorted(around.homes, key=_order):
        info = get_language_info(home.language)
        yield Language(
            code=home.language,
            name=dict(settings.LANGUAGES)[home.language],
            url=same.get(home.language) or _other_url(request, home),
            current=home.language == language,
            direction="rtl" if info["bidi"] else "ltr",
        )


def _order(home: Place) -> int:
    return [code for code, name in settings.LANGUAGES].index(home.language)


def _other_url(request: HttpRequest, home: Place) -> str:
    if getattr(request, "shown_page", None):
        return home.url
    other = translate_url(request.path, home.language)
    return other if other != request.path or home.language == get_language() else home.url


def _footer(request: HttpRequest) -> tuple[Link, ...]:
    links = ((_("Vad är cookies?"), "site:cookies"), (_("Tillgänglighet"), "site:statement"))
    return tuple(Link(label, reverse(name), current=reverse(name) == request.path) for label, name in links)


def _reading_aloud(request: HttpRequest) -> tuple[str, ...]:
    """The script behind the button "Lyssna", on pages that have it."""
    return (static("site/listen.js"),) if getattr(request, "is_read_aloud", False) else ()


def _may_be_known(request: HttpRequest) -> bool:
    """Whether to ask who this is. Without the cookie nothing personal is read: caches may keep it."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def _user(request: HttpRequest) -> UserMenu | None:
    if not _may_be_known(request) or not request.user.is_authenticated:
        return None
    account = Link(request.user.get_short_name(), "/konto/", current=request.path.startswith("/konto/"))
    links = (*(_way(way, request) for way in ways.workspaces(request.user)), account)
    return UserMenu(name=request.user.get_full_name(), links=links, sign_out_url=reverse("account_logout"))


def _messages(request: HttpRequest) -> tuple[object, ...]:
    if not _may_be_known(request) and "messages" not in request.COOKIES:
        return ()
    return tuple(get_messages(request))


def _spot(request: HttpRequest, language: str) -> foot.Spot:
    page = getattr(request, "shown_page", None)
    return foot.Spot(
        path=request.path,
        language=language,
        view=request.resolver_match.view_name if request.resolver_match else "",
        site_name=site_name(request),
        page_id=page.pk if page else None,
        title=page.title if page else "",
    )
