"""A new edition copies the last whole: programme skeleton, forms, texts and letters, with its dates moved."""

from datetime import date, datetime, timedelta

import pytest

from samverk.base.mail.models import OutgoingMail
from samverk.base.organisations.permissions import OPERATOR
from samverk.parts.day import jobs
from samverk.parts.day.actions import editions, questions, texts, tickets
from samverk.parts.day.actions.editions import Outline
from samverk.parts.day.models import Call, Proposal, Question, TicketKind
from samverk.parts.day.presenters.questions import ready_facts
from samverk.parts.day.queries import editions as edition_queries
from samverk.parts.day.queries.programme import programme
from samverk.parts.day.queries.proposals import call
from samverk.parts.day.queries.questions import questions as asked
from samverk.parts.day.queries.texts import own_words
from samverk.parts.day.rules.shifting import STOCKHOLM
from samverk.parts.day.rules.texts import Letter
from samverk.parts.day.tests import build
from samverk.parts.day.tests.building import THE_DAY, a_room, a_session, a_stream, an_edition, at
from samverk.parts.day.tests.proposing import a_call, a_proposal

pytestmark = pytest.mark.django_db
NEXT = date(2028, 2, 9)  # another weekday, another month, and winter time instead of summer time


def a_whole_year() -> int:
    """An edition with everything that an organiser writes."""
    edition = an_edition(
        published=True, lead="En ingress", about="Om dagen", venue_name="Kulturladan", capacity=100
    )
    room, stream = a_room(edition), a_stream(edition)
    a_session(edition, "Inledning", "9.00", "9.45", room_id=room, stream_id=stream)
    ticket = tickets.Facts(
        "Besökare", 60, opens_at=at("8.00") - timedelta(days=60), closes_at=at("23.00") - timedelta(days=7)
    )
    tickets.add(edition_id=edition, facts=ticket, by=OPERATOR)
    questions.add_ready(edition_id=edition, which="all", ready=ready_facts(), by=OPERATOR)
    for language in ("sv", "en"):
        texts.keep(
            edition_id=edition,
            letter=Letter.SEAT,
            language=language,
            subject="Vi ses {datum}",
            text=f"{language}: {{namn}}, {{dag}}, {{plats}}",
            by=OPERATOR,
        )
    a_call(edition, opens_at=at("0.00") - timedelta(days=90), closes_at=at("0.00") - timedelta(days=30))
    return edition


def on_the_wall(moment: datetime | None) -> datetime:
    assert moment is not None
    return moment.astimezone(STOCKHOLM).replace(tzinfo=None)


def test_a_new_edition_has_all_that_was_written_for_the_last_with_its_dates_moved() -> None:
    source = a_whole_year()
    outline = Outline("Provdagen 2028", NEXT, NEXT)

    new = editions.copy_edition(source_id=source, outline=outline, by=OPERATOR)

    before, after = edition_queries.edition(source), edition_queries.edition(new)
    assert before
    assert after
    for name in ("about", "venue_name", "capacity", "access", "contact"):
        assert getattr(before, name) == getattr(after, name), name
    (session,) = programme(new).sessions
    assert (session.title, session.room and session.room.name) == ("Inledning", "Stora salen")
    assert session.starts_at == at("9.00", NEXT)
    _has_the_same_forms(source, new)
    assert own_words(new) == own_words(source)
    told, copied = call(source), call(new)
    assert told
    assert copied
    assert (copied.text, copied.criteria, copied.is_on) == (told.text, told.criteria, False)
    moved = NEXT - THE_DAY
    assert on_the_wall(copied.opens_at) - on_the_wall(told.opens_at) == moved
    assert on_the_wall(copied.closes_at) - on_the_wall(told.closes_at) == moved


def test_the_copy_of_a_letter_speaks_of_the_new_day() -> None:
    new = editions.copy_edition(
        source_id=a_whole_year(), outline=Outline("Provdagen 2028", NEXT, NEXT), by=OPERATOR
    )
    editions.publish(edition_id=new, by=OPERATOR)
    TicketKind.objects.filter(edition=new).update(opens_at=None, closes_at=None)

    row = build.registered(TicketKind.objects.get(edition=new))
    jobs.write(reference=str(row.reference), about="received")

    letter = OutgoingMail.objects.get()
    assert letter.subject == "Vi ses 9 februari 2028"
    assert "sv: Åsa Prov, Provdagen 2028, Kulturladan" in letter.text


def test_what_belongs_to_people_is_not_copied() -> None:
    source = a_whole_year()
    Call.objects.update(closes_at=None, opens_at=None)
    a_proposal(source)

    new = editions.copy_edition(source_id=source, outline=Outline("Provdagen 2028", NEXT, NEXT), by=OPERATOR)

    assert not Proposal.objects.filter(edition=new).exists()
    assert TicketKind.objects.get(edition=new).taken == 0


def _has_the_same_forms(source: int, new: int) -> None:
    assert Question.objects.filter(edition=new).count() == Question.objects.filter(edition=source).count()
    assert [(one.standard, one.kind, one.sensitive) for one in asked(new)] == [
        (one.standard, one.kind, one.sensitive) for one in asked(source)
    ]
    (old_ticket, ticket) = (TicketKind.objects.get(edition=key) for key in (source, new))
    assert (ticket.name, ticket.quota, ticket.taken) == ("Besökare", 60, 0)
    for name in ("opens_at", "closes_at"):
        moved = on_the_wall(getattr(ticket, name)) - on_the_wall(getattr(old_ticket, name))
        assert moved == NEXT - THE_DAY, name
