"""The letter that an invoice comes with."""

from datetime import date

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from samverk.base.mail.actions import File
from samverk.parts.day.actions.letters import Letter
from samverk.parts.day.presenters.invoice_paper import paper
from samverk.parts.day.presenters.invoices import bankgiro_of, day, kr
from samverk.parts.day.queries.invoices import InvoiceFacts
from samverk.parts.day.rules.money import payment_reference


def letter(invoice: InvoiceFacts, *, reminds: bool, today: date) -> Letter | None:
    """The letter with the invoice; None for a reminder when there is nothing left to remind of."""
    row = invoice.row
    if reminds and not row.is_overdue(today):
        return None
    file = paper(invoice)
    with override(invoice.language):
        named = {"number": row.number, "day": invoice.concerns["title"]}
        if row.credits:
            title = _("Kreditfaktura %(number)d, %(day)s") % named
        else:
            title = (
                _("Påminnelse: faktura %(number)d, %(day)s") if reminds else _("Faktura %(number)d, %(day)s")
            ) % named
        context = {
            "title": title,
            "invoice": invoice,
            "reminds": reminds,
            "left": kr(abs(row.left)),
            "due": day(row.due_on),
            "bankgiro": bankgiro_of(invoice.sold_by["bankgiro"]),
            "reference": payment_reference(row.number),
            "site_name": settings.WAGTAIL_SITE_NAME,
            "site_url": settings.WAGTAILADMIN_BASE_URL,
        }
        return Letter(
            to=invoice.billed_to.email,
            subject=title,
            text=render_to_string("day/mail/invoice.txt", context),
            html=render_to_string("day/mail/invoice.html", context),
            reply_to=invoice.sold_by["email"],
            files=(File(file.name, "application/pdf", file.content),),
        )
