from pathlib import Path

import pytest
from django.conf import settings as django_settings

from samverk.base.web import checks
from samverk.config.environment import Environment

SAFE = {
    "SAMVERK_MODE": "production",
    "SAMVERK_SECRET_KEY": "q9Zk2mVxT7bLr4NcWp8HsYd3GfJaEu6i" * 2,
    "SAMVERK_HOSTS": "samverk.example",
    "SAMVERK_BASE_URL": "https://samverk.example",
    "SAMVERK_TRUSTED_PROXIES": "1",
    "SAMVERK_SMTP_URL": "smtp+tls://anna:hemligt@mail.example",
    "SAMVERK_MAIL_FROM": "Samverk <samverk@samverk.example>",
    "SAMVERK_METRICS_TOKEN": "a-token-of-good-length",
    "DATABASE_URL": "postgresql://db.example/samverk?sslmode=verify-full",
}


class Given:
    """The settings as an environment makes them, in the part that the demands look at."""

    def __init__(self, environment: Environment, **differences):
        self.ENVIRONMENT = environment
        self.DEMONSTRATION = environment.mode == "demonstration"
        self.DEBUG = False
        self.SECRET_KEY = environment.secret_key
        self.ALLOWED_HOSTS = environment.hosts.split(",")
        self.TRUSTED_PROXIES = environment.trusted_proxies
        self.SMTP_URL = environment.smtp_url
        self.DEFAULT_FROM_EMAIL = environment.mail_from
        self.METRICS_TOKEN = environment.metrics_token
        self.PAGE_CACHE_SECONDS = environment.page_cache
        self.SECURE_HSTS_SECONDS = environment.hsts_seconds
        self.SESSION_COOKIE_SECURE = self.CSRF_COOKIE_SECURE = True
        self.SESSION_COOKIE_NAME = "__Host-session"
        self.DATABASES = {"default": {"HOST": "db.example", "OPTIONS": {"sslmode": "verify-full"}}}
        vars(self).update(differences)


def refused(monkeypatch, tmp_path: Path, variables=None, **differences) -> set[str]:
    tmp_path.chmod(0o700)
    for name, value in {**SAFE, "SAMVERK_VAR": str(tmp_path), **(variables or {})}.items():
        monkeypatch.setenv(name, value)
    given = Given(Environment(), **differences)
    return {demand.name for demand in checks.DEMANDS if not demand.is_met(given)}


def test_safe_settings_pass(monkeypatch, tmp_path):
    assert refused(monkeypatch, tmp_path) == set()


@pytest.mark.parametrize(
    ("variables", "names"),
    [
        ({"SAMVERK_MODE": "demonstration"}, {"mode"}),
        ({"SAMVERK_SECRET_KEY": ""}, {"secret_key_given", "secret_key_long"}),
        ({"SAMVERK_SECRET_KEY": "abcabc" * 20}, {"secret_key_long"}),
        ({"SAMVERK_SECRET_KEY": "kort"}, {"secret_key_long"}),
        ({"SAMVERK_HOSTS": "*"}, {"hosts", "base_url_host"}),
        ({"SAMVERK_HOSTS": "localhost"}, {"hosts", "base_url_host"}),
        ({"SAMVERK_HOSTS": "other.example"}, {"base_url_host"}),
        ({"SAMVERK_BASE_URL": "http://samverk.example"}, {"base_url"}),
        ({"SAMVERK_TRUSTED_PROXIES": "0"}, {"proxy"}),
        ({"DATABASE_URL": ""}, {"database"}),
        ({"SAMVERK_SMTP_URL": ""}, {"mail"}),
        ({"SAMVERK_SMTP_URL": "smtp://mail.example"}, {"mail_tls"}),
        ({"SAMVERK_MAIL_FROM": "samverk@example.org"}, {"mail_from"}),
        ({"SAMVERK_HSTS_SECONDS": "60"}, {"hsts"}),
        ({"SAMVERK_METRICS_TOKEN": ""}, {"metrics"}),
        ({"SAMVERK_PAGE_CACHE": "5"}, {"page_cache"}),
    ],
)
def test_each_unsafe_setting_is_refused(monkeypatch, tmp_path, variables, names):
    assert refused(monkeypatch, tmp_path, variables) == names


@pytest.mark.parametrize(
    ("difference", "name"),
    [
        ({"DEBUG": True}, "debug"),
        ({"SESSION_COOKIE_SECURE": False}, "cookies"),
        ({"SESSION_COOKIE_NAME": "session"}, "cookies"),
        ({"DATABASES": {"default": {"HOST": "db.example", "OPTIONS": {}}}}, "database_tls"),
    ],
)
def test_each_unsafe_consequence_is_refused(monkeypatch, tmp_path, difference, name):
    assert refused(monkeypatch, tmp_path, **difference) == {name}


def test_a_database_on_the_same_machine_needs_no_tls(monkeypatch, tmp_path):
    database = {"default": {"HOST": "/run/postgresql", "OPTIONS": {}}}

    assert refused(monkeypatch, tmp_path, DATABASES=database) == set()


def test_a_folder_that_everybody_can_read_is_refused(monkeypatch, tmp_path):
    folder = tmp_path / "var"
    folder.mkdir()
    folder.chmod(0o755)

    assert refused(monkeypatch, tmp_path, {"SAMVERK_VAR": str(folder)}) == {"var"}


def test_every_demand_says_one_sentence_and_has_a_name_of_its_own():
    assert len({demand.name for demand in checks.DEMANDS}) == len(checks.DEMANDS)
    assert all(demand.otherwise.endswith(".") and "\n" not in demand.otherwise for demand in checks.DEMANDS)


def test_a_demonstration_is_refused_as_a_whole():
    errors = checks.unsafe_settings(None)

    assert django_settings.DEMONSTRATION
    assert "samverk.mode" in {error.id for error in errors}
