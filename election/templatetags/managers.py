"""What site managers need to know."""

from __future__ import annotations

from django import template

from election.domain import accounts

register = template.Library()


@register.simple_tag
def mail_trouble() -> str:
    """Why mail goes to nobody, and how to mend it; empty while it works."""
    return accounts.mail_trouble()
