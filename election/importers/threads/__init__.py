"""From mail threads to proposed posts. Pure: nothing is read from or written to the database here."""

from election.importers.threads.copies import Copy
from election.importers.threads.people import Author, Known, Match, People, Role
from election.importers.threads.plan import plan
from election.importers.threads.proposals import Asked, Found, Kind, Parent, Plan, Proposal

__all__ = [
    "Asked",
    "Author",
    "Copy",
    "Found",
    "Kind",
    "Known",
    "Match",
    "Parent",
    "People",
    "Plan",
    "Proposal",
    "Role",
    "plan",
]
