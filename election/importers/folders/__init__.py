"""Reading a folder that holds one election, in the layout of Kata Containers: pure, nothing is saved."""

from election.importers.folders.reading import read
from election.importers.folders.values import KINDS, Folder, Nominee, Remark, Span, Unreadable

__all__ = ["KINDS", "Folder", "Nominee", "Remark", "Span", "Unreadable", "read"]
