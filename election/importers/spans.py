"""The plan of an election from the windows a folder states: what cannot work is left out, and said so."""

from __future__ import annotations

from dataclasses import replace

from election.importers.folders import Folder, Remark, Span
from election.timeline import Kind, Timeline, Window, problems

_KINDS = {"nomination": (Kind.NOMINATION,), "qa": (Kind.QUESTIONS, Kind.ANSWERS), "voting": (Kind.VOTING,)}


def planned(folder: Folder, remarks: list[Remark]) -> Timeline:
    """The timeline of all windows that have both ends and go together; answers are open as long as questions are."""
    timeline = Timeline()
    for name, kinds in _KINDS.items():
        span = folder.windows.get(name, Span())
        for kind in kinds:
            if span.opens and span.closes:
                timeline = _with(timeline, kind, Window(kind, span.opens, span.closes))
    while found := problems(timeline):
        remarks.append(Remark("README.md", 0, f"{found[0].sentence} Until then this window is left out."))
        for kind in next(kinds for kinds in _KINDS.values() if found[0].kind in kinds):
            timeline = _with(timeline, kind, None)
    return timeline


def _with(timeline: Timeline, kind: Kind, window: Window | None) -> Timeline:
    return replace(timeline, **{kind.value: window})
