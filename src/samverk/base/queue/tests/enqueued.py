"""Finding the jobs that code asks for, so that a test can hold them against those that exist."""

import ast
from collections.abc import Iterator
from pathlib import Path


def in_source(folder: Path) -> Iterator[tuple[str, str]]:
    """Each literal job name given to `enqueue`, with the place where it stands."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and _is_enqueue(node.func) and node.args:
                name = node.args[0]
                if isinstance(name, ast.Constant) and isinstance(name.value, str):
                    yield name.value, f"{path.relative_to(folder)}:{node.lineno}"


def _is_enqueue(function: ast.expr) -> bool:
    return (isinstance(function, ast.Name) and function.id == "enqueue") or (
        isinstance(function, ast.Attribute) and function.attr == "enqueue"
    )
