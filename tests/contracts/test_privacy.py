"""Whoever asks what is kept about people, and for how long, gets the whole answer."""

import re

from django.apps import apps

from tests.contracts.source import REPOSITORY

PAGE = REPOSITORY / "docs" / "handbook" / "operators" / "privacy.md"
ROW = re.compile(
    r"^\| `(?P<table>[a-z]+\.\w+)` \| (?P<data>[^|]+) \| (?P<kept>[^|]+) \| (?P<deleted>[^|]+) \|$",
    re.MULTILINE,
)
JOB = re.compile(r"`([a-z_]+\.[a-z_]+)`")


def rows() -> dict[str, re.Match[str]]:
    return {match["table"]: match for match in ROW.finditer(PAGE.read_text())}


def tables() -> set[str]:
    return {model._meta.label for model in apps.get_models() if model.__module__.startswith("samverk.")}


def test_every_table_says_what_it_keeps_about_people() -> None:
    assert tables() - rows().keys() == set()


def test_no_row_speaks_of_a_table_that_is_gone() -> None:
    assert rows().keys() - tables() == set()


def test_what_is_personal_has_an_end() -> None:
    endless = [
        table
        for table, row in rows().items()
        if row["data"].strip() != "none" and not row["kept"].strip(" –")
    ]

    assert endless == []


def test_every_job_that_deletes_exists() -> None:
    from procrastinate.contrib.django import app

    app.perform_import_paths()

    named = {job for row in rows().values() for job in JOB.findall(row["deleted"])}

    assert named
    assert named - set(app.tasks) == set()
