"""The browser that the tests use too, as the bench starts it."""

import shutil
import sys

from tests.browser.conftest import CHROMIUM_FLAGS

__all__ = ["CHROMIUM_FLAGS", "path"]


def path() -> str:
    """Where Chromium is."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return found or sys.exit("Chromium is needed: sudo apt-get install chromium")
