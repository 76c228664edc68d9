"""Tables of what people say about pages, and what becomes of it."""

from samverk.parts.feedback.models.comments import Comment, Kind, State

__all__ = ["Comment", "Kind", "State"]
