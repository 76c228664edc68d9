"""What people do with accounts, roles and letters, as the log says it."""

from django.utils.translation import gettext_lazy as _

HISTORY = {
    "people.sign_in": _("loggade in"),
    "people.sign_out": _("loggade ut"),
    "people.sign_in_failed": _("misslyckad inloggning"),
    "people.locked_out": _("utelåst efter för många försök"),
    "people.unlock": _("låste upp kontot"),
    "people.account_opened": _("öppnade sitt konto"),
    "people.details_changed": _("ändrade sina uppgifter"),
    "people.password_changed": _("bytte lösenord"),
    "people.password_set": _("valde ett lösenord"),
    "people.password_reset": _("valde nytt lösenord med länk"),
    "people.email_changed": _("bytte e-postadress"),
    "people.second_factor_added": _("lade till ett andra steg"),
    "people.second_factor_removed": _("tog bort ett andra steg"),
    "people.second_factors_removed": _("tog bort andras andra steg"),
    "people.second_factor_failed": _("skrev fel engångskod"),
    "people.recovery_codes_renewed": _("skapade nya reservkoder"),
    "people.broker_connected": _("kopplade en identitetstjänst"),
    "people.erase": _("tog bort en person"),
    "organisations.found": _("lade till en organisation"),
    "organisations.describe": _("ändrade en organisation"),
    "organisations.invite": _("bjöd in"),
    "organisations.withdraw": _("drog tillbaka en inbjudan"),
    "organisations.affiliate": _("gav en roll"),
    "organisations.end_affiliation": _("avslutade en roll"),
    "mail.try_again": _("skickade ett brev igen"),
    "queue.try_again": _("startade om ett bakgrundsjobb"),
}
