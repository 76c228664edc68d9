"""The form at the foot of every public page. It is the same for every reader, and costs the page no query."""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from samverk.parts.feedback.forms.sending import AUTO_ID, CommentForm
from samverk.parts.feedback.models import Kind
from samverk.parts.feedback.presenters import sending as presenters
from samverk.parts.site.registry.foot import Spot

PAGES_WITHOUT = (
    *("account_", "mfa_", "people_", "usersessions_", "socialaccount_", "openid_connect_"),
    *("feedback:", "ui:", "demo_", "mail:"),
)


def foot(spot: Spot) -> SafeString:
    """The form; nothing on pages that are somebody's own, and on the form's own."""
    if spot.view.startswith(PAGES_WITHOUT):
        return SafeString("")
    return _foot(spot.path, spot.title, spot.language, spot.site_name)


@lru_cache(maxsize=512)
def _foot(path: str, title: str, language: str, site_name: str) -> SafeString:
    with override(language):
        form = CommentForm(initial={"page": path, "title": title, "kind": Kind.COMMENT}, auto_id=AUTO_ID)
        context = {
            "form": form,
            "words": presenters.words(Kind.COMMENT),
            "receiver": presenters.receiver(site_name),
            "lazy": True,
        }
        return mark_safe(render_to_string("feedback/foot.html", context))  # noqa: S308 made by a template
