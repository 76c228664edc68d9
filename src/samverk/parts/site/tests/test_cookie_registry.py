import pytest
from django.conf import settings

from samverk.parts.site.registry import cookies as registry
from samverk.parts.site.registry.cookies import Category, Place, Stored
from samverk.parts.site.rules.cookies import Answer, Remembered


@pytest.fixture
def fresh(monkeypatch):
    monkeypatch.setattr(registry, "_registered", dict(registry._registered))


@pytest.mark.parametrize("name", [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "samverk_cookies"])
def test_the_cookies_that_the_site_needs_are_registered(name):
    assert registry.is_registered(name)


def test_an_unknown_cookie_is_not_registered():
    assert not registry.is_registered("_ga")


def test_what_is_kept_in_one_place_is_not_thereby_allowed_in_another():
    assert registry.is_registered("wagtail:side-panel-open", Place.LOCAL)
    assert not registry.is_registered("wagtail:side-panel-open", Place.COOKIE)


def test_a_part_can_register_what_it_stores(fresh):
    registry.register(Stored("day_ticket", "Din biljett", "en dag", "webbplatsen"))

    assert registry.is_registered("day_ticket")


def test_a_necessary_cookie_does_not_make_the_question_new(fresh):
    before = registry.question_version()
    registry.register(Stored("day_ticket", "Din biljett", "en dag", "webbplatsen"))

    assert registry.question_version() == before


def test_another_cookie_for_statistics_makes_the_question_new(fresh):
    before = registry.question_version()
    registry.register(Stored("more", "Mer", "en dag", "webbplatsen", category=Category.STATISTICS))

    assert registry.question_version() != before


@pytest.mark.parametrize("answer", list(Answer))
def test_caches_tell_visitors_apart_by_the_kind_of_answer_only(answer):
    kept = {registry.ANSWER: str(Remembered(answer, registry.question_version(), "1" * 32))}

    assert registry.answer_class(kept) == answer


@pytest.mark.parametrize(
    "cookies", [{}, {"samverk_cookies": "nonsense"}, {"samverk_cookies": "accept.000000000000.-"}]
)
def test_whoever_has_not_answered_is_of_one_kind(cookies):
    assert registry.answer_class(cookies) == "none"


def test_everything_stored_has_its_purpose_and_life_told():
    assert all(
        str(entry.purpose) and str(entry.life) and str(entry.set_by) for entry in registry.registered()
    )
