"""Tables of the day that comes back."""

from samverk.parts.day.models.editions import Edition, Series, State

__all__ = ["Edition", "Series", "State"]
