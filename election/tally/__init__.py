"""The tally: any ballots, counted by any of ten methods, exactly, with every figure the outcome rests on.

    from election.tally import Profile, Rules, count

    profile = Profile.of(["Ann", "Ben", "Cy"], [["Ann", "Ben"], ["Ben", {"Ann", "Cy"}], ["Cy"]])
    outcome = count(profile, Rules(method="schulze", seats=2))
    outcome.elected, outcome.ranking, outcome.to_dict()

Pure Python, no dependency, no float, no clock and no chance: the same ballots and rules give the same outcome.
"""

from .contest import Strength, Unranked
from .count import count
from .errors import BadFile, TallyError
from .methods import METHODS
from .outcome import Outcome
from .profile import Marks, Profile
from .rules import Cap, CapRule, Rules
from .ties import Decision, Lot, Shared

__all__ = [
    "METHODS",
    "BadFile",
    "Cap",
    "CapRule",
    "Decision",
    "Lot",
    "Marks",
    "Outcome",
    "Profile",
    "Rules",
    "Shared",
    "Strength",
    "TallyError",
    "Unranked",
    "count",
]
