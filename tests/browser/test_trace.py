"""Every sentence of the source page has a place that really shows something."""

import pytest
from playwright.sync_api import Page

from tests.contracts.trace import Row, rows

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("row", [row for row in rows() if row.is_built], ids=lambda row: str(row.number))
def test_the_place_of_a_sentence_is_there(page: Page, row: Row) -> None:
    answer = page.goto(row.address)

    assert answer is not None
    assert answer.status == 200
    for selector in row.selectors:
        assert page.locator(selector).count() > 0, f"{row.address} shows no {selector}"
