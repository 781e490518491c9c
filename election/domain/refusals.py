"""How a verb says no: with a sentence for the person who asked."""

from __future__ import annotations


class Refused(Exception):
    """The act is against the rules of this election or came too late; the message says why and what to do."""
