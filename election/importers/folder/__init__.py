"""An election's folder in the layout of a community's repository, read. Pure: the database is not touched here."""

from election.importers.folder.facts import as_json
from election.importers.folder.reading import read
from election.importers.folder.values import WINDOWS, Folder, Nominee, Remark, Stage, Window

__all__ = ["WINDOWS", "Folder", "Nominee", "Remark", "Stage", "Window", "as_json", "read"]
