"""From files with messages to posts on record: read, planned with all that stands, decided, saved in one act."""

from election.importers.messages.became import Became, became
from election.importers.messages.offering import offers
from election.importers.messages.preparing import Prepared, identifier, prepare
from election.importers.messages.saving import Brought, Result, bring_in

__all__ = ["Became", "Brought", "Prepared", "Result", "became", "bring_in", "identifier", "offers", "prepare"]
