"""Decisions of the public pages, as pure functions."""
