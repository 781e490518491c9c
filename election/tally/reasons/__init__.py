"""An outcome in sentences: what it says as a whole, and why one candidate stands before another.

    from election.tally import reasons

    reasons.sentences(outcome)           # "Ann and Cy are elected, in this order.", …
    reasons.why(outcome, "Ann", "Ben")   # "Ann stands before Ben: the strongest path from Ann to Ben is …"

All of it comes from the outcome alone, also from one that was read back from JSON. The figures are exact.
"""

from .order import why
from .summary import sentences

__all__ = ["sentences", "why"]
