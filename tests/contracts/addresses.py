"""Who may open which address. An address that is not in this table fails the suite."""

from samverk.base.organisations.models import Role

VISITOR = "visitor"
SIGNED_IN = frozenset(Role.values)
EVERYBODY = SIGNED_IN | {VISITOR}
EDITORS = frozenset({Role.EDITOR, Role.LEAD_EDITOR, Role.ADMINISTRATOR})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
ORGANISERS = frozenset({Role.ORGANISER, Role.ADMINISTRATOR})

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
    # the Days, and the organisers' workspace
    "day:days": EVERYBODY,
    "day:series": EVERYBODY,
    "day:edition": EVERYBODY,
    "day:calendar": EVERYBODY,
    "day:session_calendar": EVERYBODY,
    "day:register": EVERYBODY,
    "day:lost_link": EVERYBODY,
    "day:registered": EVERYBODY,
    "day:change_registration": EVERYBODY,
    "day:colleagues": EVERYBODY,
    "day:hand_over": EVERYBODY,
    "day:cancel_registration": EVERYBODY,
    "day:ticket": EVERYBODY,
    "day:registered_calendar": EVERYBODY,
    "day:accept_offer": EVERYBODY,
    "day:rejoin": EVERYBODY,
    "day_desk:shelf": ORGANISERS,
    "day_desk:registrations": ORGANISERS,
    "day_desk:waiting_list": ORGANISERS,
    "day_desk:attendee": ORGANISERS,
    "day_desk:badges": ORGANISERS,
    "day_desk:export": ORGANISERS,
    "day_desk:tickets": ORGANISERS,
    "day_desk:new_kind": ORGANISERS,
    "day_desk:kind": ORGANISERS,
    "day_desk:questions": ORGANISERS,
    "day_desk:add_ready": ORGANISERS,
    "day_desk:new_question": ORGANISERS,
    "day_desk:question": ORGANISERS,
    "day_desk:remove_kind": ORGANISERS,
    "day_desk:turn_question": ORGANISERS,
    # what people have told of diet, access and interpreting is not for whoever runs the site
    "day_desk:needs": frozenset({Role.ORGANISER}),
    "day_desk:export_needs": frozenset({Role.ORGANISER}),
    "day_desk:new_series": ORGANISERS,
    "day_desk:series": ORGANISERS,
    "day_desk:new_edition": ORGANISERS,
    "day_desk:compare": ORGANISERS,
    "day_desk:edition": ORGANISERS,
    "day_desk:texts": ORGANISERS,
    "day_desk:turn": ORGANISERS,
    "day_desk:prepare_followup": ORGANISERS,
    "day_desk:places": ORGANISERS,
    "day_desk:speakers": ORGANISERS,
    "day_desk:new_speaker": ORGANISERS,
    "day_desk:speaker": ORGANISERS,
    "day_desk:remove_speaker": ORGANISERS,
    "day_desk:programme": ORGANISERS,
    "day_desk:new_session": ORGANISERS,
    "day_desk:session": ORGANISERS,
    "day_desk:move_session": ORGANISERS,
    "day_desk:remove_session": ORGANISERS,
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
