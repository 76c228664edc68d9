"""What pages about a day follow. The names are public, and so is that something has changed."""


def live(edition_id: int) -> str:
    """The programme of an edition and what is said of it on the day."""
    return f"day.live.{edition_id}"


def questions(session_id: int) -> str:
    """The audience's questions in a session."""
    return f"day.questions.{session_id}"
