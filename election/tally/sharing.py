"""How candidates ranked equally share a vote of which each keeps a part."""

from __future__ import annotations

from fractions import Fraction
from math import factorial, prod


class Sharing:
    """What equals at one rank keep of what reaches it, and what goes on below.

    With every strict order equally likely, candidate i with keep factor k_i keeps, on average over all orders,
    k_i times the product of (1 - k_j) over those before i. Let everybody arrive at a moment drawn evenly from [0, 1]:
    all orders are equally likely, and j is before i, who arrives at t, with probability t. So the average is k_i times
    the integral over t of the product of (1 - t k_j) over all others.
    """

    def __init__(self, keep: list[int], one: int) -> None:
        """`keep` are the keep factors, in units of which `one` makes a whole vote."""
        self.keep = [Fraction(factor, one) for factor in keep]
        self.known: dict[tuple[int, ...], tuple[list[tuple[int, Fraction]], Fraction]] = {}

    def of(self, members: tuple[int, ...]) -> tuple[list[tuple[int, Fraction]], Fraction]:
        """Each member's share of one vote, and the share that goes on."""
        if members not in self.known:
            factors = [self.keep[member] for member in members]
            share = {factor: _share(factor, factors) for factor in set(factors)}
            onward = prod((1 - factor for factor in factors), start=Fraction(1))
            self.known[members] = [(member, share[self.keep[member]]) for member in members], onward
        return self.known[members]


def _share(factor: Fraction, factors: list[Fraction]) -> Fraction:
    """What somebody with this keep factor keeps among all these, of whom they are one."""
    whole = factors.count(Fraction(1)) - (factor == 1)
    others = [other for other in factors if other != 1]
    if factor != 1:
        others.remove(factor)
    product = [Fraction(1)]  # by powers of t, without the (1 - t) of those who keep all
    for other in others:
        shifted = [Fraction(0), *product]
        product = [here - other * before for here, before in zip([*product, Fraction(0)], shifted, strict=True)]
    mean = Fraction(0)
    for power, coefficient in enumerate(product):
        mean += coefficient * Fraction(factorial(power) * factorial(whole), factorial(power + whole + 1))
    return factor * mean
