"""Fields: every control has its label, and hint and error are tied to it."""

import pytest
from django import forms

from samverk.ui.fields import errors_of, offer


class Booking(forms.Form):
    name = forms.CharField(label="Namn", help_text="Som på legitimationen")
    phone = forms.CharField(label="Telefon", required=False)
    way = forms.ChoiceField(
        label="Hur?", choices=[("a", "På plats"), ("b", "På distans")], widget=forms.RadioSelect
    )
    agree = forms.BooleanField(label="Jag har läst villkoren")
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


def refused() -> Booking:
    form = Booking({"phone": "1"})
    form.full_clean()
    return form


def test_a_control_has_its_label(render):
    page = render('<c-field :field="form.name" />', form=Booking())
    assert page.label["for"] == page.input["id"]


def test_hint_describes_the_control(render):
    page = render('<c-field :field="form.name" />', form=Booking())
    assert page.find(id=page.input["aria-describedby"]).text == "Som på legitimationen"


def test_hint_may_be_given_by_the_page(render):
    page = render('<c-field :field="form.phone" hint="Med riktnummer" />', form=Booking())
    assert page.find(id=page.input["aria-describedby"]).text == "Med riktnummer"


def test_an_error_describes_the_control_after_the_hint(render):
    page = render('<c-field :field="form.name" />', form=refused())
    assert page.input["aria-describedby"].split() == ["id_name_helptext", "id_name_error"]
    assert page.input["aria-invalid"] == "true"
    assert "Fel:" in page.find(id="id_name_error").text


def test_a_field_without_hint_or_error_is_described_by_nothing(render):
    page = render('<c-field :field="form.phone" />', form=Booking())
    assert not page.input.has_attr("aria-describedby")
    assert not page.input.has_attr("aria-invalid")


def test_what_is_optional_says_so(render):
    page = render('<c-field :field="form.name" /><c-field :field="form.phone" />', form=Booking())
    assert [bool(label.find(class_="optional")) for label in page("label")] == [False, True]


def test_choices_stand_in_a_fieldset_with_one_label_each(render):
    page = render('<c-field :field="form.way" />', form=Booking())
    assert page.fieldset.legend.text == "Hur?"
    assert [(label["for"], label.text) for label in page("label")] == [
        ("id_way_0", "På plats"),
        ("id_way_1", "På distans"),
    ]
    assert [choice["id"] for choice in page("input")] == ["id_way_0", "id_way_1"]


def test_the_error_of_choices_describes_the_fieldset(render):
    page = render('<c-field :field="form.way" />', form=refused())
    assert page.fieldset["aria-describedby"] == "id_way_error"


def test_a_checkbox_stands_before_its_label(render):
    page = render('<c-field :field="form.agree" />', form=Booking())
    assert page.input.find_next("label")["for"] == page.input["id"]


def test_a_hidden_field_is_only_itself(render):
    page = render('<c-field :field="form.secret" />', form=Booking())
    assert page.input["type"] == "hidden"
    assert not page.label


def test_a_widget_keeps_its_own_class(render):
    form = forms.Form()
    form.fields["x"] = forms.CharField(widget=forms.TextInput({"class": "search"}))
    assert render('<c-field :field="form.x" />', form=form).input["class"] == ["ds-input", "search"]


def test_the_summary_leads_to_each_control():
    assert [target for target, text in errors_of(refused())] == ["id_name", "id_way_0", "id_agree"]


def test_the_summary_takes_focus_and_links(render):
    page = render('<c-error-summary :form="form" />', form=refused())
    summary = page.find(id="felen")
    assert summary["tabindex"] == "-1"
    assert summary.h2.text == "3 uppgifter behöver rättas"
    assert summary.a["href"] == "#id_name"


def test_there_is_no_summary_without_errors(render):
    assert not render('<c-error-summary :form="form" />', form=Booking()).find(id="felen")


def test_a_form_draws_all_its_fields_and_its_button(render):
    page = render('<c-form :form="form" method="get" submit="Boka" />', form=Booking())
    assert [control["name"] for control in page("input")] == [
        "secret",
        "name",
        "phone",
        "way",
        "way",
        "agree",
    ]
    assert page.button.text == "Boka"


def test_a_form_may_be_laid_out_by_the_page(render):
    page = render(
        '<c-form :form="form" method="get"><c-field :field="form.phone" /></c-form>', form=Booking()
    )
    assert [control["name"] for control in page("input")] == ["phone"]


def test_any_form_renders_in_the_design_language(render):
    page = render("{{ form }}", form=Booking())
    assert page.find(id="id_name")["class"] == ["ds-input"]


def test_a_form_offers_what_is_known_first_when_it_is_made():
    form = Booking()

    offer(form, "way", [("c", "Per brev")])

    assert 'value="c"' in str(form["way"])
    assert 'value="a"' not in str(form["way"])


def test_nothing_is_offered_where_there_is_nothing_to_choose():
    with pytest.raises(TypeError):
        offer(Booking(), "name", [("c", "Per brev")])
