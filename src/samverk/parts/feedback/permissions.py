"""Who may do what with comments."""

from samverk.base.organisations.permissions import is_administrator, is_editor, is_lead_editor

may_answer = is_editor | is_administrator
may_share_out = is_lead_editor | is_administrator
