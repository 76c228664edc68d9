"""Components rendered from a line of template, as pages write them."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django_cotton.compiler_regex import CottonCompiler

Render = Callable[..., BeautifulSoup]


@pytest.fixture
def render() -> Render:
    def _render(source: str, **context: Any) -> BeautifulSoup:
        markup = Template(CottonCompiler().process(source)).render(Context(context))
        return BeautifulSoup(markup, "html5lib").body

    return _render
