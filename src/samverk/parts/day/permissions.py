"""Who may do what with the days that come back."""

from samverk.base.organisations.permissions import is_administrator, is_organiser

may_arrange = is_organiser | is_administrator
