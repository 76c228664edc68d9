"""Series and editions: begun, copied with their dates moved, published, cancelled."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests.people import person
from samverk.parts.day.actions import editions as actions
from samverk.parts.day.actions.editions import Outline
from samverk.parts.day.models import Edition
from samverk.parts.day.presenters import comparing
from samverk.parts.day.queries import editions as queries
from samverk.parts.day.queries.programme import programme
from samverk.parts.day.registry import copying, figures
from samverk.parts.day.rules.shifting import STOCKHOLM
from samverk.parts.day.tests.building import (
    THE_DAY,
    a_room,
    a_series,
    a_session,
    a_speaker,
    a_stream,
    an_edition,
    at,
)

pytestmark = pytest.mark.django_db
NEXT = date(2028, 2, 9)


def copied(source: int, first: date = NEXT, last: date | None = None) -> int:
    outline = Outline("Provdagen 2028", first, last or first)
    return actions.copy_edition(source_id=source, outline=outline, by=OPERATOR)


def a_whole_edition() -> int:
    edition = an_edition(lead="En ingress", venue_name="Kulturladan", hearing_loop=True, cost=90_000)
    room, stream, speaker = a_room(edition), a_stream(edition), a_speaker(edition)
    a_session(edition, "Inledning", "9.00", "9.45", room_id=room, stream_id=stream, speaker_ids=(speaker,))
    a_session(edition, "Räkna", "10.00", "11.00", room_id=room, capacity=40, online_url="https://x.example")
    a_session(edition, "Det som ställdes in", "13.00", "14.00", is_cancelled=True)
    return edition


def test_a_copy_has_the_skeleton_of_the_programme_at_the_same_hours_on_the_new_day() -> None:
    new = programme(copied(a_whole_edition()))

    assert [(one.title, one.room.name if one.room else "") for one in new.sessions] == [
        ("Inledning", "Stora salen"),
        ("Räkna", "Stora salen"),
    ]
    assert [one.starts_at.astimezone(STOCKHOLM) for one in new.sessions] == [
        at("9.00", NEXT),
        at("10.00", NEXT),
    ]
    assert new.sessions[1].capacity == 40


def test_a_copy_brings_the_texts_but_neither_speakers_nor_links_nor_costs() -> None:
    new = copied(a_whole_edition())

    facts = queries.edition(new)
    assert facts is not None
    assert (facts.line.lead, facts.venue_name, facts.access.hearing_loop) == (
        "En ingress",
        "Kulturladan",
        True,
    )
    assert (facts.cost, facts.line.state, facts.followup_id) == (None, "draft", None)
    assert [one.speakers for one in programme(new).sessions] == [(), ()]
    assert {one.online_url for one in programme(new).sessions} == {""}


def test_the_rooms_of_a_copy_are_its_own() -> None:
    source = a_whole_edition()
    new = copied(source)

    ours, theirs = ({room.id for room in programme(key).rooms} for key in (new, source))
    assert ours.isdisjoint(theirs)


def test_others_copy_what_they_have_with_the_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[copying.Copying] = []
    monkeypatch.setattr(copying, "_registered", {"prov": told.append})
    source = a_whole_edition()

    new = copied(source)

    (what,) = told
    assert (what.source_id, what.target_id, what.days) == (source, new, (NEXT - THE_DAY).days)
    assert len(what.sessions) == 2


def test_when_the_first_day_moves_the_programme_moves_along_even_with_one_speaker_all_day() -> None:
    edition = an_edition(ends_on=THE_DAY + timedelta(days=1))
    speaker, room = a_speaker(edition), a_room(edition)
    facts: dict[str, Any] = {"speaker_ids": (speaker,), "room_id": room}
    a_session(edition, "Första", "9.00", "10.00", **facts)
    a_session(edition, "Andra", "10.00", "11.00", **facts)
    later = {"starts_on": THE_DAY + timedelta(days=1), "ends_on": THE_DAY + timedelta(days=2)}

    actions.change_edition(edition_id=edition, facts=later, by=OPERATOR)

    starts: list[datetime] = [one.starts_at for one in programme(edition).sessions]
    assert starts == [at("9.00", later["starts_on"]), at("10.00", later["starts_on"])]


def test_days_with_sessions_are_not_cut_off() -> None:
    edition = an_edition(ends_on=THE_DAY + timedelta(days=1))
    session = a_session(edition)
    Edition.objects.get(pk=edition).sessions.filter(pk=session).update(
        starts_at=at("9.00", THE_DAY + timedelta(days=1)), ends_at=at("10.00", THE_DAY + timedelta(days=1))
    )

    with pytest.raises(ValidationError) as refused:
        actions.change_edition(edition_id=edition, facts={"ends_on": THE_DAY}, by=OPERATOR)
    assert "ends_on" in refused.value.message_dict


def test_two_editions_in_a_year_have_addresses_of_their_own() -> None:
    series = a_series()
    first, second = an_edition(series), an_edition(series)

    slugs = dict(Edition.objects.values_list("pk", "slug"))
    assert (slugs[first], slugs[second]) == ("2027", "2027-04-14")


def test_a_series_is_told_once() -> None:
    a_series()

    with pytest.raises(ValidationError):
        a_series()


def test_only_organisers_and_administrators_arrange() -> None:
    series = a_series()
    outline = Outline("x", THE_DAY, THE_DAY)
    for name, role in (("Orvar Ordnare", Role.ORGANISER), ("Ada Admin", Role.ADMINISTRATOR)):
        assert actions.create_edition(series_id=series, outline=outline, by=person(name, role))

    for name, role in (("Eva Redaktör", Role.EDITOR), ("Rut Företrädare", Role.REPRESENTATIVE)):
        with pytest.raises(PermissionDenied):
            actions.create_edition(series_id=series, outline=outline, by=person(name, role))


def test_editions_stand_side_by_side_with_their_figures() -> None:
    source = a_whole_edition()
    copied(source)
    line = queries.edition(source)
    assert line is not None
    series = queries.series(line.line.series_id)
    assert series is not None

    table = comparing.comparison(series.editions).table

    assert [column.label for column in table.columns[1:]] == ["Provdagen 2027", "Provdagen 2028"]
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Programpunkter"] == ["2", "2"]
    assert rows["Föreläsare i programmet"] == ["1", "0"]
    assert [cell.replace("\xa0", " ") for cell in rows["Kostnad"]] == ["90 000 kr", "–"]


def test_the_cost_is_divided_by_those_who_were_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    first = a_whole_edition()
    second = copied(first)
    ours = {figure.name: figure for figure in figures.registered()}
    registered = figures.Figure("registered", "Anmälda", lambda keys: {first: 180, second: 0})
    monkeypatch.setattr(figures, "_registered", {**ours, "registered": registered})
    facts = queries.edition(first)
    assert facts is not None
    series = queries.series(facts.line.series_id)
    assert series is not None

    rows = {row[0]: row[1:] for row in comparing.comparison(series.editions).table.rows}

    assert rows["Kostnad för varje anmäld"] == ["500 kr", "–"]
