"""Bring in the candidates of a folder: those who are not there yet, and statements that have appeared since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from election.domain import candidacies
from election.domain.refusals import Refused
from election.forms.folders import NomineeForm
from election.importers.folders import Folder, Nominee, Remark
from election.mail import names
from election.models import Candidacy, Election


def bring_in_candidates(election: Election, folder: Folder, at: datetime, remarks: list[Remark]) -> list[str]:
    """Adds who is missing and marks who withdrew. Gives a sentence for each."""
    made = []
    for nominee in folder.candidates:
        form = _cleaned(nominee, remarks)
        if form is None:
            continue
        slate = list(Candidacy.objects.filter(election=election).prefetch_related("addresses"))
        known = find(slate, nominee)
        made += (
            [_add(election, nominee, form, at, remarks)]
            if known is None
            else _complete(known, nominee, form, at, remarks)
        )
    return made + _withdraw(election, folder, at)


def find(slate: Sequence[Candidacy], nominee: Nominee) -> Candidacy | None:
    """This nominee among those who stand: by the same name, or else by an address."""
    exact = [one for one in slate if names.key(one.name) == names.key(nominee.name)]
    alike = [one for one in slate if names.same_person(one.name, nominee.name)]
    reached = [one for one in slate if {a.email for a in one.addresses.all()} & set(nominee.addresses)]
    return next(iter(exact or alike or reached), None)


def _cleaned(nominee: Nominee, remarks: list[Remark]) -> dict[str, Any] | None:
    """What the form makes of it. A field that it refuses is left out; without a name there is no candidate."""
    links = "\n".join(f"{label} {address}" for label, address in nominee.links)
    told = {name: getattr(nominee, name) for name in ("name", "family_name", "affiliation", "statement", "source_url")}
    form = NomineeForm({**told, "addresses": "\n".join(nominee.addresses), "links": links})
    if not form.is_valid():
        file = nominee.source_file or "Results"
        remarks += [Remark(file, 0, f"{form[name].label} left out: {why[0]}") for name, why in form.errors.items()]
    if "name" in form.errors:
        return None
    blank: dict[str, Any] = {"addresses": [], "links": []}
    return {**{name: blank.get(name, "") for name in form.errors}, **form.cleaned_data}


def _add(election: Election, nominee: Nominee, form: dict[str, Any], at: datetime, remarks: list[Remark]) -> str:
    statement, addresses, name = form.pop("statement"), form.pop("addresses"), form.pop("name")
    fields = {**form, "source": statement, "statement_until": _deadline(election, at)}
    try:
        candidacies.add(election, name, addresses, None, at, **fields)
    except Refused as no:
        remarks.append(Remark(nominee.source_file, 0, f"The addresses were left out: {no}"))
        candidacies.add(election, name, [], None, at, **fields)
    return f"Added {name} as a candidate{'' if statement else ', without a statement'}."


def _deadline(election: Election, at: datetime) -> datetime | None:
    """In an election whose statements are closed by now, a statement stays as it was; else the usual deadline holds."""
    first = election.timeline.questions or election.timeline.voting
    return first.opens if first and first.opens <= at else None


def _complete(
    known: Candidacy, nominee: Nominee, form: dict[str, Any], at: datetime, remarks: list[Remark]
) -> list[str]:
    """A statement for somebody whom only the results had named; any other difference is left, and said so."""
    if form["statement"] and not known.source:
        stated = candidacies.state(known, form["statement"], None, at)
        addresses = {*form["addresses"], *(address.email for address in known.addresses.all())}
        candidacies.correct(stated, sorted(addresses), None, at, source_url=form["source_url"])
        return [f"Added the statement of {known.name}."]
    if form["statement"] and form["statement"] != known.source:
        sentence = f"It differs from the statement of {known.name} here, which was left as it is."
        remarks.append(Remark(nominee.source_file, 0, sentence))
    return []


def _withdraw(election: Election, folder: Folder, at: datetime) -> list[str]:
    made = []
    slate = list(Candidacy.objects.filter(election=election).select_related("withdrawal").prefetch_related("addresses"))
    for nominee in (one for one in folder.candidates if one.name in folder.withdrawn):
        known = find(slate, nominee)
        if known and not known.has_withdrawn:
            candidacies.withdraw(known, None, at)
            made.append(f"Marked that {known.name} withdrew.")
    return made
