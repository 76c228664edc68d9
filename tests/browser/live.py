"""A day that goes on now, for the stories and the bench."""

import json
from dataclasses import dataclass

from tests.browser.site import RunningSite

MAKE = """
import json
from datetime import timedelta
from django.utils import timezone
from samverk.base.organisations.models import Organisation
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day.actions import audience, editions, places, programme
from samverk.parts.day.actions.editions import Outline
from samverk.parts.day.actions.programme import SessionDraft
from samverk.parts.day.models import Edition, Series
home = Organisation.objects.first()
series = Series.objects.filter(slug="{name}").first()
series_id = series.pk if series else editions.create_series(
    name="{name}", purpose="", organiser_id=home.pk, by=OPERATOR)
today, now = timezone.localdate(), timezone.localtime().replace(second=0, microsecond=0)
edition = editions.create_edition(series_id=series_id, by=OPERATOR,
    outline=Outline(title="{title}", starts_on=today - timedelta(days=1), ends_on=today + timedelta(days=1)))
editions.publish(edition_id=edition, by=OPERATOR)
small, great = (places.keep_room(edition_id=edition, room_id=None, name=name, seats=None, by=OPERATOR)
    for name in ("Lilla salen", "Stora salen"))
begin = min(max(now - timedelta(minutes=20), now.replace(hour=0, minute=0)), now.replace(hour=23, minute=0))
def held(title, start, minutes, room, kind="lecture"):
    return programme.add_session(edition_id=edition, by=OPERATOR, draft=SessionDraft(title=title, kind=kind,
        starts_at=start, ends_at=start + timedelta(minutes=minutes), room_id=room))
talk = held("Så startade vi bageriet", begin, 45, small)
held("Kaffe", begin + timedelta(minutes=50), 15, None, "meal")
held("Upphandla socialt", begin + timedelta(minutes=70), 30, great, "panel")
audience.arrange(edition_id=edition, session_id=talk, is_open=True, read_first=True, by=OPERATOR)
row = Edition.objects.select_related("series").get(pk=edition)
print(json.dumps(dict(edition=edition, session=talk, series=row.series.slug, slug=row.slug)))
"""


@dataclass(frozen=True)
class LiveDay:
    """An edition that goes on now, with a session in a small room where the audience may ask."""

    edition: int
    session: int
    series: str
    slug: str

    @property
    def now(self) -> str:
        """The address of the live page."""
        return f"/dagar/{self.series}/{self.slug}/nu/"

    @property
    def questions(self) -> str:
        """The address of the audience's questions."""
        return f"{self.now}{self.session}/"

    @property
    def moderation(self) -> str:
        """The address of the moderator's screen."""
        return f"/arrangera/{self.edition}/nu/{self.session}/"


def a_day_that_goes_on(site: RunningSite, *, name: str = "livedagen", title: str = "Livedagen") -> LiveDay:
    """Make one."""
    said = site.run("manage", "shell", "--no-imports", "-c", MAKE.format(name=name, title=title))
    return LiveDay(**json.loads(said.strip().splitlines()[-1]))
