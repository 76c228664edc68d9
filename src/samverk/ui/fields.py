"""A bound form field as the field component sees it, and what forms offer to choose among."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm, BoundField, ChoiceField, Form
from django.forms.boundfield import BoundWidget
from django.forms.widgets import CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.utils.safestring import SafeString

CHOICES = (RadioSelect, CheckboxSelectMultiple)


@dataclass(frozen=True)
class FieldView:
    """Label, hint, errors and control of one field, with the ids that tie them together."""

    id: str
    label: str
    hint: str
    errors: tuple[str, ...]
    kind: str
    optional: bool
    control: SafeString
    choices: tuple[BoundWidget, ...]

    @property
    def hint_id(self) -> str:
        """Where `aria-describedby` finds the hint."""
        return f"{self.id}_helptext"

    @property
    def error_id(self) -> str:
        """Where `aria-describedby` finds the error."""
        return f"{self.id}_error"

    @property
    def described_by(self) -> str:
        """The ids of what describes the control, in reading order."""
        return " ".join(
            name for name, there in ((self.hint_id, self.hint), (self.error_id, self.errors)) if there
        )


def offer(form: BaseForm, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    """Give a field its choices, where they are known first when the form is made.

    :raises TypeError: when it is no field to choose in.
    """
    field = form.fields[name]
    if not isinstance(field, ChoiceField):
        raise TypeError(f"{name} is no field to choose in")
    field.choices = list(choices)


def view_of(field: BoundField, *, label: str = "", hint: str = "") -> FieldView:
    """Everything that the field component draws; `label` and `hint` override the field's own."""
    kind = _kind(field)
    hint = str(hint or field.help_text or "")
    errors = tuple(str(error) for error in field.errors)
    attributes = _attributes(field, kind=kind, described=bool(hint), failed=bool(errors))
    return FieldView(
        id=field.auto_id,
        label=str(label or field.label),
        hint=hint,
        errors=errors,
        kind=kind,
        optional=not field.field.required and kind != "checkbox",
        control=SafeString("") if kind == "choices" else field.as_widget(attrs=attributes),
        choices=_choices(field, attributes) if kind == "choices" else (),
    )


def errors_of(form: Form) -> list[tuple[str, str]]:
    """The error summary's lines: (id to jump to, text); an empty id when no field is to blame."""
    lines = [("", str(error)) for error in form.non_field_errors()]
    for field in form.visible_fields():
        lines += [(_first_control(field), _line(field, error)) for error in field.errors]
    lines += [("", _line(field, error)) for field in form.hidden_fields() for error in field.errors]
    return lines


def _line(field: BoundField, error: object) -> str:
    """The error under its label, since it now stands far from the field."""
    label = str(field.label).rstrip(" ?:.")
    return f"{label}: {error}" if label else str(error)


def _kind(field: BoundField) -> str:
    widget = field.field.widget
    if isinstance(widget, CHOICES):
        return "choices"
    if isinstance(widget, CheckboxInput):
        return "checkbox"
    return "group" if widget.use_fieldset else "control"


def _attributes(field: BoundField, *, kind: str, described: bool, failed: bool) -> dict[str, str | bool]:
    widget = field.field.widget
    own = [widget.attrs[key] for key in ("class",) if widget.attrs.get(key)]
    attributes: dict[str, str | bool] = {"class": " ".join(["ds-input", *own])}
    if kind in ("control", "checkbox"):
        ids = [f"{field.auto_id}_helptext"] * described + [f"{field.auto_id}_error"] * failed
        if ids:
            attributes["aria-describedby"] = " ".join(ids)
    if failed:
        attributes["aria-invalid"] = "true"
    return attributes


def _choices(field: BoundField, attributes: dict[str, str | bool]) -> tuple[BoundWidget, ...]:
    widget = field.field.widget
    built = field.build_widget_attrs({**attributes, "id": field.auto_id}, widget)
    built.pop("aria-describedby", None)
    renderer = field.form.renderer
    options = widget.subwidgets(field.html_name, field.value(), attrs=built)
    return tuple(BoundWidget(widget, option, renderer) for option in options)


def _first_control(field: BoundField) -> str:
    return f"{field.auto_id}_0" if _kind(field) in ("choices", "group") else field.auto_id
