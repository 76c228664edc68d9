"""Who may open which address. An address that is not in this table fails the suite."""

from samverk.base.organisations.models import Role

VISITOR = "visitor"
SIGNED_IN = frozenset(Role.values)
EVERYBODY = SIGNED_IN | {VISITOR}
EDITORS = frozenset({Role.EDITOR, Role.LEAD_EDITOR, Role.ADMINISTRATOR})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})

WHO_MAY_OPEN: dict[str, frozenset[str]] = {
    # operators' probes; /metrics wants a token from whoever is not on the machine itself
    "healthz": EVERYBODY,
    "readyz": EVERYBODY,
    "metrics": EVERYBODY,
    # the public site
    "site:page": EVERYBODY,
    "site:easy_page": EVERYBODY,
    "site:cookies": EVERYBODY,
    "site:statement": EVERYBODY,
    "site:report": EVERYBODY,
    "site:rss": EVERYBODY,
    "site:atom": EVERYBODY,
    "site:section_rss": EVERYBODY,
    "site:section_atom": EVERYBODY,
    "site:sitemap": EVERYBODY,
    "site:robots": EVERYBODY,
    "site:favicon": EVERYBODY,
    "search:find": EVERYBODY,
    "search:suggest": EVERYBODY,
    "feedback:send": EVERYBODY,
    "feedback:thanks": EVERYBODY,
    "feedback:reported": EVERYBODY,
    "feedback:challenge": EVERYBODY,
    "feedback:picture": EVERYBODY,
    "feedback:sound": EVERYBODY,
    "ui:style": EVERYBODY,
    "wagtaildocs_serve": EVERYBODY,
    "files:media": EVERYBODY,
    # the demonstration's own pages
    "demo_logins": EVERYBODY,
    "mail:mailbox": EVERYBODY,
    "mail:mail": EVERYBODY,
    "mail:formatted": EVERYBODY,
    "mail:file": EVERYBODY,
    # signing in
    "account_login": EVERYBODY,
    "account_reset_password": EVERYBODY,
    # one's own account
    "people_account": SIGNED_IN,
    "people_details": SIGNED_IN,
    "people_my_data": SIGNED_IN,
    "account_email": SIGNED_IN,
    "account_change_password": SIGNED_IN,
    "mfa_index": SIGNED_IN,
    "usersessions_list": SIGNED_IN,
}

ONLY_ANSWERS_POSTS = frozenset({"site:answer_cookies", "site:count_view", "account_logout"})

# allauth's and Wagtail's own steps in the middle of signing in: they know for themselves who is under way
MIDWAY = (
    "account_",
    "mfa_",
    "socialaccount_",
    "openid_connect_",
    "people_invitation",
    "people_second_factor",
    "wagtaildocs_authenticate_with_password",
    "wagtailcore_authenticate_with_password",
    "wagtailcore_login",
    "wagtail_serve",
)
