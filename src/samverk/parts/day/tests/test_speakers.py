"""Those who take part are shown when they have said yes, and forgotten when they have not."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image

from samverk.base.files.models import Picture
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day.actions import speakers as actions
from samverk.parts.day.actions.speakers import Portrait, SpeakerDraft
from samverk.parts.day.models import Edition, Session, Speaker
from samverk.parts.day.queries.found import entries
from samverk.parts.day.tests.building import THE_DAY, a_session, a_speaker, an_edition

pytestmark = pytest.mark.django_db
PAGE = "/dagar/provdagen/2027/"
DAYS = 90


def a_portrait() -> Portrait:
    content = BytesIO()
    Image.new("RGB", (600, 600), "#0f5a4f").save(content, "PNG")
    return Portrait(name="vera.png", content=content.getvalue(), credit="Kim Fotograf")


def everywhere(client: Client) -> str:
    """All that visitors and search can see of the edition."""
    pages = [PAGE, f"{PAGE}?som=tabell", f"{PAGE}program.ics", "/dagar/"]
    return " ".join([client.get(page).content.decode() for page in pages] + [str(list(entries(None)))])


def test_whoever_has_said_yes_is_shown_with_name_and_picture(client: Client) -> None:
    edition = an_edition(published=True)
    a_session(edition, speaker_ids=(a_speaker(edition, portrait=a_portrait(), biography="Provar allt."),))

    shown = client.get(PAGE).content.decode()

    assert "Vera Provare" in shown
    assert "Provar allt." in shown
    assert "Kim Fotograf" in shown
    assert Picture.objects.get().renditions.get().file.url in shown


def test_whoever_has_not_said_yes_is_nowhere(client: Client) -> None:
    edition = an_edition(published=True)
    silent = a_speaker(edition, says_yes=False, portrait=a_portrait(), biography="Provar allt.")
    a_session(edition, speaker_ids=(silent,))

    told = everywhere(client)

    assert "Vera" not in told
    assert "Provar allt." not in told
    assert "vera" not in told
    assert "Föreläsare meddelas senare." in told


def test_whoever_changes_their_mind_is_gone_at_once(client: Client) -> None:
    edition = an_edition(published=True)
    speaker = a_speaker(edition)
    a_session(edition, speaker_ids=(speaker,))
    assert "Vera Provare" in everywhere(client)

    actions.keep_speaker(
        edition_id=edition, speaker_id=speaker, draft=SpeakerDraft(name="Vera Provare"), by=OPERATOR
    )

    assert "Vera" not in everywhere(client)


def test_removing_somebody_removes_the_picture_and_leaves_the_session() -> None:
    edition = an_edition()
    speaker = a_speaker(edition, portrait=a_portrait())
    a_session(edition, speaker_ids=(speaker,))

    actions.remove_speaker(edition_id=edition, speaker_id=speaker, by=OPERATOR)

    assert not Speaker.objects.exists()
    assert not Picture.objects.exists()
    assert Session.objects.count() == 1


def test_a_new_picture_takes_the_place_of_the_old() -> None:
    edition = an_edition()
    speaker = a_speaker(edition, portrait=a_portrait())
    draft = SpeakerDraft(name="Vera Provare", portrait=a_portrait())

    actions.keep_speaker(edition_id=edition, speaker_id=speaker, draft=draft, by=OPERATOR)

    assert Picture.objects.count() == 1


@pytest.mark.parametrize(("days", "left"), [(DAYS, {"Vera", "Ja"}), (DAYS + 1, {"Ja"})])
def test_those_who_never_said_yes_are_forgotten_some_time_after_the_day(days: int, left: set[str]) -> None:
    edition = an_edition()
    a_speaker(edition, "Vera", says_yes=False)
    a_speaker(edition, "Ja")

    actions.forget(today=THE_DAY + timedelta(days=days), days=DAYS)

    assert set(Speaker.objects.values_list("name", flat=True)) == left


def test_those_of_a_day_to_come_are_kept() -> None:
    edition = an_edition()
    a_speaker(edition, says_yes=False)
    Edition.objects.update(ends_on=timezone.localdate() + timedelta(days=400))

    assert actions.forget(today=date(2027, 1, 1), days=0) == 0
