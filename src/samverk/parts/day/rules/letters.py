"""What we write to people about."""

from enum import StrEnum


class About(StrEnum):
    """The occasions for a letter about somebody's registration."""

    RECEIVED = "received"
    SEAT = "seat"
    WAITING = "waiting"
    OFFER = "offer"
    LAPSED = "lapsed"
    CANCELLED = "cancelled"
    REMINDER = "reminder"
    LINK = "link"
