from datetime import date

import pytest
from django.test import override_settings
from django.utils import formats, translation

from samverk.config import languages


def test_swedish_needs_no_translation_file():
    assert languages.chosen("sv") == [("sv", "Svenska")]


def test_languages_keep_their_order_and_come_once():
    assert [code for code, _ in languages.chosen("en, sv,EN,")] == ["en", "sv"]


def test_a_language_is_named_in_its_own_words():
    assert dict(languages.chosen("sv,ar"))["ar"] == "العربية"


def test_a_language_without_a_translation_file_says_how_to_make_one():
    with pytest.raises(languages.UnknownLanguageError, match="extract fi"):
        languages.chosen("sv,fi")


def test_a_code_that_nobody_knows_is_refused():
    with pytest.raises(languages.UnknownLanguageError, match="not the code"):
        languages.chosen("sv,xx")


def test_no_language_at_all_is_refused():
    with pytest.raises(languages.UnknownLanguageError, match="empty"):
        languages.chosen(" , ")


@pytest.mark.parametrize("code", ["sv", "en", "fi", "fit", "se", "ar"])
def test_every_planned_language_has_a_name_and_a_direction(code):
    facts = translation.get_language_info(code)

    assert facts["name_local"]
    assert facts["bidi"] is (code == "ar")


@pytest.mark.parametrize(
    ("code", "written"), [("sv", "17 april 2018"), ("en", "17 April 2018"), ("se", "17 april 2018")]
)
def test_dates_are_written_day_first(code, written):
    with translation.override(code):
        assert formats.date_format(date(2018, 4, 17)) == written


@override_settings(LANGUAGES=[("sv", "Svenska"), ("ar", "العربية")])
def test_arabic_is_written_from_right_to_left():
    with translation.override("ar"):
        assert translation.get_language_bidi()
