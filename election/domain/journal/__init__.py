"""The journal: every act of officials and site managers, append-only and hash-chained, told to everybody."""

from election.domain.journal.deeds import Deed
from election.domain.journal.telling import Act, Told, of_election, of_site, tell
from election.domain.journal.verdicts import Flaw, Verdict
from election.domain.journal.verifying import verify
from election.domain.journal.writing import erase, record

__all__ = ["Act", "Deed", "Flaw", "Told", "Verdict", "erase", "of_election", "of_site", "record", "tell", "verify"]
