"""What people type about themselves, and what administrators type about others."""

from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from samverk.base.organisations.models import Organisation, Role
from samverk.base.people import actions
from samverk.base.people.models import User
from samverk.ui.fields import offer

PASSWORD_HINT = _("Minst 12 tecken. Flera vanliga ord i rad är lätta att minnas och svåra att gissa.")


class InOurWords(forms.Form):
    """Gives allauth's forms our labels and takes their placeholders away, for those vanish when one types."""

    words: ClassVar[dict[str, Any]] = {}
    hints: ClassVar[dict[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.words.get(name, field.label)
            field.help_text = self.hints.get(name, "")


class SignIn(InOurWords, account.LoginForm):
    """Sign in with e-mail and password."""

    words = {"login": _("E-postadress"), "password": _("Lösenord")}


class AskForNewPassword(InOurWords, account.ResetPasswordForm):
    """Ask for a link to choose a new password."""

    words = {"email": _("E-postadress")}


class NewPassword(InOurWords, account.ResetPasswordKeyForm):
    """Choose a new password after following the link."""

    words = {"password1": _("Nytt lösenord"), "password2": _("Nytt lösenord en gång till")}
    hints = {"password1": PASSWORD_HINT}


class ChangePassword(InOurWords, account.ChangePasswordForm):
    """Change one's password."""

    words = {"oldpassword": _("Lösenordet du har nu"), **NewPassword.words}
    hints = NewPassword.hints


class SetPassword(InOurWords, account.SetPasswordForm):
    """Choose a first password."""

    words = NewPassword.words
    hints = NewPassword.hints


class ChangeEmail(InOurWords, account.AddEmailForm):
    """Change the address that one signs in with."""

    words = {"email": _("Ny e-postadress")}


class ConfirmEmail(InOurWords, account.ConfirmEmailVerificationCodeForm):
    """Type the code that was sent to an address."""

    words = {"code": _("Koden ur brevet")}


class Reauthenticate(InOurWords, account.ReauthenticateForm):
    """Show again that it is you."""

    words = {"password": _("Lösenord")}


class SpentOnce(mfa.BaseAuthenticateForm):
    """A right code opens one door; allauth itself remembers that in one process only, and too shortly."""

    def clean_code(self) -> str:
        """Refuse a code that has been used."""
        code = str(super().clean_code())
        if not actions.spend_code(user=self.user, code=code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class OneTimeCode(InOurWords, SpentOnce, mfa.AuthenticateForm):
    """The second step of signing in."""

    words = {"code": _("Kod")}
    hints = {"code": _("Sex siffror från appen, eller en reservkod")}


class OneTimeCodeAgain(InOurWords, SpentOnce, mfa.ReauthenticateForm):
    """The second step, shown again."""

    words = OneTimeCode.words
    hints = OneTimeCode.hints


class AddApp(InOurWords, ActivateTOTPForm):
    """The first code of a new app."""

    words = {"code": _("Koden som appen visar")}


class AddPasskey(InOurWords, AddWebAuthnForm):
    """A new passkey, usable without a password unless one says otherwise."""

    words = {"name": _("Namn på passnyckeln"), "passwordless": _("Logga in utan lösenord")}
    hints = {
        "name": _("Till exempel Min telefon"),
        "passwordless": _("Avmarkera bara för äldre säkerhetsnycklar."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True


class RenamePasskey(InOurWords, EditWebAuthnForm):
    """Another name for a passkey."""

    words = {"name": _("Namn på passnyckeln")}


class AcceptInvitation(forms.Form):
    """Open the account that an invitation promises."""

    name = forms.CharField(
        label=_("Ditt namn"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    password = forms.CharField(
        label=_("Välj ett lösenord"),
        help_text=PASSWORD_HINT,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean(self) -> dict[str, Any]:
        """Refuse a password that is easy to guess, also from the person's own name and address."""
        cleaned = super().clean() or {}
        if "password" in cleaned:
            try:
                validate_password(cleaned["password"], User(email=self.email, name=cleaned.get("name", "")))
            except forms.ValidationError as problem:
                self.add_error("password", problem)
        return cleaned


class Details(forms.Form):
    """One's own name and language."""

    name = forms.CharField(
        label=_("Namn"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    language = forms.ChoiceField(label=_("Språk i brev till dig"), choices=settings.LANGUAGES)


class GiveRole(forms.Form):
    """A role in an organisation."""

    organisation = forms.TypedChoiceField(label=_("Organisation"), coerce=int)
    role = forms.TypedChoiceField(label=_("Roll"), coerce=Role, choices=[("", _("Välj roll")), *Role.choices])

    def __init__(self, *args: Any, organisations: tuple[tuple[int, str], ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "organisation", [("", _("Välj organisation")), *organisations])


class Invite(GiveRole):
    """Somebody who is to get a role, and perhaps an account."""

    email = forms.EmailField(label=_("E-postadress"))
    name = forms.CharField(label=_("Namn"), max_length=100, required=False)

    field_order = ("email", "name", "organisation", "role")


class DescribeOrganisation(forms.ModelForm):
    """An organisation's name and kind."""

    class Meta:
        model = Organisation
        fields = ("name", "kind")

    def clean_name(self) -> str:
        """A name is given once."""
        name = str(self.cleaned_data["name"])
        if Organisation.objects.filter(name=name).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Det finns redan en organisation med det namnet."))
        return name


class FindPeople(forms.Form):
    """Look for people."""

    words = forms.CharField(label=_("Namn eller e-post"), required=False)
    role = forms.ChoiceField(label=_("Roll"), required=False, choices=[("", _("Alla roller")), *Role.choices])


class FindInLog(forms.Form):
    """Look in the audit log."""

    who = forms.CharField(label=_("Vem"), required=False)
    action = forms.ChoiceField(label=_("Vad"), required=False)
    since = forms.DateField(label=_("Från"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("Till"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, actions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "action", [("", _("Allt")), *actions])
