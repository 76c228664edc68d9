"""Answers that lead on."""

from django.http import HttpResponseRedirect


class SeeOther(HttpResponseRedirect):
    """Leads on after a post, to be fetched with GET (RFC 9110, 15.4.4)."""

    status_code = 303
