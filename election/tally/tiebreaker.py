"""The tie-breaking order of STAR: the Equal Vote Coalition's "Official Tiebreaker Protocol".

https://www.starvoting.org/ties, in substance:

1. In the scoring round, for the candidate preferred by more voters. Of more than two, compared head to head, those who
   lost the most match-ups are eliminated, as often as needed until two can advance.
2. In the run-off, for the one with the higher score.
3. What is tied still goes to the most five-star ratings; whoever has the fewest is eliminated.
4. Then to a lot, and from the top again with those who are still tied.

A match-up is two candidates, lost by the one whom fewer voters prefer; a draw is lost by neither. Whoever a step puts
ahead of the others advances if there is room, and the tie goes on for the room that is left. (The Coalition's own
voting site leaves out the match-ups of more than two: by its documentation of 2025 these go to step 3 at once.)
"""

from __future__ import annotations

from .contest import Contest, by_amount
from .marks import Sheet
from .rows import Amount
from .ties import By, Purpose, Tie

Group = tuple[int, ...]


class Tiebreaker:
    """Settles the ties of one count, and keeps in `ties` what is to be said of them."""

    def __init__(self, sheet: Sheet, contest: Contest) -> None:
        self.sheet = sheet
        self.contest = contest
        self.ties: list[Tie] = []
        self._beaten_by: dict[int, int] = {}

    def advance(self, tied: Group, room: int) -> Group:
        """Which of those with equal sums reach the run-off, if it has room for so many: steps 1, 3 and 4.

        Raises Undecided where the tie stays open.
        """
        advancing: Group = ()
        while len(tied) > room:
            ahead, tied = self._split(tied, room)
            advancing += ahead
            room -= len(ahead)
        return advancing + tied

    def winner(self, tied: Group, sums: dict[int, Amount], scored: int) -> int:
        """Who wins a run-off that is tied: steps 2 to 4. `scored` is the round that has the sums.

        Raises Undecided where the tie stays open.
        """
        by_sum, by_top = by_amount(tied, sums), self._by_top_marks(tied)
        if len(by_sum) > 1:
            return self._settled(tied, Purpose.PLACE, By.EARLIER_ROUND, by_sum[0], scored)[0]
        if len(by_top) > 1:
            return self._settled(tied, Purpose.PLACE, By.TOP_MARKS, by_top[0])[0]
        return self._drawn(tied, Purpose.PLACE)[0]

    def _split(self, tied: Group, room: int) -> tuple[Group, Group]:
        """Who advances by the first step that tells the tied apart, and who are tied for the room that is left."""
        for by, blocks in ((By.COMPARISON, self._by_match_ups(tied)), (By.TOP_MARKS, self._by_top_marks(tied))):
            if len(blocks) > 1:
                ahead, still = _fitting(blocks, room)
                self._settled(tied, Purpose.RUNOFF, by, ahead or still)
                return ahead, still
        first, *others = self._drawn(tied, Purpose.RUNOFF)
        return (first,), tuple(sorted(others)) if room > 1 else ()

    def _by_match_ups(self, tied: Group) -> tuple[Group, ...]:
        """Those who lost fewer match-ups than others did, and those who lost the most."""
        self._compare(tied)
        among = sum(1 << number for number in tied)
        lost = {number: (self._beaten_by[number] & among).bit_count() for number in tied}
        most = max(lost.values())
        return by_amount(tied, {number: int(lost[number] < most) for number in tied})

    def _compare(self, tied: Group) -> None:
        """Note who beats whom, as a set of bits. Sums do not change: whoever is tied later is among these now."""
        prefer = self.sheet.prefer
        for one in tied:
            if one not in self._beaten_by:
                beats = (other for other in tied if prefer(other, one) > prefer(one, other))
                self._beaten_by[one] = sum(1 << other for other in beats)

    def _by_top_marks(self, tied: Group) -> tuple[Group, ...]:
        return by_amount(tied, {number: self.sheet.given(self.contest.highest, number) for number in tied})

    def _settled(self, tied: Group, purpose: Purpose, by: By, first: Group, at: int | None = None) -> Group:
        names = [self.contest.named(self.contest.alphabetical(numbers)) for numbers in (tied, first)]
        self.ties.append(Tie(names[0], purpose, by, names[1], at))
        return first

    def _drawn(self, tied: Group, purpose: Purpose) -> list[int]:
        order, tie = self.contest.draw(tied, purpose)
        self.ties.append(tie)
        return order


def _fitting(blocks: tuple[Group, ...], room: int) -> tuple[Group, Group]:
    """The blocks that find room, best first, and the one that finds less than it needs, if there is any left."""
    fitting: Group = ()
    for block in blocks:
        if len(fitting) + len(block) > room:
            return fitting, block if len(fitting) < room else ()
        fitting += block
    return fitting, ()
