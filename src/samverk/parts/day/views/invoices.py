"""The organisers' invoices."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samverk.base.files.views.downloads import download
from samverk.parts.day.actions import invoices as actions
from samverk.parts.day.actions import sellers
from samverk.parts.day.forms.payers import PayerForm
from samverk.parts.day.forms.sellers import PaidForm, SellerForm
from samverk.parts.day.permissions import may_arrange
from samverk.parts.day.presenters import invoices as presenters
from samverk.parts.day.presenters.invoice_paper import paper
from samverk.parts.day.queries import invoices as queries
from samverk.parts.day.queries import ledger, lists
from samverk.parts.day.queries.invoices import InvoiceFacts, Unbilled
from samverk.parts.day.rules.money import amount
from samverk.parts.day.views.screens import edition_or_404, only, screen, sent
from samverk.ui.frame import Link

SHOWN = 20
AT_ONCE = 200


@only(may_arrange)
@require_safe
def invoices(request: HttpRequest, edition_id: int) -> HttpResponse:
    """The money of an edition: what is to be billed, what is sent, and what is late."""
    found, today = edition_or_404(edition_id), timezone.localdate()
    late = "forfallna" in request.GET
    page = queries.invoices(edition_id, page=request.GET.get("sida", 1), overdue_on=today if late else None)
    sums = queries.sums(edition_id, today=today)
    return screen(
        request,
        "invoices",
        title=_("Fakturor"),
        edition=found,
        seller=ledger.seller(edition_id),
        waiting=queries.count_unbilled(edition_id),
        unbilled=presenters.unbilled(queries.unbilled(edition_id, most=SHOWN), edition_id=edition_id),
        sums=presenters.sums(sums),
        overdue=sums.overdue_count,
        late=late,
        page=page,
        table=presenters.table(page.object_list, edition_id=edition_id, today=today),
    )


@only(may_arrange)
@require_POST
def issue_all(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Send an invoice to everybody who is to have one."""
    edition_or_404(edition_id)
    ready = [one.leader_id for one in queries.unbilled(edition_id, most=AT_ONCE) if one.details]
    count = actions.issue_many(leader_ids=ready, by=request.user, today=timezone.localdate())
    told = ngettext("%(count)d faktura är på väg.", "%(count)d fakturor är på väg.", count)
    messages.success(request, told % {"count": count})
    return redirect("day_desk:invoices", edition_id)


