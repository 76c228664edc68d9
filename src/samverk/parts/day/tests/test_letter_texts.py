"""Letters that organisers write: their own words, with fields, in each language; the facts always stay."""

from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from samverk.base.mail.models import OutgoingMail
from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests.people import person, signed_in
from samverk.parts.day import jobs
from samverk.parts.day.actions import editions, registration, texts
from samverk.parts.day.actions.editions import Outline
from samverk.parts.day.models import LetterText, Registration
from samverk.parts.day.presenters import texts as presenters
from samverk.parts.day.queries import texts as queries
from samverk.parts.day.rules.letters import About
from samverk.parts.day.rules.texts import (
    FIELDS,
    Letter,
    filled,
    has_loose_brace,
    safe_name,
    unknown_fields,
)
from samverk.parts.day.tests import build


def keeps(edition_id: int, letter: Letter = Letter.SEAT, **facts: Any) -> None:
    told = {"language": "sv", "subject": "Välkommen till {dag}", "text": "Kära {namn}!\n\nTa med tofflor."}
    texts.keep(edition_id=edition_id, letter=letter, by=OPERATOR, **{**told, **facts})


def the_letter(row: Registration, about: About = About.RECEIVED) -> OutgoingMail:
    OutgoingMail.objects.all().delete()
    jobs.write(reference=str(row.reference), about=about)
    return OutgoingMail.objects.get()


@pytest.fixture
def organiser(db: None) -> Client:
    return signed_in(person("Orvar Ordnare", Role.ORGANISER))


@pytest.mark.django_db
def test_a_letter_has_good_words_when_nobody_has_written_any() -> None:
    letter = the_letter(build.registered(build.kind()))

    assert letter.subject == "Din plats på Dagen 2027"
    assert "Hej Åsa Prov!" in letter.text
    assert "Vad roligt att du kommer." in letter.html


@pytest.mark.django_db
@pytest.mark.parametrize("letter", list(Letter))
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_standard_letter_has_only_fields_that_are_filled_in(letter: Letter, language: str) -> None:
    words = presenters.standard(letter, language)

    assert unknown_fields(words.subject + words.text) == ()
    assert not has_loose_brace(words.subject + words.text)
    assert words.subject


@pytest.mark.django_db
def test_an_organisers_words_stand_in_the_letter_and_the_facts_stay() -> None:
    kind = build.kind(edition=build.edition(venue_name="Kulturladan"))
    keeps(kind.edition_id)
    row = build.registered(kind)

    letter = the_letter(row)

    assert letter.subject == "Välkommen till Dagen 2027"
    for text in (letter.text, letter.html):
        assert "Kära Åsa Prov!" in text
        assert "Ta med tofflor." in text
        assert "Vad roligt" not in text
        assert "Du har en plats" in text
        assert "15 april 2027" in text
        assert "Kulturladan" in text
        assert "/dagar/anmalan/" in text


@pytest.mark.django_db
def test_each_language_has_words_of_its_own() -> None:
    kind = build.kind()
    keeps(kind.edition_id)
    english = build.registered(kind, language="en")

    assert "Ta med tofflor." not in the_letter(english).text
    keeps(kind.edition_id, language="en", subject="Welcome", text="Bring slippers.")
    letter = the_letter(english)
    assert letter.subject == "Welcome"
    assert "Bring slippers." in letter.text


@pytest.mark.django_db
def test_what_somebody_calls_themselves_is_never_read_as_a_field_or_as_markup() -> None:
    kind = build.kind()
    keeps(kind.edition_id)

    letter = the_letter(build.registered(kind, name="{plats} <b>Fet</b>"))

    assert "Kära {plats} <b>Fet</b>!" in letter.text or "Kära!" in letter.text
    assert "<b>Fet" not in letter.html


@pytest.mark.parametrize(
    "name", ["Vinn nu: http://ond.example", "www.ond.example", "ond.example", "a@b.se", "x" * 81]
)
def test_a_name_that_could_be_an_advertisement_is_left_out(name: str) -> None:
    assert safe_name(name) == ""
    assert filled("Hej {namn}!", {"namn": safe_name(name)}) == "Hej!"


@pytest.mark.parametrize("name", ["Åsa Prov", "Jean-Luc d'Été", "José Á. Ñandú", "O’Brien"])
def test_names_of_people_are_kept(name: str) -> None:
    assert safe_name(name) == name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hej {nam}!", "Fältet {nam} finns inte. De som finns är {namn}, {dag}, {datum}, {plats}."),
        ("Hej {namn och {hej}", "Fältet {hej} finns inte."),
        ("Hej {namn!", "En klammer saknar sin andra halva."),
        ("Hej namn}!", "En klammer saknar sin andra halva."),
        ("{}", "Fältet {} finns inte."),
    ],
)
def test_a_wrong_field_is_told_on_the_field_and_nothing_is_kept(
    organiser: Client, text: str, told: str
) -> None:
    edition = build.edition()

    answer = organiser.post(f"/arrangera/{edition.pk}/brev/seat/sv/", {"subject": "Hej", "text": text})

    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not LetterText.objects.exists()


