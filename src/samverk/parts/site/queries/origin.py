"""Where a form was sent from."""

from django.http import HttpRequest

from samverk.parts.site.rules import origin as rules


def is_own(request: HttpRequest) -> bool:
    """Whether a form was sent from a page of this site (decision 0006)."""
    return rules.is_own(
        fetch_site=request.headers.get("Sec-Fetch-Site", ""),
        origin=request.headers.get("Origin", ""),
        referrer=request.headers.get("Referer", ""),
        own=f"{request.scheme}://{request.get_host()}",
    )
