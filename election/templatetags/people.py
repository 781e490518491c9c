"""What those who sign in, and site managers, need to know."""

from __future__ import annotations

from django import template

from election.domain import accounts, addresses

register = template.Library()


@register.simple_tag
def mail_trouble() -> str:
    """Why nobody can receive a code, and how to mend it; empty while mail works."""
    return accounts.mail_trouble()


@register.simple_tag
def code_lasts() -> str:
    """How long a code is good."""
    return addresses.code_lasts()
