"""Every setting that an operator can give, read from the environment once."""

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
        description="Signs sessions and links; at least 50 random characters. Empty: made once and kept in var.",
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