def test_a_letter_is_shown_with_an_invented_visitor_before_it_is_kept(organiser: Client) -> None:
    edition = build.edition()
    sent = {"subject": "Om {dag}", "text": "Hej {namn}, vi ses {datum}.", "do": "show"}

    answer = organiser.post(f"/arrangera/{edition.pk}/brev/reminder/sv/", sent)

    assert "Om Dagen 2027" in answer.content.decode()
    assert "Hej Alva Exempel, vi ses 15 april 2027." in answer.content.decode()
    assert not LetterText.objects.exists()


def test_words_are_kept_replaced_and_restored(organiser: Client) -> None:
    edition = build.edition()
    address = f"/arrangera/{edition.pk}/brev/seat/sv/"

    for text in ("Första", "Andra"):
        organiser.post(address, {"subject": "Hej", "text": text, "do": "keep"})
    assert LetterText.objects.get().text == "Andra"
    assert "egen text" in organiser.get(f"/arrangera/{edition.pk}/brev/").content.decode()

    organiser.post(address, {"do": "restore"})
    assert not LetterText.objects.exists()


def test_words_that_are_the_standard_ones_are_not_kept(organiser: Client) -> None:
    edition = build.edition()
    words = presenters.standard(Letter.SEAT, "sv")

    sent = {"subject": words.subject, "text": words.text.replace("\n", "\r\n")}
    organiser.post(f"/arrangera/{edition.pk}/brev/seat/sv/", sent)

    assert not LetterText.objects.exists()


def test_letters_and_languages_that_do_not_exist_are_not_found(organiser: Client) -> None:
    edition = build.edition()

    for address in ("brev/seat/xx/", "brev/dumheter/sv/", "utskick/seat/", "utskick/on_again/"):
        assert organiser.get(f"/arrangera/{edition.pk}/{address}").status_code == 404


@pytest.mark.django_db
def test_a_copy_has_the_words_and_fills_in_its_own_dates() -> None:
    edition = build.edition()
    keeps(edition.pk, text="Vi ses {datum}.")
    outline = Outline("Dagen 2028", build.THE_DAY.replace(year=2028), build.THE_DAY.replace(year=2028))

    new = editions.copy_edition(source_id=edition.pk, outline=outline, by=OPERATOR)

    assert queries.own_words(new) == queries.own_words(edition.pk)
    editions.publish(edition_id=new, by=OPERATOR)
    kind = build.kind(edition=LetterText.objects.get(edition=new).edition)
    assert "Vi ses 15 april 2028." in the_letter(build.registered(kind)).text
    LetterText.objects.filter(edition=new).delete()
    assert LetterText.objects.filter(edition=edition).exists()


@pytest.mark.django_db
def test_the_link_alone_is_sent_without_other_words() -> None:
    kind = build.kind()
    keeps(kind.edition_id)
    row = build.registered(kind)

    letter = the_letter(row, About.LINK)

    assert letter.subject == "Din länk till Dagen 2027"
    assert "tofflor" not in letter.text


@pytest.mark.django_db
def test_no_letter_says_that_a_seat_is_free_when_the_day_is_cancelled() -> None:
    kind = build.kind(quota=1)
    first, second = build.registered(kind), build.registered(kind, email="birk@example.org")
    editions.cancel(edition_id=kind.edition_id, by=OPERATOR)
    registration.cancel(registration_id=first.pk, now=build.NOW)

    second.refresh_from_db()
    jobs.write(reference=str(second.reference), about=About.OFFER)

    assert second.state == "waiting"
    assert not OutgoingMail.objects.exists()


WORDS = st.text(st.characters(blacklist_characters="{}", blacklist_categories=["Cs"]), max_size=30)
PIECES = st.lists(st.one_of(WORDS, st.sampled_from([f"{{{name}}}" for name in FIELDS])), max_size=12)
VALUES = st.fixed_dictionaries({name: st.text(max_size=20) for name in FIELDS})


@given(PIECES, VALUES)
def test_whatever_is_accepted_is_filled_in_and_what_is_filled_in_is_never_read_again(
    pieces: list[str], values: dict[str, str]
) -> None:
    text = "".join(pieces)

    assert unknown_fields(text) == ()
    assert not has_loose_brace(text)
    marked = {name: f"\x00{name}\x00" for name in FIELDS}
    expected = filled(text, marked)
    for name in FIELDS:
        if values[name]:
            expected = expected.replace(f"\x00{name}\x00", values[name]) if "\x00" not in values[name] else ""
    if all(value and "\x00" not in value for value in values.values()):
        assert filled(text, values) == expected


@given(st.text(max_size=60))
def test_any_text_can_be_filled_in_and_no_known_field_is_left(text: str) -> None:
    done = filled(text, dict.fromkeys(FIELDS, "x"))

    assert not any(f"{{{name}}}" in done for name in FIELDS)
