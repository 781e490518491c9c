"""THE place for time: windows, phases, plans and the words for them. Pure: no Django, no clock of its own."""

from election.timeline.moves import Change, Refused, changes, close_now, extend, open_now, reschedule
from election.timeline.phases import Phase, Recorded, Stage, phase_at, stages
from election.timeline.plans import Problem, problems, propose, warnings
from election.timeline.windows import AOE, Edge, Kind, Timeline, Window, end_of_day_anywhere
from election.timeline.words import Cell, cells, span, until

__all__ = [
    "AOE",
    "Cell",
    "Change",
    "Edge",
    "Kind",
    "Phase",
    "Problem",
    "Recorded",
    "Refused",
    "Stage",
    "Timeline",
    "Window",
    "cells",
    "changes",
    "close_now",
    "end_of_day_anywhere",
    "extend",
    "open_now",
    "phase_at",
    "problems",
    "propose",
    "reschedule",
    "span",
    "stages",
    "until",
    "warnings",
]
