"""How editors see what pages share."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from samverk.parts.site.models import ContactPerson


class ContactPersons(SnippetViewSet):
    """The contact persons, in the editors' menu."""

    model = ContactPerson
    icon = "user"
    menu_label = _("Kontaktpersoner")
    menu_order = 250
    add_to_admin_menu = True
    list_display = ("name", "role", "email")
    search_fields = ("name", "role", "email")
    inspect_view_enabled = False
