"""Where a page is found on the web."""


def address(*, url_path: str, language: str, default_language: str) -> str:
    """Turn a page's place in the tree, like /hem/aktuellt/, into its address, like /aktuellt/ or /en/news/.

    The first step of the tree is the home page of a language, which has the root as its address.
    """
    beneath_home = url_path.split("/", 2)[2]
    prefix = "/" if language == default_language else f"/{language}/"
    return prefix + beneath_home
