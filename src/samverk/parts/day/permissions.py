"""Who may do what with the days that come back."""

from samverk.base.organisations.permissions import is_administrator, is_organiser

may_arrange = is_organiser | is_administrator
# What somebody has told of health and needs is for those who arrange the day, not for whoever runs the site.
may_see_needs = is_organiser
