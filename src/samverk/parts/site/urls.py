from django.contrib.sitemaps.views import sitemap
from django.urls import path, re_path
from wagtail.urls import serve_pattern

from samverk.parts.site.rules import easy
from samverk.parts.site.views import cookies, feeds, pages, statement

app_name = "site"
urlpatterns = [
    path("kakor/", cookies.page, name="cookies"),
    path("kakor/svar/", cookies.answer, name="answer_cookies"),
    path("statistik/", cookies.count, name="count_view"),
    path("tillganglighet/", statement.page, name="statement"),
    path("tillganglighet/rapportera/", statement.report, name="report"),
    path("rss.xml", feeds.Rss(), name="rss"),
    path("atom.xml", feeds.Atom(), name="atom"),
    path("<path:section>/rss.xml", feeds.Rss(), name="section_rss"),
    path("<path:section>/atom.xml", feeds.Atom(), name="section_atom"),
    path("sitemap.xml", sitemap, {"sitemaps": feeds.SITEMAPS}, name="sitemap"),
    path("robots.txt", feeds.robots, name="robots"),
    path("favicon.ico", pages.favicon, name="favicon"),
    path(f"<path:path>/{easy.STEP}/", pages.easy_page, name="easy_page"),
    re_path(serve_pattern, pages.page, name="page"),
]
