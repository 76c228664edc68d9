"""Django forms in the design language, wherever `{{ form }}` is written."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Use as `FORM_RENDERER`; widgets keep Django's own templates."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
