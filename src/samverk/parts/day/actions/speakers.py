"""Those who take part in an edition, and what they have said yes to."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import ReferenceIndex

from samverk.base.audit import actions as audit
from samverk.base.files import actions as files
from samverk.base.files.models import Picture
from samverk.base.organisations.permissions import demand
from samverk.base.queue.actions import enqueue
from samverk.base.region.queries import current_region_id
from samverk.parts.day.models import Speaker
from samverk.parts.day.permissions import may_arrange


@dataclass(frozen=True)
class Portrait:
    """A picture that an organiser hands over."""

    name: str
    content: bytes
    credit: str = ""


@dataclass(frozen=True)
class SpeakerDraft:
    """What an organiser says about somebody who takes part."""

    name: str
    title: str = ""
    organisation: str = ""
    email: str = ""
    biography: str = ""
    consented_on: date | None = None
    portrait: Portrait | None = None


@transaction.atomic
def keep_speaker(*, edition_id: int, speaker_id: int | None, draft: SpeakerDraft, by: Any) -> int:
    """Add somebody who takes part, or change the one with this key. Returns the key.

    :raises PermissionDenied: when `by` may not arrange days.
    :raises Refused: when the portrait is not a picture that we keep.
    """
    demand(may_arrange, by)
    row = (
        Speaker.objects.select_for_update().get(pk=speaker_id, edition=edition_id)
        if speaker_id
        else Speaker(region_id=current_region_id(), edition_id=edition_id)
    )
    row.name, row.title, row.organisation = draft.name, draft.title, draft.organisation
    row.biography, row.consented_on, row.email = draft.biography, draft.consented_on, draft.email
    before = row.picture
    if draft.portrait:
        row.picture = _picture(draft.name, draft.portrait)
    row.save()
    if draft.portrait and before:
        _let_go(before)
    said_yes = bool(draft.consented_on)
    audit.record(actor=by, action="day.keep_speaker", target=row, edition=edition_id, said_yes=said_yes)
    enqueue("day.index_edition", edition_id=edition_id)
    return row.pk


@transaction.atomic
def remove_speaker(*, edition_id: int, speaker_id: int, by: Any) -> None:
    """Forget somebody, with picture and presentation. The sessions stay.

    :raises PermissionDenied: when `by` may not arrange days.
    """
    demand(may_arrange, by)
    row = Speaker.objects.get(pk=speaker_id, edition=edition_id)
    audit.record(actor=by, action="day.remove_speaker", target=row, edition=edition_id)
    delete(row)
    enqueue("day.index_edition", edition_id=edition_id)


@transaction.atomic
def forget(*, today: date, days: int) -> int:
    """Delete those who never said yes to being shown, `days` days after their edition. Returns how many.

    Of the others the address is deleted: there is nothing more to write to them about.
    """
    Speaker.objects.filter(edition__ends_on__lt=today - timedelta(days=days)).exclude(email="").update(
        email=""
    )
    silent = Speaker.objects.filter(
        consented_on__isnull=True, edition__ends_on__lt=today - timedelta(days=days)
    )
    rows = list(silent.select_related("picture"))
    for row in rows:
        delete(row)
    return len(rows)


def _picture(name: str, portrait: Portrait) -> Picture:
    """The installation adds it, for organisers do not work in the editors' library."""
    return files.add_picture(
        actor=None,
        name=portrait.name,
        content=portrait.content,
        title=name,
        default_alt=name,
        credit=portrait.credit,
    )


def delete(row: Speaker) -> None:
    """Delete somebody and their picture, unless an editor uses it."""
    picture = row.picture
    row.delete()
    if picture:
        _let_go(picture)


def _let_go(picture: Picture) -> None:
    """Delete a portrait, unless an editor has used it elsewhere meanwhile."""
    ours = ContentType.objects.get_for_model(Speaker)
    elsewhere = ReferenceIndex.get_references_to(picture).exclude(content_type=ours)
    if not elsewhere.exists() and not Speaker.objects.filter(picture=picture).exists():
        picture.delete()
