import gettext

import pytest
from babel.messages.catalog import Catalog
from django.utils.translation import gettext as translate
from django.utils.translation import override

from samverk.config import catalogues, languages


@pytest.fixture
def locale(tmp_path, monkeypatch):
    monkeypatch.setattr(languages, "LOCALE", tmp_path)
    return tmp_path


def texts_of(markup: str, tmp_path) -> list:
    page = tmp_path / "page.html"
    page.write_text(markup)
    return list(catalogues._texts(page))


def english(text: str, translation: str) -> Catalog:
    catalogue = Catalog(locale="en", fuzzy=False)
    catalogue.add(text, translation)
    return catalogue


def test_every_catalogue_is_complete_and_in_order():
    faults = catalogues.check()

    assert not faults, "Run: python -m samverk.config.catalogues extract\n" + "\n".join(map(str, faults))


def test_texts_are_found_in_the_tags_of_a_template(tmp_path):
    markup = '<p>{% translate "Välkommen" %}</p>{% blocktranslate %}Hej {{ name }}{% endblocktranslate %}'

    assert texts_of(markup, tmp_path) == [("Välkommen", None), ("Hej %(name)s", None)]


def test_plurals_are_found_in_a_template(tmp_path):
    markup = "{% blocktranslate count n=n %}{{ n }} sida{% plural %}{{ n }} sidor{% endblocktranslate %}"

    assert texts_of(markup, tmp_path) == [(("%(n)s sida", "%(n)s sidor"), None)]


def test_texts_are_found_in_the_attributes_of_a_component(tmp_path):
    markup = """<c-button label="{% translate 'Spara' %}" :hint="_('Du kan ändra senare')">x</c-button>"""

    assert texts_of(markup, tmp_path) == [("Spara", None), ("Du kan ändra senare", None)]


def test_texts_are_found_in_indented_markup_that_breaks_off(tmp_path):
    markup = "<ul>\n      <li>(\n  <li>{% translate 'Läs mer' %}\n"

    assert texts_of(markup, tmp_path) == [("Läs mer", None)]


def test_texts_are_found_in_code(tmp_path):
    module = tmp_path / "module.py"
    module.write_text(
        'a = _("Spara")\nb = ngettext("%d sida", "%d sidor", n)\nc = pgettext("verb", "Öppna")\nd = _(a)\n'
    )

    assert list(catalogues._texts(module)) == [
        ("Spara", None),
        (("%d sida", "%d sidor"), None),
        ("Öppna", "verb"),
    ]


def test_a_compiled_catalogue_can_be_read_by_gettext(locale):
    catalogues.write("en", english("Spara", "Save"))

    [compiled] = catalogues.compile_all()

    with compiled.open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Spara") == "Save"


def test_a_catalogue_is_compiled_once(locale):
    catalogues.write("en", english("Spara", "Save"))

    assert len(catalogues.compile_all()) == 1
    assert catalogues.compile_all() == []


def test_a_new_language_begins_with_every_text(locale, monkeypatch):
    monkeypatch.setattr(catalogues, "template", lambda: english("Spara", ""))

    catalogues.extract(["fit"])

    assert [message.id for message in catalogues.read("fit") if message.id] == ["Spara"]


def test_extraction_keeps_translations_and_drops_what_is_gone(locale, monkeypatch):
    catalogues.write("en", english("Spara", "Save"))
    current = english("Spara", "")
    current.add("Ångra")
    monkeypatch.setattr(catalogues, "template", lambda: current)

    catalogues.extract(["en"])

    assert {message.id: message.string for message in catalogues.read("en") if message.id} == {
        "Spara": "Save",
        "Ångra": "",
    }


def test_extraction_leaves_a_catalogue_alone_when_nothing_is_new(locale, monkeypatch):
    catalogues.write("en", english("Spara", "Save"))
    before = languages.catalogue("en").read_bytes()
    monkeypatch.setattr(catalogues, "template", lambda: english("Spara", ""))

    catalogues.extract(["en"])

    assert languages.catalogue("en").read_bytes() == before


@pytest.mark.parametrize(
    ("text", "translation", "what"),
    [
        ("Spara", "", "not translated"),
        ("Hej %(name)s", "Hello", "lacks a placeholder"),
        ("Hej", "Hello %(name)s", "has a placeholder"),
    ],
)
def test_a_faulty_translation_is_named(locale, monkeypatch, text, translation, what):
    catalogues.write("en", english(text, translation))
    monkeypatch.setattr(catalogues, "template", lambda: english(text, ""))

    [fault] = catalogues.check()

    assert what in str(fault)


def test_a_growing_language_may_lack_texts(locale, monkeypatch):
    arabic = Catalog(locale="ar", fuzzy=False)
    arabic.add("Spara")
    catalogues.write("ar", arabic)
    monkeypatch.setattr(catalogues, "template", lambda: english("Spara", ""))

    assert catalogues.check() == []


def test_a_text_that_nobody_uses_is_named(locale, monkeypatch):
    catalogues.write("en", english("Spara", "Save"))
    monkeypatch.setattr(catalogues, "template", lambda: Catalog())

    [fault] = catalogues.check()

    assert "no longer in use" in str(fault)


def test_the_command_says_how_it_is_used(capsys):
    assert catalogues.main([]) == 2
    assert "compile" in capsys.readouterr().out


def test_the_source_language_mends_what_other_packages_lack():
    with override("sv"):
        assert translate("Autosave is paused") == "Det sparas inte av sig självt just nu"


def test_the_source_language_is_left_out_when_texts_are_collected(locale):
    for code in ("sv", "en"):
        catalogues.write(code, english("Spara", "Save"))

    assert catalogues.translations() == ["en"]
