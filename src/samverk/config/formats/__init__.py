"""Dates and numbers where Django's own forms do not suit a Swedish public service."""
