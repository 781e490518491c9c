"""The journal: every act of officials and site managers, append-only and hash-chained, told to everybody."""

from election.domain.journal.deeds import Deed
from election.domain.journal.verifying import Flaw, Verdict, verify
from election.domain.journal.writing import erase, record

__all__ = ["Deed", "Flaw", "Verdict", "erase", "record", "verify"]
