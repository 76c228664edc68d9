"""What organisers and the audience write while the day goes on."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samverk.base.web.forms import WithTrap
from samverk.parts.day.rules import audience as rules

AUTO_ID = "fraga-%s"


class NoticeForm(forms.Form):
    """A short word from the organisers."""

    text = forms.CharField(
        label=_("Besked till besökarna"),
        max_length=200,
        help_text=_("En mening, till exempel: Lunchen är framflyttad 10 minuter."),
    )


class AskForm(WithTrap):
    """A question from the audience. Who asks is not asked for."""

    text = forms.CharField(
        label=_("Din fråga"),
        # said by the server: a browser's own limit would cut what somebody pastes, without a word
        validators=[
            MaxLengthValidator(
                rules.LONGEST, _("Frågan har %(show_value)d tecken. Korta den till högst %(limit_value)d.")
            )
        ],
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv din fråga först.")},
    )
    insisted = forms.CharField(required=False, widget=forms.HiddenInput)

    @classmethod
    def sent(cls, post: QueryDict) -> "AskForm":
        """The form as it was sent, with the text cleaned; of a very long one, the beginning."""
        given = {name: post.get(name, "") for name in ("text", "website", "insisted")}
        return cls({**given, "text": rules.clean(given["text"])[: rules.KEPT]}, auto_id=AUTO_ID)

    @property
    def insists(self) -> bool:
        """Whether its writer has seen what was found in this very text."""
        given: dict[str, Any] = self.cleaned_data
        return bool(given["insisted"] == rules.seen_mark(given["text"]))
