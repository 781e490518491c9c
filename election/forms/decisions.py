"""Forms for deciding what messages become: each offer corrected, checked as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.safestring import SafeString

from election.models.written import safe

Choice = tuple[str, str]
"""The value of a choice, and its words."""

ANNOUNCEMENT, QUESTION, ANSWER, REPLY, LEFT_OVER = "announcement", "question", "answer", "reply", "left over"
KINDS: tuple[Choice, ...] = (
    (ANNOUNCEMENT, "an announcement"),
    (QUESTION, "a question to all candidates"),
    (ANSWER, "a candidate’s answer"),
    (REPLY, "a reply in the thread"),
    (LEFT_OVER, "nothing: leave it out"),
)


@dataclass(frozen=True)
class Offer:
    """What one message, or a part of it, would become, in words, with the choices that stand for that."""

    identifier: str
    who: str
    sent: str
    subject: str
    kind: str
    candidate: str
    place: str
    found: str
    said: str
    matched: str
    title: str
    sentence: str
    html: str
    refused: str
    remarks: tuple[str, ...]

    @property
    def shown(self) -> SafeString:
        """Its text as it would be shown; it came from `text.render`."""
        return safe(self.html)


@dataclass(frozen=True)
class Offered:
    """All offers, and what can be chosen: candidates and questions, and who has answered which already. `more` follow
    once these are decided."""

    offers: tuple[Offer, ...]
    candidates: tuple[Choice, ...]
    places: tuple[Choice, ...]
    answered: frozenset[tuple[str, int]]
    more: int = 0


@dataclass(frozen=True)
class Decision:
    """What an official decided about one offer."""

    kind: str
    candidate: int | None
    place: str

    @property
    def is_as_found(self) -> bool:
        return self.place == "found"

    @property
    def question(self) -> int | None:
        """The key of the question that stands already and that it goes under."""
        return int(self.place[2:]) if self.place.startswith("q-") else None

    @property
    def new_question(self) -> str:
        """The identifier of the new question that it goes under."""
        return self.place[2:] if self.place.startswith("n-") else ""


@dataclass(frozen=True)
class Row:
    """An offer with the fields to correct it."""

    number: int
    offer: Offer
    kind: forms.BoundField
    candidate: forms.BoundField
    place: forms.BoundField


class DecideForm(forms.Form):
    """What each offer becomes, who wrote it and where it goes; the plan's own proposals stand there to begin with."""

    def __init__(self, *args: Any, offered: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        for number, offer in enumerate(offered.offers, start=1):
            found: Sequence[Choice] = [("found", offer.found)] if offer.found else []
            candidates = [("", "nobody who stands"), *offered.candidates]
            places = [("", "nothing"), *found, *offered.places]
            key = offer.identifier
            self.fields[f"kind-{key}"] = _choice(f"Message {number} becomes", KINDS, offer.kind)
            self.fields[f"candidate-{key}"] = _choice(f"Message {number} is by", candidates, offer.candidate)
            self.fields[f"place-{key}"] = _choice(f"Message {number} stands under", places, offer.place)

    def rows(self) -> Iterator[Row]:
        """The offers with their fields, in order."""
        for number, offer in enumerate(self.offered.offers, start=1):
            fields = (self[f"{name}-{offer.identifier}"] for name in ("kind", "candidate", "place"))
            yield Row(number, offer, *fields)

    @property
    def decisions(self) -> dict[str, Decision]:
        """The decisions of a valid form, by the identifiers of the offers."""
        return {offer.identifier: self._decision(offer) for offer in self.offered.offers}

    def _decision(self, offer: Offer) -> Decision:
        kind, candidate, place = (self._chosen(name, offer) for name in ("kind", "candidate", "place"))
        return Decision(kind, int(candidate) if candidate else None, place)

    def _chosen(self, name: str, offer: Offer) -> str:
        return str(self.cleaned_data.get(f"{name}-{offer.identifier}", ""))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            self.answered = set(self.offered.answered)
            for offer in self.offered.offers:
                self._check(offer, self._decision(offer))
        return cleaned

    def _check(self, offer: Offer, decided: Decision) -> None:
        problem = self._problem(offer, decided)
        if problem:
            name, sentence = problem
            self.add_error(f"{name}-{offer.identifier}", sentence)

    def _problem(self, offer: Offer, decided: Decision) -> tuple[str, str] | None:
        if decided.kind == LEFT_OVER:
            return None
        if offer.refused:
            return "kind", f"It can only be left out. {offer.refused}"
        if decided.kind == ANNOUNCEMENT and decided.candidate:
            return "candidate", "Announcements are not by candidates. Choose “nobody who stands”, or another kind."
        if decided.kind in {ANSWER, REPLY}:
            return self._misplaced(decided)
        return None

    def _misplaced(self, decided: Decision) -> tuple[str, str] | None:
        if not decided.place:
            return "place", "Choose the question that this stands under, or leave it out."
        if decided.new_question and self.cleaned_data.get(f"kind-{decided.new_question}") != QUESTION:
            return "place", "That question is not brought in as one. Choose another, or leave this out too."
        return self._no_answer(decided) if decided.kind == ANSWER else None

    def _no_answer(self, decided: Decision) -> tuple[str, str] | None:
        if not decided.candidate:
            return "candidate", "Choose whose answer this is, or make it a reply."
        if decided.is_as_found:
            return "place", "An answer stands under a question. Choose which, or make it a reply."
        if (decided.place, decided.candidate) in self.answered:
            return "kind", "This candidate has answered that question already. Make it a reply."
        self.answered.add((decided.place, decided.candidate))
        return None


def _choice(label: str, choices: Sequence[Choice], initial: str) -> forms.ChoiceField:
    required = bool(choices[0][0])
    return forms.ChoiceField(label=label, choices=choices, initial=initial, required=required)
