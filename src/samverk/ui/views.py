"""The living style page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samverk.ui import samples


def style(request: HttpRequest) -> HttpResponse:
    """Every component with its code name, on plainly invented content."""
    return render(request, "ui/style.html", samples.context())
