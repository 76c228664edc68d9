"""How the installation is doing, in the words of the screen."""

from django.utils.translation import gettext_lazy as _

from samverk.base.web.queries import Finding

NAMES = {
    "database": _("Databasen"),
    "migrations": _("Databasens tabeller"),
    "worker": _("Bakgrundsjobben"),
    "files": _("Uppladdade filer"),
}
PROBLEMS = {
    "database": _("Databasen svarar inte."),
    "migrations": _("Tabellerna är inte uppdaterade. Kör: samverk migrate"),
    "worker": _("Ingen har arbetat med jobben den senaste minuten. Kör: samverk worker"),
    "files": _("Det går inte att spara filer. Kontrollera utrymmet och rättigheterna i mappen var/media."),
}


def in_words(findings: list[Finding]) -> list[tuple[str, str]]:
    """Each part that was looked at, and what is wrong with it; empty when nothing is."""
    return [
        (str(NAMES[finding.name]), str(PROBLEMS[finding.name]) if finding.problem else "")
        for finding in findings
    ]
