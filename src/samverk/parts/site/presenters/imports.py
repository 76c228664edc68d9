"""What an importer says, in the words of the screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samverk.engine.article import ArticleError, Note, Reason

REASONS: dict[Reason, str | Promise] = {
    Reason.COOKIES: _("kakmeddelande"),
    Reason.NAVIGATION: _("meny och verktyg"),
    Reason.FORM: _("formulär"),
    Reason.CAPTCHA: _("kontroll av människa"),
    Reason.WARNING: _("varningstext"),
    Reason.SHARING: _("delning"),
    Reason.EMPTY_LABEL: _("etikett utan innehåll"),
    Reason.FOOTER: _("sidfot"),
    Reason.HIDDEN: _("dold text"),
    Reason.ASIDE: _("vid sidan av"),
    Reason.DATE: _("datum"),
    Reason.CONTACT: _("mer om kontakten"),
}


def sentence(problem: ArticleError | Note) -> str:
    """Say in the reader's language what is wrong, or what to look at."""
    values = {name: gettext(value) if value else "" for name, value in problem.values.items()}
    return gettext(problem.message).format(**values)
