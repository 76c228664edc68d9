"""The pages of one's own account."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView, BaseSettingsPanel

from samverk.base.organisations import queries as organisations
from samverk.base.people import actions, forms, presenters, queries
from samverk.base.people.adapters import attempted_email, client_address
from samverk.base.people.models import User


class PersonsRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: User


@never_cache
@login_required
@require_GET
def account(request: PersonsRequest) -> HttpResponse:
    """The account's first page: who I am here, how I sign in, what is kept about me."""
    facts = queries.account(user_id=request.user.pk)
    return render(request, "people/account.html", presenters.account(request.user, facts))


@never_cache
@login_required
def details(request: PersonsRequest) -> HttpResponse:
    """Change one's name and language."""
    user = request.user
    initial = {"name": user.name, "language": user.language or settings.LANGUAGE_CODE}
    form = forms.Details(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.change_details(user=user, **form.cleaned_data)
        messages.success(request, _("Dina uppgifter är sparade."))
        return redirect("people_account")
    return render(request, "people/details.html", {"form": form})


@never_cache
@login_required
@require_GET
def my_data(request: PersonsRequest) -> HttpResponse:
    """Everything that is kept about the person who asks, as a file (GDPR articles 15 and 20)."""
    data = queries.personal_data(user_id=request.user.pk)
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="mina-uppgifter.json"'
    return response


@never_cache
@login_required
@require_GET
def second_factor(request: PersonsRequest) -> HttpResponse:
    """Explain why a second step is needed, and lead to it."""
    go_on = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(go_on, {request.get_host()}, request.is_secure()):
        go_on = ""
    facts = queries.account(user_id=request.user.pk)
    return render(request, "people/second_factor.html", {"account": facts, "next": go_on})


@never_cache
@sensitive_post_parameters("password")
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Open the account that an invitation promises, and sign in."""
    invited = organisations.invitation_by_token(
        token=token, now=timezone.now(), days=settings.INVITATION_DAYS
    )
    if not invited:
        return render(request, "people/invitation_over.html", status=410)
    form = forms.AcceptInvitation(request.POST or None, email=invited.email, initial={"name": invited.name})
    if request.method == "POST" and form.is_valid():
        try:
            user = actions.accept(invitation_id=invited.id, **form.cleaned_data)
        except actions.InvitationIsOver:
            return render(request, "people/invitation_over.html", status=410)
        record_authentication(request, user, method="password")
        return perform_login(request, user, email_verification="none")
    return render(request, "people/invitation.html", {"form": form, "invitation": invited})


def locked_out(
    request: HttpRequest, _response: HttpResponse | None, credentials: dict[str, Any]
) -> HttpResponse:
    """Say that there were too many attempts, and when to try again; the same for accounts that nobody has."""
    until = queries.waits_until(email=attempted_email(request, credentials), address=client_address(request))
    wait = presenters.wait(until, timezone.now())
    response = render(request, "people/locked_out.html", wait, status=429)
    response["Retry-After"] = str(wait["seconds"])
    return response


class WagtailAccountView(AccountView):
    """Wagtail's own settings of its editor; name, address and password are kept on the account page."""

    def get_panels(self) -> list[BaseSettingsPanel]:
        """All panels but those of the person."""
        return [
            panel for panel in super().get_panels() if panel.name not in {"name_email", "avatar", "password"}
        ]


wagtail_account = require_admin_access(WagtailAccountView.as_view())
