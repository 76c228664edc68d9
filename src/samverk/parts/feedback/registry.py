"""What editors do with comments, as the log says it."""

from django.utils.translation import gettext_lazy as _

HISTORY = {
    "feedback.answer": _("besvarade en synpunkt"),
    "feedback.assign": _("tilldelade en synpunkt"),
    "feedback.assign_many": _("tilldelade flera synpunkter"),
    "feedback.choose_digest": _("valde hur ofta brevet om synpunkter kommer"),
    "feedback.close": _("avslutade en synpunkt"),
    "feedback.close_many": _("avslutade flera synpunkter"),
    "feedback.delete": _("tog bort en synpunkt"),
    "feedback.export": _("hämtade synpunkter som fil"),
    "feedback.forget": _("raderade gamla synpunkter"),
    "feedback.let_in": _("släppte in en synpunkt"),
    "feedback.let_in_many": _("släppte in flera synpunkter"),
    "feedback.merge": _("slog ihop en synpunkt med en annan"),
    "feedback.merged_here": _("slog ihop en annan synpunkt med den här"),
    "feedback.part": _("skilde åt sammanslagna synpunkter"),
    "feedback.pass_on": _("skickade svaret till fler"),
    "feedback.reopen": _("öppnade en synpunkt igen"),
    "feedback.share_out": _("bestämde vem som ansvarar för en del av webbplatsen"),
    "feedback.throw_away_many": _("slängde undanlagda synpunkter"),
    "feedback.try_again": _("skickade ett svar igen"),
}
