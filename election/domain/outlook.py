"""The outlook: how many stand for how many seats, and what follows from it, in sentences for everybody."""

from __future__ import annotations

from datetime import datetime

from election.models import Election
from election.timeline import Timeline

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number(count: int) -> str:
    """A count as people read it: "three" up to twelve, then figures."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def several(count: int, noun: str) -> str:
    """ "one seat", "two seats"; "no candidates"."""
    plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"
    return f"{number(count)} {noun if count == 1 else plural}"


def outlook(election: Election, standing: int, at: datetime) -> str:
    """One or two sentences: who stands for what, and what follows. `standing` counts those who have not withdrawn.
    Three candidates for two seats: "Three candidates stand for two seats, so there will be a Q&A and a vote." """
    if election.recorded.cancelled:
        return "This election was cancelled."
    if election.recorded.declared:
        return f"{several(standing, 'candidate').capitalize()} stood for {several(election.seats, 'seat')}."
    sentence = f"{several(standing, 'candidate').capitalize()} {'stands' if standing == 1 else 'stand'}"
    sentence += f" for {several(election.seats, 'seat')}"
    nomination = election.timeline.nomination
    if nomination and not nomination.is_over(at):
        return f"{sentence} so far. {_so_far(standing, election.seats)}"
    return sentence + _follows(standing, election.seats, election.timeline, at)


def _so_far(standing: int, seats: int) -> str:
    if standing > seats:
        return "If that stays so, there will be a vote."
    missing = seats - standing
    if missing:
        return f"{number(missing).capitalize()} more {'is' if missing == 1 else 'are'} needed to fill the seats."
    return "Every seat has its candidate; one more, and there will be a vote."


def _follows(standing: int, seats: int, timeline: Timeline, at: datetime) -> str:
    if standing > seats:
        return _ahead(timeline, at)
    if standing == 0:
        return ": nobody can be elected. The officials must extend nomination or cancel the election."
    if standing == seats:
        return ", one for each, so no vote is needed: the officials can declare them elected by acclamation."
    empty = several(seats - standing, "seat")
    return f", so {empty} would stay empty. The officials must extend nomination, or acclaim those who stand."


def _ahead(timeline: Timeline, at: datetime) -> str:
    """What is still to come of the Q&A and the vote, or that it is open or over."""
    talk = [window for window in (timeline.questions, timeline.answers) if window]
    still_talk = bool(talk) and not all(window.is_over(at) for window in talk)
    voting = timeline.voting
    if voting and voting.is_over(at):
        return ". The vote is over."
    if voting and voting.is_open(at):
        return ", so there is a vote, which is open now."
    ahead = [*(["a Q&A"] if still_talk else []), *(["a vote"] if voting else [])]
    return f", so there will be {' and '.join(ahead)}." if ahead else "."
