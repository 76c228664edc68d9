import pytest

from samverk.base.mail import rules


@pytest.mark.parametrize(
    ("given", "bare"),
    [
        ("anna@example.org", "anna@example.org"),
        ("Anna Åkesson <anna@example.org>", "anna@example.org"),
        ("info@kärngården.example", "info@xn--krngrden-0zan.example"),
        ("Anna <info@kärngården.example>", "info@xn--krngrden-0zan.example"),
        ("o'brien+dag@sub.example.org", "o'brien+dag@sub.example.org"),
    ],
)
def test_the_bare_address_is_found(given, bare):
    assert rules.address(given) == bare


@pytest.mark.parametrize(
    "given",
    [
        "",
        "anna",
        "anna@",
        "@example.org",
        "a@b\nBcc: c@d.example",
        "a@b.example, c@d.example",
        "a b@example.org",
        "a@" + "x" * 260,
        "å@example.org",
        "a@..",
        "a@exämple..org",
    ],
)
def test_what_is_no_single_address_is_refused(given):
    with pytest.raises(rules.InvalidAddress):
        rules.address(given)


def test_a_subject_is_one_line_and_not_too_long():
    assert rules.subject(" Hej\r\n\tpå\x00dig ") == "Hej på dig"
    assert len(rules.subject("x" * 500)) == rules.MAX_SUBJECT


@pytest.mark.parametrize(
    ("url", "server"),
    [
        (
            "smtp+tls://anna:p%40ss@mail.example",
            rules.Server("mail.example", 587, "anna", "p@ss", "starttls"),
        ),
        ("smtps://mail.example:4650", rules.Server("mail.example", 4650, "", "", "tls")),
        ("smtp://127.0.0.1", rules.Server("127.0.0.1", 25, "", "", "none")),
    ],
)
def test_the_mail_servers_address_is_read(url, server):
    assert rules.server(url) == server


@pytest.mark.parametrize(
    "url", ["", "mail.example", "https://mail.example", "smtp://", "smtp://mail.example:x"]
)
def test_a_wrong_address_of_a_mail_server_is_refused(url):
    with pytest.raises(rules.InvalidServer):
        rules.server(url)


@pytest.mark.parametrize(
    ("attempts", "permanent", "gives_up"),
    [(1, False, False), (1, True, True), (8, False, True), (7, False, False)],
)
def test_a_mail_is_given_up_in_the_end(attempts, permanent, gives_up):
    assert rules.gives_up(attempts=attempts, permanent=permanent) is gives_up
