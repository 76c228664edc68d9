"""The way to the form for somebody who wants to report a shortcoming."""

from urllib.parse import urlencode

from django.urls import reverse


def address(page: str) -> str:
    """The form's address, opened for a report about `page`."""
    return f"{reverse('feedback:send')}?{urlencode({'slag': 'brist', 'sida': page}, safe='/')}"
