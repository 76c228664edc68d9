"""Who may do what with pages, beyond what Wagtail itself asks."""

from samverk.base.organisations.permissions import is_administrator, is_editor

may_import = is_editor | is_administrator
