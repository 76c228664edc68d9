"""A thousand automated posts a minute leave the inbox clean, and the site answers all the while."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest

from tests.browser.comments import proofs_for, states_in
from tests.browser.site import RunningSite, running_site

pytestmark = pytest.mark.browser

POSTS = 1000
AT_ONCE = 8
IN_A_MINUTE = 60
IN_TEN_MINUTES = 5


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


@pytest.fixture(scope="module")
def attacked() -> Iterator[RunningSite]:
    """A site of the attack's own, behind a proxy; proofs are cheap, so that machines can afford them."""
    with running_site(SAMVERK_TRUSTED_PROXIES="1", SAMVERK_VERIFICATION_EFFORT="2") as site:
        yield site


def post(site: RunningSite, number: int, address: str, proof: str = "") -> int:
    """One automated post; returns what it was answered with. Now and then a reader looks at the site."""
    fields = {"text": f"Köp nu! {number}", "kind": "comment", "page": "/", "proof": proof}
    headers = {"X-Forwarded-For": address, "Sec-Fetch-Site": "same-origin"}
    request = Request(f"{site.url}/synpunkter/", urlencode(fields).encode(), headers)  # noqa: S310
    if number % 50 == 0:
        assert site.status_of("/kakor/") == 200
    try:
        return int(build_opener(_Stay).open(request, timeout=30).status)
    except HTTPError as answer:
        return answer.code


def all_posts(site: RunningSite, addresses: list[str], proofs: list[str]) -> Counter[int]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = pool.map(lambda number: post(site, number, addresses[number], proofs[number]), range(POSTS))
        return Counter(answers)


ONE = ["192.0.2.1"] * POSTS
A_THOUSAND = [f"10.0.{number // 250}.{number % 250}" for number in range(POSTS)]


def test_machines_that_prove_nothing_leave_nothing(attacked: RunningSite) -> None:
    before = states_in(attacked)
    for addresses in (ONE, A_THOUSAND):
        answers = all_posts(attacked, addresses, [""] * POSTS)

        assert answers == {200: POSTS}  # each is asked for digits
    assert states_in(attacked) == before


def test_machines_that_prove_themselves_get_a_few_in_from_one_address(attacked: RunningSite) -> None:
    before = states_in(attacked)
    answers = all_posts(attacked, ONE, proofs_for(attacked, POSTS))
    after = states_in(attacked)

    assert answers[303] + answers[429] == POSTS
    assert sum(after.values()) - sum(before.values()) == answers[303] <= 2 * IN_TEN_MINUTES


def test_of_a_flood_from_a_thousand_addresses_the_inbox_gets_the_beginning(attacked: RunningSite) -> None:
    before = states_in(attacked)
    answers = all_posts(attacked, A_THOUSAND, proofs_for(attacked, POSTS))
    after = states_in(attacked)

    assert answers == {303: POSTS}
    assert sum(after.values()) - sum(before.values()) == POSTS
    assert after["new"] - before.get("new", 0) <= 2 * IN_A_MINUTE
