"""Samverk's own source as text and as syntax trees, for the contracts that read it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "src" / "samverk"
BUILT = {"migrations", "vendor", "__pycache__", "locale"}


@cache
def modules(*, with_tests: bool = False) -> tuple[Path, ...]:
    """Every Python module of ours, without migrations."""
    return tuple(
        path
        for path in sorted(PACKAGE.rglob("*.py"))
        if not BUILT & set(path.parts) and (with_tests or "tests" not in path.parts)
    )


@cache
def templates() -> tuple[Path, ...]:
    """Every template of ours."""
    return tuple(
        path
        for path in sorted(PACKAGE.rglob("*"))
        if path.is_file() and "templates" in path.parts and path.suffix in {".html", ".txt", ".xml"}
    )


@cache
def tree(path: Path) -> ast.Module:
    """The module's syntax tree."""
    return ast.parse(path.read_text(), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of the module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.AST) -> int:
    """Lines of a definition, without its docstring."""
    lines = node.end_lineno - node.lineno + 1  # type: ignore[attr-defined]
    first = node.body[0] if getattr(node, "body", None) else None  # type: ignore[attr-defined]
    if isinstance(first, ast.Expr) and isinstance(getattr(first.value, "value", None), str):
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def place(path: Path) -> str:
    """The file's name as a reader of the repository would say it."""
    return str(path.relative_to(REPOSITORY))
