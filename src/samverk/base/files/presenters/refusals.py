"""Refusals in the words of the screen."""

from django.utils.translation import gettext_lazy as _

from samverk.base.files.rules.refusal import Reason, Refused

SENTENCES = {
    Reason.EMPTY: _("Filen är tom. Välj en annan fil."),
    Reason.TOO_LARGE: _("Filen är för stor. Dela upp den eller spara den i mindre format."),
    Reason.UNKNOWN_KIND: _("Vi känner inte igen filen. Spara den i ett vanligt format och försök igen."),
    Reason.OTHER_KIND: _("Filens innehåll är något annat än filnamnet säger. Spara om filen i rätt format."),
    Reason.BROKEN: _("Filen verkar vara trasig och går inte att läsa. Spara om den och försök igen."),
    Reason.TOO_MANY_PIXELS: _("Bilden har för många bildpunkter. Minska den till högst 50 miljoner."),
    Reason.ANIMATED: _("Rörliga bilder går inte att stoppa för den som läser. Ladda upp en film i stället."),
    Reason.MACROS: _("Dokumentet innehåller makron eller program. Spara det utan makron och försök igen."),
    Reason.ACTIVE: _("PDF-filen innehåller skript eller andra aktiva delar. Skriv ut den till en ny PDF."),
    Reason.LOCKED: _("Filen är låst med lösenord. Spara den utan lösenord och försök igen."),
    Reason.NOT_TEXT: _("Filen är inte text i UTF-8. Spara om den som UTF-8 och försök igen."),
    Reason.NOT_CAPTIONS: _("Undertexterna är inte giltig WebVTT. Spara om dem som .vtt och försök igen."),
}


def sentence(refusal: Refused) -> str:
    """What to say to the person who uploaded."""
    return str(SENTENCES[refusal.reason])
