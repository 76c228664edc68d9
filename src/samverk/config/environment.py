"""Every setting that an operator can give, read from the environment once."""

import sys
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

REPOSITORY = Path(__file__).resolve().parents[3]


class Environment(BaseSettings):
    """The settings of an installation.

    Each field has a line in docs/handbook/operators/settings.md; a test holds the two together.
    """

    model_config = SettingsConfigDict(env_prefix="SAMVERK_", extra="ignore", case_sensitive=False)

    mode: Literal["demonstration", "production"] = Field(
        default="demonstration",
        description="`demonstration` shows invented people and a mailbox page; `production` serves a region.",
    )
    database_url: str = Field(
        default="",
        validation_alias="DATABASE_URL",
        description="A PostgreSQL server (15 or newer). Empty: the embedded server in the var folder.",
    )
    var: Path = Field(
        default=REPOSITORY / "var",
        description="Folder for what the installation writes: database, uploaded files, logs.",
    )
    secret_key: str = Field(
        default="",
        description="Signs sessions and links; at least 50 random characters. Empty: made once and kept "
        "in var.",
    )
    hosts: str = Field(
        default="localhost,127.0.0.1,[::1]",
        description="Host names the site answers to, separated by commas.",
    )
    base_url: str = Field(
        default="http://127.0.0.1:8000",
        description="The address that links in mails and feeds begin with.",
    )
    languages: str = Field(
        default="sv,en",
        description="Languages of the site, the first is the default. Each needs a translation file.",
    )
    oidc_name: str = Field(
        default="",
        description="What the button for signing in through an identity broker says, like `Freja eID` or "
        "`Sweden Connect`.",
    )
    oidc_server_url: str = Field(
        default="",
        description="The issuer of the OpenID Connect identity broker. Empty: no such sign-in.",
    )
    oidc_client_id: str = Field(
        default="", description="The name by which the identity broker knows this site."
    )
    oidc_client_secret: str = Field(default="", description="The secret shared with the identity broker.")
    oidc_is_strong: bool = Field(
        default=False,
        description="The identity broker itself asks for two factors, so nobody needs a second one here "
        "after it.",
    )
    trusted_proxies: int = Field(
        default=0,
        ge=0,
        description="How many proxies of our own stand before the site and add to X-Forwarded-For.",
    )
    audit_days: int = Field(
        default=730, ge=90, description="For how many days the audit log and the history of people are kept."
    )
    import_days: int = Field(
        default=30,
        ge=1,
        description="For how many days the source of an imported page is kept; then it is deleted.",
    )
    comment_days: int = Field(
        default=365,
        ge=1,
        description="For how many days a comment is kept after it has been answered or closed.",
    )
    comment_days_at_most: int = Field(
        default=730,
        ge=1,
        description="For how many days a comment is kept at most, also if nobody has answered.",
    )
    comment_email_days: int = Field(
        default=14,
        ge=1,
        description="For how many days a commenter's address is kept after the answer has left; then it is "
        "deleted.",
    )
    speaker_days: int = Field(
        default=90,
        ge=0,
        description="For how many days after a day of ours somebody is kept who was to take part and never "
        "said yes to being shown; then they are deleted.",
    )
    comments_in_ten_minutes: int = Field(
        default=5, ge=1, description="How many comments may come from one network within ten minutes."
    )
    comments_in_a_day: int = Field(
        default=20, ge=1, description="How many comments may come from one network in a day."
    )
    comments_in_a_minute: int = Field(
        default=60,
        ge=1,
        description="How many comments may come in a minute from everybody together. What comes beyond it is "
        "kept out of the inbox until an editor lets it in, and verification takes more work.",
    )
    verification_minutes: int = Field(
        default=20, ge=2, description="For how long the proof that a sender is no machine counts."
    )
    verification_effort: int = Field(
        default=3000,
        ge=1,
        description="About how many keys a sender's browser derives to prove it; 3000 take half a second on "
        "a computer and some seconds on an old telephone, while its owner writes.",
    )
    offer_hours: int = Field(
        default=48,
        ge=1,
        description="For how many hours a free seat is kept for the first in the waiting list; near the day "
        "for half the time that is left.",
    )
    registrations_in_ten_minutes: int = Field(
        default=60,
        ge=1,
        description="How many registrations for a day may come from one network within ten minutes, to each "
        "web process.",
    )
    door_requests_in_ten_minutes: int = Field(
        default=6000,
        ge=1,
        description="How many questions and answers from doors may come from one network within ten minutes, "
        "to each web process. A phone asks about every ten seconds.",
    )
    proposals_in_ten_minutes: int = Field(
        default=20,
        ge=1,
        description="How many proposals for a programme may come from one network within ten minutes, to "
        "each web process.",
    )
    proposal_days: int = Field(
        default=90,
        ge=0,
        description="For how many days after a day proposals that did not come with are kept, and what "
        "reviewers said of the others.",
    )
    audience_questions_in_ten_minutes: int = Field(
        default=60,
        ge=1,
        description="How many questions to those who speak may come from one network within ten minutes, to "
        "each web process; twenty times as many votes. Everybody in a hall may be one network.",
    )
    audience_days: int = Field(
        default=14,
        ge=0,
        description="For how many days after a day the audience's questions and votes are kept.",
    )
    sensitive_answer_days: int = Field(
        default=14,
        ge=1,
        description="For how many days after a day answers about diet, access and interpreting are kept.",
    )
    registration_days: int = Field(
        default=365,
        ge=1,
        description="For how many days after a day the names and addresses of those who registered are kept.",
    )
    evaluation_text_days: int = Field(
        default=365,
        ge=1,
        description="For how many days after a day what visitors wrote in its evaluation is kept. The "
        "figures stay, and the quotations that were released.",
    )
    invitation_days: int = Field(
        default=14, ge=1, description="For how many days an invitation can be accepted; then it is deleted."
    )
    smtp_url: str = Field(
        default="",
        description="The mail server, like `smtp+tls://user:password@mail.example:587`: `smtp+tls` is "
        "STARTTLS, "
        "`smtps` is TLS from the start, `smtp` is without. Empty: in a demonstration nothing is sent.",
    )
    mail_from: str = Field(
        default="Samverk <samverk@example.org>",
        description="The sender of the mails, with or without a name.",
    )
    editors_email: str = Field(
        default="",
        description="Where replies go when somebody answers an editor's letter. Empty: to the sender of the "
        "mails.",
    )
    mail_days: int = Field(
        default=30, ge=1, description="For how many days mails that have been sent are kept."
    )
    page_cache: float = Field(
        default=1.0,
        ge=0,
        description="For how many seconds a page may be given again to readers who are not signed in. 0 "
        "turns it off.",
    )
    streams: int = Field(
        default=5_000,
        ge=0,
        description="How many open pages each web process tells of changes at once, as they happen. Those "
        "beyond it ask again every few seconds.",
    )
    hsts_seconds: int = Field(
        default=31_536_000,
        ge=0,
        description="For how long browsers remember that the site only speaks HTTPS (production only).",
    )
    csp_report_url: str = Field(
        default="",
        description="Where browsers report breaches of the Content-Security-Policy. Empty: nowhere.",
    )
    metrics_token: str = Field(
        default="",
        description="The bearer token that may read `/metrics`. Empty: only requests from the machine "
        "itself may.",
    )
    telemetry_endpoint: str = Field(
        default="",
        description="An OpenTelemetry collector, like `http://127.0.0.1:4318`. Empty: no traces are made.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="How much is written in the log."
    )


def table() -> str:
    """The settings as a table for the handbook."""
    rows = ["| Variable | Default | What it is |", "|---|---|---|"]
    for name, field in Environment.model_fields.items():
        variable = field.validation_alias or f"SAMVERK_{name.upper()}"
        rows.append(f"| `{variable}` | {_shown(field.default)} | {field.description} |")
    return "\n".join(rows)


def _shown(default: object) -> str:
    if isinstance(default, Path):
        default = f"{default.relative_to(REPOSITORY)}/"
    return "" if default == "" else f"`{str(default).lower() if isinstance(default, bool) else default}`"


if __name__ == "__main__":
    sys.stdout.write(f"{table()}\n")
