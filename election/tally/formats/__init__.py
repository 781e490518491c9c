"""Files of ballots, read and written: BLT, CSV, ABIF, PrefLib and the program's own JSON.

from election.tally.formats import read, write

with open("ballots.blt", "rb") as stream:
    file = read(stream, "ballots.blt")
file.ballots, file.seats, file.title
write(file, "json")
"""

from .ballot_file import BallotFile
from .doors import LARGEST, Form, read, write

__all__ = ["LARGEST", "BallotFile", "Form", "read", "write"]
