"""Whether a form was sent from a page of this site."""

from urllib.parse import urlsplit


def is_own(*, fetch_site: str, origin: str, referrer: str, own: str) -> bool:
    """Tell it by what browsers add and pages cannot forge: Sec-Fetch-Site, else Origin, else Referer.

    Without any of them nobody can know, and the answer is no. See docs/decisions for why this stands in
    for a token on pages that are the same for everybody.
    """
    if fetch_site:
        return fetch_site == "same-origin"
    if origin:
        return origin == own
    parts = urlsplit(referrer)
    return f"{parts.scheme}://{parts.netloc}" == own
