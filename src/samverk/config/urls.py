"""Every address of Samverk. This file and no other knows all parts."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from samverk.base.people.views.account import wagtail_account

handler404 = "samverk.parts.site.views.pages.not_found"

urlpatterns = [
    path("", include("samverk.base.web.urls")),
    path("redaktion/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("redaktion/account/", wagtail_account),
    path("redaktion/", include(wagtailadmin_urls)),
    path("dokument/", include(wagtaildocs_urls)),
    path("media/", include("samverk.base.files.urls")),
    path("konto/", include("samverk.base.people.urls")),
    path("arrangera/", include("samverk.parts.day.urls.desk")),
    path("stil/", include("samverk.ui.urls")),
]

if settings.DEMONSTRATION:
    urlpatterns += [
        path("demo/", include("samverk.demo.urls")),
        path("demo/brev/", include("samverk.base.mail.urls")),
    ]

urlpatterns += i18n_patterns(
    path("sok/", include("samverk.base.search.urls")),
    path("dagar/", include("samverk.parts.day.urls")),
    path("synpunkter/", include("samverk.parts.feedback.urls")),
    path("", include("samverk.parts.site.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