@only(may_arrange)
@require_POST
def remind_all(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Remind everybody who is late."""
    edition_or_404(edition_id)
    today = timezone.localdate()
    late = queries.overdue_ids(edition_id, today=today)
    count = actions.remind(invoice_ids=late, by=request.user, today=today)
    told = ngettext("%(count)d påminnelse är på väg.", "%(count)d påminnelser är på väg.", count)
    messages.success(request, told % {"count": count} if count else _("Alla är redan påminda i dag."))
    return redirect(f"{reverse('day_desk:invoices', args=[edition_id])}?forfallna=1")


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def new_invoice(request: HttpRequest, edition_id: int, leader_id: int) -> HttpResponse:
    """One invoice, to be looked at before it is sent."""
    found = edition_or_404(edition_id)
    one = _unbilled_or_404(edition_id, leader_id)
    if one.details is None:
        return redirect("day_desk:payer", edition_id, leader_id)
    if request.method == "POST":
        invoice_id = actions.issue(leader_id=leader_id, by=request.user, today=timezone.localdate())
        messages.success(request, _("Fakturan är på väg."))
        return redirect("day_desk:invoice", edition_id, invoice_id)
    each = amount(one.price, one.vat_percent)
    seats = ngettext("%(count)d plats", "%(count)d platser", one.seats) % {"count": one.seats}
    whole = type(each)(each.net * one.seats, each.vat_percent, each.vat * one.seats)
    return screen(
        request,
        "new_invoice",
        title=_("Ny faktura"),
        edition=found,
        leader_id=leader_id,
        payer=presenters.payer(one.details),
        table=presenters.lines([(seats, whole)]),
    )


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def payer(request: HttpRequest, edition_id: int, leader_id: int) -> HttpResponse:
    """Who pays for a group, written or changed for somebody who calls."""
    edition_or_404(edition_id)
    if lists.line(edition_id=edition_id, registration_id=leader_id) is None:
        raise Http404
    form = PayerForm(sent(request), details=queries.payer(leader_id))
    if request.method == "POST" and form.is_valid():
        actions.keep_payer(registration_id=leader_id, details=form.details(), by=request.user)
        messages.success(request, _("Fakturauppgifterna är sparade. De gäller nästa faktura."))
        return redirect("day_desk:invoices", edition_id)
    return _form(request, edition_id, form, title=_("Fakturauppgifter"))


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def seller(request: HttpRequest, edition_id: int) -> HttpResponse:
    """What stands on the invoices about the one who sends them."""
    edition_or_404(edition_id)
    form = SellerForm(sent(request), seller=ledger.seller(edition_id))
    if request.method == "POST" and form.is_valid():
        sellers.keep(edition_id=edition_id, facts=form.facts(), by=request.user)
        messages.success(request, _("Uppgifterna är sparade. De gäller fakturor från och med nu."))
        return redirect("day_desk:invoices", edition_id)
    return _form(request, edition_id, form, title=_("Vem som fakturerar"))


@only(may_arrange)
@require_http_methods(["GET", "HEAD", "POST"])
def invoice(request: HttpRequest, edition_id: int, invoice_id: int) -> HttpResponse:
    """One invoice, and what can be done with it."""
    found, facts, today = (
        edition_or_404(edition_id),
        _invoice_or_404(edition_id, invoice_id),
        timezone.localdate(),
    )
    form = PaidForm(None, initial={"paid_on": today})
    if request.method == "POST":
        form = PaidForm(request.POST) if request.POST.get("do") == "paid" else form
        if not form.is_bound or form.is_valid():
            messages.success(request, _do(request, facts, form))
            return redirect("day_desk:invoice", edition_id, invoice_id)
    row = facts.row
    return screen(
        request,
        "invoice",
        title=_("Kreditfaktura %(number)d") % {"number": row.number}
        if row.credits
        else _("Faktura %(number)d") % {"number": row.number},
        edition=found,
        invoice=facts,
        facts=presenters.facts(facts, today=today),
        table=presenters.lines((line.text, line.amount) for line in facts.lines),
        form=form,
        may_credit=not row.credits and row.gross + row.credited > 0,
        is_overdue=row.is_overdue(today),
        status=422 if form.errors else 200,
    )


@only(may_arrange)
@require_safe
def pdf(request: HttpRequest, edition_id: int, invoice_id: int) -> HttpResponse:
    """The invoice as it was sent."""
    edition_or_404(edition_id)
    file = paper(_invoice_or_404(edition_id, invoice_id))
    response = download(file.content, "application/pdf", name=file.name)
    response["Cache-Control"] = "no-store"
    return response


def _do(request: HttpRequest, facts: InvoiceFacts, form: PaidForm) -> str:
    """Do what an organiser asked for, and say what was done."""
    who, today, key = request.user, timezone.localdate(), facts.row.id
    ways: dict[str, Callable[[], str]] = {
        "paid": lambda: _paid(request, facts, form),
        "unpaid": lambda: _unpaid(request, facts),
        "credit": lambda: _credited(request, facts),
        "remind": lambda: (
            _("Påminnelsen är på väg.")
            if actions.remind(invoice_ids=[key], by=who, today=today)
            else _("Fakturan är redan betald eller påmind i dag.")
        ),
    }
    if way := ways.get(request.POST.get("do", "")):
        return way()
    actions.send_again(invoice_id=key, by=who)
    return _("Fakturan är på väg igen.")


def _paid(request: HttpRequest, facts: InvoiceFacts, form: PaidForm) -> str:
    actions.mark_paid(invoice_id=facts.row.id, paid_on=form.cleaned_data["paid_on"], by=request.user)
    return _("Fakturan är betald.")


def _unpaid(request: HttpRequest, facts: InvoiceFacts) -> str:
    actions.mark_paid(invoice_id=facts.row.id, paid_on=None, by=request.user)
    return _("Fakturan är inte längre markerad som betald.")


def _credited(request: HttpRequest, facts: InvoiceFacts) -> str:
    try:
        actions.credit(invoice_id=facts.row.id, by=request.user, today=timezone.localdate())
    except actions.NothingToCredit:
        return _("Fakturan var redan krediterad.")
    return _("En kreditfaktura är på väg.")


def _unbilled_or_404(edition_id: int, leader_id: int) -> Unbilled:
    found = next((one for one in queries.unbilled(edition_id) if one.leader_id == leader_id), None)
    if found is None:
        raise Http404
    return found


def _invoice_or_404(edition_id: int, invoice_id: int) -> InvoiceFacts:
    found = queries.invoice(invoice_id)
    if found is None or found.edition_id != edition_id:
        raise Http404
    return found


def _form(request: HttpRequest, edition_id: int, form: SellerForm | PayerForm, *, title: str) -> HttpResponse:
    return screen(
        request,
        "form",
        title=title,
        edition=edition_or_404(edition_id),
        form=form,
        submit=_("Spara"),
        back=Link(_("Tillbaka utan att spara"), reverse("day_desk:invoices", args=[edition_id])),
        status=422 if form.errors else 200,
    )
