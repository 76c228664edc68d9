"""Why an upload is refused."""

from enum import StrEnum


class Reason(StrEnum):
    """What is wrong with the content of an upload."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN_KIND = "unknown_kind"
    OTHER_KIND = "other_kind"
    BROKEN = "broken"
    TOO_MANY_PIXELS = "too_many_pixels"
    ANIMATED = "animated"
    MACROS = "macros"
    ACTIVE = "active"
    LOCKED = "locked"
    NOT_TEXT = "not_text"
    NOT_CAPTIONS = "not_captions"


class Refused(ValueError):
    """The upload is not accepted, for this reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
