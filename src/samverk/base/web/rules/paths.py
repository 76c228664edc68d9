"""What may be written down of the address that somebody asked for."""

import re

# Nothing that people or editors name is so long without a hyphen between its words; secret links are.
SECRET = re.compile(r"/(?=[A-Za-z0-9_=:.-]*[A-Z0-9_])[A-Za-z0-9_=:.-]{40,}(?=/|$)")


def logged(path: str) -> str:
    """The path without the secret links in it: whoever reads the log must not be able to open them."""
    return SECRET.sub("/…", path)
