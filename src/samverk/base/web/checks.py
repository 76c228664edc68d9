"""What `samverk check --deploy` refuses: settings that are unsafe in production, with a sentence for each."""

import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error

MANY_DAYS = 180 * 24 * 3600
LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]", "::1"}
TLS_MODES = {"require", "verify-ca", "verify-full"}


@dataclass(frozen=True)
class Demand:
    """Something that must hold in production, and what to say when it does not."""

    name: str
    is_met: Callable[[Any], bool]
    otherwise: str


def unsafe_settings(app_configs: Sequence[AppConfig] | None, **_: object) -> list[CheckMessage]:
    """One error for each demand that is not met."""
    return [
        Error(demand.otherwise, id=f"samverk.{demand.name}")
        for demand in DEMANDS
        if not demand.is_met(settings)
    ]


def _has_own_key(given: Any) -> bool:
    return bool(given.ENVIRONMENT.secret_key)


def _has_good_key(given: Any) -> bool:
    return len(given.SECRET_KEY) >= 50 and len(set(given.SECRET_KEY)) >= 5


def _names_hosts(given: Any) -> bool:
    hosts = set(given.ALLOWED_HOSTS)
    return "*" not in hosts and bool(hosts - LOCAL_HOSTS)


def _has_https_address(given: Any) -> bool:
    return given.ENVIRONMENT.base_url.startswith("https://")


def _answers_to_own_address(given: Any) -> bool:
    host = urlsplit(given.ENVIRONMENT.base_url).hostname or ""
    return any(host == name or (name.startswith(".") and host.endswith(name)) for name in given.ALLOWED_HOSTS)


def _speaks_tls_with_database(given: Any) -> bool:
    database = given.DATABASES["default"]
    host = database.get("HOST", "")
    is_here = not host or host.startswith("/") or host in LOCAL_HOSTS
    return is_here or database.get("OPTIONS", {}).get("sslmode") in TLS_MODES


def _speaks_tls_with_mail_server(given: Any) -> bool:
    url = urlsplit(given.SMTP_URL)
    return url.scheme in {"smtp+tls", "smtps"} or (url.hostname or "") in LOCAL_HOSTS or not given.SMTP_URL


def _keeps_its_folder(given: Any) -> bool:
    var = given.ENVIRONMENT.var
    return not var.exists() or not var.stat().st_mode & stat.S_IRWXO


DEMANDS = (
    Demand(
        "mode",
        lambda given: not given.DEMONSTRATION,
        "SAMVERK_MODE is `demonstration`, where invented people can sign in and no mail leaves: set "
        "`production`.",
    ),
    Demand(
        "debug", lambda given: not given.DEBUG, "DEBUG is on, which shows the site's inside to everybody."
    ),
    Demand(
        "secret_key_given",
        _has_own_key,
        "SAMVERK_SECRET_KEY is missing: give a key of your own, the same on every machine, that you keep "
        "safe.",
    ),
    Demand(
        "secret_key_long",
        _has_good_key,
        "SAMVERK_SECRET_KEY is too short or too simple: give at least 50 random characters.",
    ),
    Demand(
        "hosts",
        _names_hosts,
        "SAMVERK_HOSTS is `*` or names only this machine: name the hosts that the site answers to.",
    ),
    Demand(
        "base_url",
        _has_https_address,
        "SAMVERK_BASE_URL does not begin with https://, so links would be unsafe.",
    ),
    Demand(
        "base_url_host",
        _answers_to_own_address,
        "The host in SAMVERK_BASE_URL is not among SAMVERK_HOSTS, so the site would refuse its own links.",
    ),
    Demand(
        "proxy",
        lambda given: given.TRUSTED_PROXIES > 0,
        "SAMVERK_TRUSTED_PROXIES is 0, but the site speaks HTTPS only through a proxy: say how many stand "
        "before it.",
    ),
    Demand(
        "database",
        lambda given: bool(given.ENVIRONMENT.database_url),
        "DATABASE_URL is missing, so the embedded PostgreSQL would be used: name a server with backups "
        "and TLS.",
    ),
    Demand(
        "database_tls",
        _speaks_tls_with_database,
        "The database is on another machine and DATABASE_URL does not demand TLS: add ?sslmode=verify-full.",
    ),
    Demand(
        "mail",
        lambda given: bool(given.SMTP_URL),
        "SAMVERK_SMTP_URL is missing, so no mail would leave: name a mail server.",
    ),
    Demand(
        "mail_tls",
        _speaks_tls_with_mail_server,
        "SAMVERK_SMTP_URL sends mails and the password unencrypted: use smtp+tls:// or smtps://.",
    ),
    Demand(
        "mail_from",
        lambda given: not given.DEFAULT_FROM_EMAIL.rstrip(">").endswith("example.org"),
        "SAMVERK_MAIL_FROM is the example address: give one that belongs to you.",
    ),
    Demand(
        "cookies",
        lambda given: (
            given.SESSION_COOKIE_SECURE
            and given.CSRF_COOKIE_SECURE
            and given.SESSION_COOKIE_NAME.startswith("__Host-")
        ),
        "The cookies are not bound to HTTPS and to this host.",
    ),
    Demand(
        "hsts",
        lambda given: given.SECURE_HSTS_SECONDS >= MANY_DAYS,
        "SAMVERK_HSTS_SECONDS is under half a year, so browsers may still be led to the unencrypted site.",
    ),
    Demand(
        "metrics",
        lambda given: len(given.METRICS_TOKEN) >= 20,
        "SAMVERK_METRICS_TOKEN is missing or shorter than 20 characters: /metrics needs it behind a proxy.",
    ),
    Demand(
        "var",
        _keeps_its_folder,
        "Everybody on the machine can read the folder in SAMVERK_VAR: type `chmod o-rwx` and its name.",
    ),
    Demand(
        "page_cache",
        lambda given: given.PAGE_CACHE_SECONDS <= 1,
        "SAMVERK_PAGE_CACHE is over one second, so readers would see an edit late.",
    ),
)
