from django.urls import URLPattern, path

from samverk.parts.day.views import exports, invoices, ledger, paying, uploads

public: list[URLPattern] = [
    path("anmalan/<str:code>/fakturauppgifter/", paying.details, name="payer_details"),
    path("anmalan/<str:code>/faktura-<int:number>.pdf", paying.invoice, name="own_invoice"),
]
desk: list[URLPattern] = [
    path("<int:edition_id>/fakturor/", invoices.invoices, name="invoices"),
    path("<int:edition_id>/fakturor/alla/", invoices.issue_all, name="issue_all"),
    path("<int:edition_id>/fakturor/paminn/", invoices.remind_all, name="remind_all"),
    path("<int:edition_id>/fakturor/avsandare/", invoices.seller, name="seller"),
    path("<int:edition_id>/fakturor/bokforing/", ledger.books, name="books"),
    path("<int:edition_id>/fakturor/ny/<int:leader_id>/", invoices.new_invoice, name="new_invoice"),
    path("<int:edition_id>/fakturor/betalare/<int:leader_id>/", invoices.payer, name="payer"),
    path("<int:edition_id>/fakturor/<int:invoice_id>/", invoices.invoice, name="invoice"),
    path("<int:edition_id>/fakturor/<int:invoice_id>/faktura.pdf", invoices.pdf, name="invoice_pdf"),
    path("<int:edition_id>/anmalda/filer/<uuid:token>/", uploads.upload, name="upload"),
    path("<int:edition_id>/anmalda/fil/<uuid:reference>/", exports.making, name="making"),
    path("<int:edition_id>/anmalda/fil/<uuid:reference>/hamta/", exports.made, name="made"),
]
