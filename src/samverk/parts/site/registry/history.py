"""What editors do with pages, as the log says it."""

from django.utils.translation import gettext_lazy as _

HISTORY = {
    "site.create_draft": _("började på en sida"),
    "site.import_page": _("importerade en sida"),
    "site.keep_contact": _("sparade en kontaktperson"),
    "site.publish": _("publicerade en sida"),
    "site.revise": _("ändrade en sida"),
    "site.submit": _("skickade en sida för granskning"),
    "site.translate": _("började översätta en sida"),
    "site.write_statement": _("skrev tillgänglighetsredogörelsen"),
}
