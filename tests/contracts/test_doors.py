"""What the import contracts cannot see: strings, templates and types."""

import ast
import importlib
import inspect
import re
import typing
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import ForeignKey, Manager, Model, QuerySet
from procrastinate.contrib.django import app as queue

from tests.contracts import source

STOREYS = ("parts", "base", "ui")
BASE_ROOMS = ("web", "people", "organisations", "mail", "audit", "search", "queue", "files", "region")
PARTS = (
    "gain", "programme", "integration", "cooperative", "business",
    "meetings", "day", "directory", "feedback", "site",
)  # fmt: skip
ORDER = [
    *(f"samverk.parts.{part}" for part in PARTS),
    *(f"samverk.base.{room}" for room in BASE_ROOMS),
    "samverk.ui",
]
LOADED = re.compile(r"{%\s*(?:extends|include)\s+[\"']([^\"']+)[\"']")
FRAMEWORKS = {"allauth", "account", "mfa", "wagtailadmin", "wagtailmedia", "django"}
CLOCK = {"now", "today", "localdate", "localtime", "utcnow"}
MAY_READ_THE_CLOCK = {
    "views",
    "jobs",
    "management",
    "middleware",
    "checks",
    "admin",
    "adapters",
    "receivers",
    "backend",
}


def rank(app_name: str) -> int:
    return ORDER.index(app_name)


def test_foreign_keys_point_to_the_same_room_or_one_below() -> None:
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        if model._meta.app_config.name in ORDER
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey)
        and field.related_model._meta.app_config.name in ORDER
        and field.related_model._meta.label != "people.User"
        and rank(field.related_model._meta.app_config.name) < rank(model._meta.app_config.name)
    ]

    assert upward == []


def room_of(path: Path) -> str:
    """The room's label: the last package name before `templates`."""
    return path.parts[path.parts.index("templates") - 1]


def test_a_template_takes_only_from_the_visual_language_and_its_own_room() -> None:
    foreign = [
        f"{source.place(path)} takes {loaded}"
        for path in source.templates()
        for loaded in LOADED.findall(path.read_text())
        if loaded.split("/")[0] not in FRAMEWORKS | {"ui", "cotton", room_of(path)}
    ]

    assert foreign == []


def public_queries() -> list[tuple[str, typing.Any]]:
    """Every public function behind a reading door."""
    doors = [path for path in source.modules() if path.stem == "queries" or path.parent.name == "queries"]
    found = []
    for path in doors:
        name = ".".join(path.relative_to(source.REPOSITORY / "src").with_suffix("").parts)
        module = importlib.import_module(name.removesuffix(".__init__"))
        found += [
            (f"{module.__name__}.{function.__name__}", function)
            for function in vars(module).values()
            if inspect.isfunction(function)
            and function.__module__ == module.__name__
            and not function.__name__.startswith("_")
        ]
    return found


def leaks_a_row(annotation: object) -> bool:
    """Whether a type is, or holds, a database row or a queryset."""
    inner = typing.get_args(annotation)
    origin = typing.get_origin(annotation) or annotation
    is_row = inspect.isclass(origin) and issubclass(origin, Model | QuerySet | Manager)
    return is_row or any(leaks_a_row(part) for part in inner)


def test_a_query_gives_plain_values_never_rows() -> None:
    leaking = [
        name
        for name, function in public_queries()
        if leaks_a_row(typing.get_type_hints(function).get("return", Model))
    ]

    assert leaking == []


def test_there_are_doors_to_look_through() -> None:
    assert public_queries()


def enqueued_names() -> list[tuple[str, str]]:
    """(file, job name) for each job name written in the code."""
    return [
        (source.place(path), call.args[0].value)
        for path in source.modules()
        for call in ast.walk(source.tree(path))
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", getattr(call.func, "attr", "")) == "enqueue"
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    ]


def test_every_job_that_is_asked_for_exists() -> None:
    queue.perform_import_paths()

    missing = [(place, name) for place, name in enqueued_names() if name not in queue.tasks]

    assert enqueued_names()
    assert missing == []


def reads_the_clock(call: ast.AST) -> bool:
    return (
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in CLOCK
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id in {"timezone", "datetime", "date"}
    )


def test_the_clock_is_read_only_where_the_world_comes_in() -> None:
    reading = [
        f"{source.place(path)}:{node.lineno}"
        for path in source.modules()
        if not MAY_READ_THE_CLOCK & {*path.parts, path.stem}
        and ("parts" in path.parts or "base" in path.parts or "engine" in path.parts)
        for node in ast.walk(source.tree(path))
        if reads_the_clock(node)
    ]

    assert reading == []


@pytest.mark.parametrize("path", source.templates(), ids=source.place)
def test_a_template_has_nothing_inline_that_a_strict_policy_refuses(path: Path) -> None:
    text = path.read_text()
    if path.suffix != ".html" or "/mail/" in str(path) or path.stem.endswith("_mail"):
        return

    assert not re.search(r"\sstyle\s*=\s*[\"']", text)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text)
    assert not re.search(r"<style\b", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>", text)
