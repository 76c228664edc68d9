import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("browser", "language"),
    [
        ("en-GB,en;q=0.9", "en"),
        ("sv-SE,sv;q=0.9,en;q=0.8", "sv"),
        ("de", "sv"),
        ("", "sv"),
        ("x" * 9000, "sv"),
    ],
)
def test_ones_own_pages_are_in_a_language_that_the_browser_asks_for(client, browser, language):
    page = client.get("/konto/login/", headers={"Accept-Language": browser}).content.decode()

    assert f'<html lang="{language}"' in page


@pytest.mark.parametrize(("address", "language"), [("/", "sv"), ("/en/", "en"), ("/kakor/", "sv")])
def test_public_pages_are_in_the_language_of_their_address(client, address, language):
    page = client.get(
        address, headers={"Accept-Language": "en" if language == "sv" else "sv"}
    ).content.decode()

    assert f'<html lang="{language}"' in page
