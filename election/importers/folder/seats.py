"""How many seats there are, where README and results may state different figures."""

from election.importers.folder.outcome import nominees
from election.importers.folder.readme import Readme
from election.importers.folder.results import Results
from election.importers.folder.sections import Topic
from election.importers.folder.slate import Slate
from election.importers.folder.values import Remark


def seats(readme: Readme | None, results: Results | None, slate: Slate) -> tuple[int | None, list[Remark]]:
    """The README's figure, unless the results state another that more speaks for: that it was changed, as many seats
    listed with their holders, or as many people elected. Every contradiction is remarked."""
    own = readme.seats if readme else None
    remarks = readme.seat_remarks() if readme else []
    stated = results.figures[-1] if results and results.figures else None
    elected = _elected(results, slate) if results else 0
    listed = readme.holders.count if readme else 0
    if own is None:
        return (stated.count if stated else elected or None), remarks
    other = stated.count if stated else elected
    if not readme or not results or not other or other == own.count or (not stated and elected < own.count):
        return own.count, remarks
    figures = [own.count, stated.count if stated else 0, listed, elected]
    more = not own.changed and figures.count(other) > figures.count(own.count)
    taken = other if more or (stated and stated.changed) else own.count
    said = (
        f"It says {other} seats, {readme.file} {own.count} (line {own.line}); {taken} is taken, as more speaks for it."
    )
    return taken, [*remarks, Remark(results.file, stated.line if stated else 0, said)]


def _elected(results: Results, slate: Slate) -> int:
    """How many the results list as elected, or, where there was no vote, as nominees."""
    for section in results.about(Topic.ELECTED):
        if not section.is_ranked:
            return len(section.people)
    return len(nominees(results, slate)) if results.is_acclaimed else 0
