"""The books: accounts, and files for the accounting program."""

from importlib.metadata import version

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from samverk.base.files.views.downloads import download
from samverk.parts.day.actions import ledger as actions
from samverk.parts.day.actions import sellers
from samverk.parts.day.forms.sellers import AccountsForm, BooksForm, PeriodForm
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.presenters import invoices as presenters
from samverk.parts.day.queries import ledger as queries
from samverk.parts.day.queries.ledger import SellerFacts
from samverk.parts.day.rules import ledger as rules
from samverk.parts.day.views.screens import edition_or_404, only, screen


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def books(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Where sales are booked, and the file for the accounting program."""
    found, seller = edition_or_404(edition_id), queries.seller(edition_id)
    if seller is None:
        messages.info(request, _("Fyll först i vem som fakturerar."))
        return redirect("day_desk:seller", edition_id)
    do = request.POST.get("do", "") if request.method == "POST" else ""
    accounts = AccountsForm(request.POST if do == "accounts" else None, seller=seller)
    own = BooksForm(request.POST if do == "books" else None, books=queries.books(edition_id))
    period = PeriodForm(
        request.POST if do == "file" else None,
        year_begins=seller.year_begins,
        span=queries.span(seller.id),
    )
    sent = next((form for form in (accounts, own, period) if form.is_bound), None)
    if sent is not None and sent.is_valid():
        answer = _done(request, edition_id, seller, sent)
        if answer:
            return answer
    return screen(
        request,
        "books",
        title=_("Bokföring"),
        edition=found,
        seller=seller,
        forms=(accounts, own, period),
        sent=sent,
        earlier=presenters.earlier(queries.earlier(seller.id)),
        status=422 if sent is not None and sent.errors else 200,
    )


def _done(
    request: HttpRequest, edition_id: int, seller: SellerFacts, form: AccountsForm | BooksForm | PeriodForm
) -> HttpResponse | None:
    if isinstance(form, PeriodForm):
        return _file(request, seller, form)
    if isinstance(form, AccountsForm):
        sellers.keep_accounts(
            edition_id=edition_id,
            accounts=form.accounts,
            voucher_series=form.cleaned_data["voucher_series"],
            year_begins=form.cleaned_data["year_begins"],
            by=request.user,
        )
    else:
        project = form.cleaned_data["project"]
        sellers.book(edition_id=edition_id, accounts=form.accounts, project=project, by=request.user)
    messages.success(request, _("Kontona är sparade."))
    return redirect("day_desk:books", edition_id)


def _file(request: HttpRequest, seller: SellerFacts, form: PeriodForm) -> HttpResponse | None:
    """The file; nothing, with a word about why, when there is nothing to put in it."""
    given = form.cleaned_data
    period = {"first_day": given["first_day"], "last_day": given["last_day"]}
    found = queries.booked(seller.id, **period)
    rows = [row for row in found if given["again"] or row.booked_at is None]
    if not rows:
        form.add_error(None, _told(len(found)))
        return None
    now = timezone.now()
    vouchers, projects = presenters.vouchers(rows, seller)
    whose = rules.Books(
        name=seller.name,
        organisation_number=seller.organisation_number,
        series=seller.voucher_series,
        year_begins=seller.year_begins,
        account_names=presenters.account_names(seller, rows),
    )
    content = rules.sie(
        whose,
        vouchers,
        made_on=timezone.localdate(now),
        version=version("samverk"),
        project_names=projects,
    )
    actions.mark_exported(
        seller_id=seller.id, invoice_ids=[row.id for row in rows], by=request.user, now=now, **period
    )
    name = f"fakturor-{given['first_day']:%Y%m%d}-{given['last_day']:%Y%m%d}.si"
    response = download(content, "text/plain; charset=ibm437", name=name)
    response["Cache-Control"] = "no-store"
    return response


def _told(already: int) -> str:
    if not already:
        return _("Ingen faktura har skickats de dagarna.")
    told = ngettext(
        "%(count)d faktura finns redan i en fil. Kryssa i rutan om du vill ha med den igen.",
        "Alla %(count)d fakturor finns redan i en fil. Kryssa i rutan om du vill ha med dem igen.",
        already,
    )
    return told % {"count": already}
