"""Save the election a folder tells of: body, election, candidates, result; and later only what is new in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from election.domain import bodies, elections, journal, running
from election.domain.journal import Deed
from election.domain.refusals import Refused
from election.forms.folders import FolderForm
from election.importers.folders import Folder, Remark
from election.importers.outcomes import bring_in_result
from election.importers.slates import bring_in_candidates
from election.importers.spans import planned
from election.models import Body, Election


@dataclass(frozen=True)
class Brought:
    """What came of a folder: the election, whether it is new, what was made (sentences), and what to look at."""

    election: Election
    is_new: bool
    made: tuple[str, ...]
    remarks: tuple[Remark, ...]


@transaction.atomic
def bring_in(folder: Folder, at: datetime) -> Brought:
    """Make the folder's election, or add to it what has appeared in the folder since. Nothing is made twice.

    Raises Refused where the folder does not say enough to make an election, or where another election has its address.
    """
    remarks: list[Remark] = []
    known = elections.find(folder.slug)
    made: list[str] = []
    election = _known(known, folder, remarks) if known else _new(folder, at, remarks, made)
    made += bring_in_candidates(election, folder, at, remarks)
    made += bring_in_result(election, folder, at, remarks)
    if known is None:
        _record(election, folder, at)
    return Brought(election, known is None, tuple(made), tuple(remarks))


def _new(folder: Folder, at: datetime, remarks: list[Remark], made: list[str]) -> Election:
    form = _cleaned(folder, remarks)
    body = _body(str(form["body"]), at, made)
    timeline = planned(folder, remarks)
    fields = {name: form[name] for name in ("title", "slug", "seats", "term_months", "source_url", "source")}
    election = running.create(body, None, at, timeline=timeline, **fields)
    running.announce(election, None, at)
    made.append(f"Made the election “{election.title}” at {election.get_absolute_url()}.")
    return Election.objects.whole().get(pk=election.pk)


def _cleaned(folder: Folder, remarks: list[Remark]) -> dict[str, object]:
    """What the form makes of it; a text or address that it refuses is left out and said so."""
    told = {name: getattr(folder, name) for name in ("title", "slug", "seats", "term_months", "source_url")}
    form = FolderForm({**told, "body": folder.body_name, "source": folder.text})
    if form.is_valid():
        return form.cleaned_data
    for name in ("title", "slug", "body", "seats"):
        if name in form.errors:
            raise Refused(f"{form.errors[name][0]} Write it into README.md and import the folder again.")
    remarks += [Remark("README.md", 0, f"{form[name].label} left out: {why[0]}") for name, why in form.errors.items()]
    blank = {"source": "", "source_url": "", "term_months": None}
    return {**{name: blank[name] for name in form.errors}, **form.cleaned_data}


def _body(name: str, at: datetime, made: list[str]) -> Body:
    slug = slugify(name)[:60].strip("-") or "body"
    known = Body.objects.filter(slug=slug).first() or Body.objects.filter(name__iexact=name).first()
    if known:
        return known
    made.append(f"Made the body “{name}”.")
    return bodies.create(None, at, slug=slug, name=name, seats=None)


def _known(election: Election, folder: Folder, remarks: list[Remark]) -> Election:
    """The election there is, locked. What the folder says otherwise of it is left as it is here, and said so."""
    locked = Election.objects.select_for_update().get(pk=election.pk)
    if locked.title != folder.title and locked.body.slug != slugify(folder.body_name)[:60]:
        raise Refused(
            f"“{locked.title}” of {locked.body.name} has the address {locked.get_absolute_url()} already. "
            "Rename the folder to import it."
        )
    if not locked.recorded.announced:
        raise Refused(f"“{locked.title}” is a draft with the same address. Announce or delete it first.")
    if folder.seats not in {None, locked.seats}:
        remarks.append(Remark("README.md", 0, f"Here {locked.seats} seats are to be filled; that was left as it is."))
    if planned(folder, []) != locked.timeline:
        remarks.append(
            Remark("README.md", 0, "Its dates are not those of the election here, which were left as they are.")
        )
    return Election.objects.whole().get(pk=locked.pk)


def _record(election: Election, folder: Folder, at: datetime) -> None:
    facts = {
        "seats": election.seats,
        "candidates": election.candidacies.count(),
        "winners": len(folder.elected),
        "source": election.source_url,
    }
    journal.record(
        Deed.ELECTION_IMPORTED, by=None, at=at, election=election, after=facts, words={"title": election.title}
    )
