"""Bring in the result a folder declares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from election.domain import declarations
from election.domain.refusals import Refused
from election.forms.folders import ResultForm
from election.importers.folders import Folder, Remark
from election.importers.slates import find
from election.mail import names
from election.models import Candidacy, Election, Term
from election.models.declaration import DeclarationKind


def bring_in_result(election: Election, folder: Folder, at: datetime, remarks: list[Remark]) -> list[str]:
    """Declares who was elected, unless a result is there. Gives the sentence that says so."""
    if not folder.elected:
        return []
    slate = list(Candidacy.objects.filter(election=election).select_related("withdrawal").prefetch_related("addresses"))
    nominees = {one.name: one for one in folder.candidates}
    winners = [one for one in (find(slate, nominees[name]) for name in folder.elected) if one]
    if election.recorded.declared:
        _compare(election, winners, folder, remarks)
        return []
    try:
        _declare(election, folder, winners, slate, at, remarks)
    except Refused as no:
        remarks.append(Remark(folder.result_file, 0, f"No result was declared: {no}"))
        return []
    _end_terms(election, folder.holders)
    return [f"Declared elected: {', '.join(winner.name for winner in winners)}."]


def _declare(
    election: Election,
    folder: Folder,
    winners: list[Candidacy],
    slate: list[Candidacy],
    at: datetime,
    remarks: list[Remark],
) -> None:
    standing = {one.pk for one in slate if not one.has_withdrawn}
    all_of_them = standing == {one.pk for one in winners} and len(winners) <= election.seats
    kind = DeclarationKind.ACCLAIMED if folder.acclaimed and all_of_them else DeclarationKind.ELSEWHERE
    voting = election.timeline.voting
    # a file of results tells that the vote is over, whatever the plan was
    after = max(at, voting.closes) if voting else at
    declarations.declare(
        election, kind, winners, None, after, on=_day(election, folder, at), **_cleaned(folder, remarks)
    )


def _end_terms(election: Election, holders: Sequence[str]) -> None:
    """Ends terms that have no end yet: of those whose seats were up, and of whoever was elected again, whichever of
    their elections was brought in first."""
    terms = list(Term.objects.filter(body=election.body).order_by("begins"))
    ours = [term for term in terms if term.election_id == election.pk]
    for on in {term.begins for term in ours}:
        names_up = [*holders, *(term.name for term in ours)]
        declarations.end_terms((t for t in terms if any(names.same_person(t.name, name) for name in names_up)), on)
    for term in ours:
        later = (t.begins for t in terms if t.begins > term.begins and names.same_person(t.name, term.name))
        if first := next(later, None):
            declarations.end_terms([term], first)


def _cleaned(folder: Folder, remarks: list[Remark]) -> dict[str, Any]:
    form = ResultForm({"source": folder.result_text, "source_url": folder.result_url})
    if not form.is_valid():
        file = folder.result_file
        remarks += [Remark(file, 0, f"{form[name].label} left out: {why[0]}") for name, why in form.errors.items()]
    return {**dict.fromkeys(form.errors, ""), **form.cleaned_data}


def _day(election: Election, folder: Folder, at: datetime) -> date:
    """The day the results tell; else the day the plan gives for them, the end of voting, or today."""
    voting = election.timeline.voting
    return folder.declared_on or folder.results_on or (voting.closes if voting else at).date()


def _compare(election: Election, winners: list[Candidacy], folder: Folder, remarks: list[Remark]) -> None:
    declared = set(election.declaration.winners.values_list("candidacy", flat=True))
    if declared != {one.pk for one in winners}:
        sentence = "It names others as elected than the result declared here, which was left as it is."
        remarks.append(Remark(folder.result_file, 0, sentence))
