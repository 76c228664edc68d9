import pytest
from django.conf import settings
from django.test import RequestFactory
from django.utils.module_loading import import_string

from samverk.base.web.page_cache import PageCache
from samverk.parts.site.registry import cookies as registry
from samverk.parts.site.rules.cookies import Answer, Remembered


@pytest.fixture
def visit():
    """Ask for the home page behind the page cache; the answer tells how many were made before it."""
    made = []

    def page(environ, start_response):
        made.append(environ)
        start_response("200 OK", [("Content-Type", "text/html")])
        return [str(len(made)).encode()]

    cache = PageCache(
        page, seconds=60, own_cookies=(), private_paths=(), kind=import_string(settings.KIND_OF_VISITOR)
    )

    def visit(cookie=""):
        environ = RequestFactory().get("/", headers={"Cookie": f"{registry.ANSWER}={cookie}"}).environ
        return b"".join(cache(environ, lambda *_: None))

    return visit


def kept(answer, key="1" * 32, version=None):
    return str(Remembered(answer, version or registry.question_version(), key))


def test_visitors_with_different_answers_never_share_a_page(visit):
    pages = [visit(), *(visit(kept(answer)) for answer in Answer)]

    assert len(set(pages)) == 4


def test_visitors_with_the_same_answer_share_a_page_whoever_they_are(visit):
    assert visit(kept(Answer.ACCEPT, "1" * 32)) == visit(kept(Answer.ACCEPT, "2" * 32))


@pytest.mark.parametrize("cookie", ["", "nonsense", "accept.000000000000." + "1" * 32])
def test_whoever_has_no_answer_that_stands_gets_the_page_of_those_who_have_none(visit, cookie):
    assert visit() == visit(cookie)
