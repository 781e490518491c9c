"""Telling the journal to people: who, what, why, before and after, from an entry and its words alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from election.domain.journal.chain import line
from election.domain.journal.deeds import SENTENCES
from election.domain.journal.labels import FACTS, SILENT, WORDS, Value, label, value
from election.models import Election, JournalEntry

OPERATOR = "The operator of this site"
SOMEBODY = "Somebody whose name was erased"
ERASED = "(erased)"
LONG = 240

_ADDRESS = re.compile(r"\b([^\s@])[^\s@]*@([^\s@]+)")


@dataclass(frozen=True)
class Told:
    """One thing an act says: before and after where it changed something, after alone where it set it."""

    label: str
    after: Value
    before: Value | None = None

    @property
    def is_long(self) -> bool:
        return isinstance(self.after, str) and len(self.after) > LONG


@dataclass(frozen=True)
class Act:
    """An entry as people read it. `line` is what its hash was taken over; `question` the number of a question meant."""

    entry: JournalEntry
    who: str
    sentence: str
    reason: str
    told: tuple[Told, ...]
    question: int | None
    is_erased: bool

    @property
    def has_words(self) -> bool:
        """Whether there is anything that could be erased."""
        return hasattr(self.entry, "text")

    @property
    def line(self) -> str:
        return line(self.entry)

    @property
    def facts(self) -> list[Told]:
        """What fits into a few words."""
        return [told for told in self.told if not told.is_long]

    @property
    def texts(self) -> list[Told]:
        """Whole texts, to be folded."""
        return [told for told in self.told if told.is_long]


def of_election(election: Election) -> QuerySet[JournalEntry]:
    """The acts of one election, newest first."""
    return election.journal.select_related("text").order_by("-number")


def of_site(*, with_drafts: bool) -> QuerySet[JournalEntry]:
    """All acts, newest first; those of elections not announced yet for who may see drafts only."""
    acts = JournalEntry.objects.select_related("text", "election", "body").order_by("-number")
    return acts if with_drafts else acts.exclude(election__isnull=False, election__publication__isnull=True)


def tell(entry: JournalEntry) -> Act:
    """The act of an entry; where its words were erased, the sentence says so in their place."""
    words = _words(entry)
    before, after = entry.facts.get("before", {}), entry.facts.get("after", {})
    sentence = SENTENCES.get(entry.deed, entry.deed)
    return Act(
        entry=entry,
        who=words.get("by") or (SOMEBODY if entry.actor_id else OPERATOR),
        sentence=sentence.format_map(_Parts({**after, **words, "post": _post(after)})),
        reason=words.get("reason", ""),
        told=(*_facts(before, after), *_notes(words, sentence)),
        question=after.get("question"),
        is_erased=bool(entry.text_hash) and not hasattr(entry, "text"),
    )


class _Parts(dict[str, Any]):
    """What a sentence is filled with."""

    def __missing__(self, key: str) -> str:
        return ERASED


def _words(entry: JournalEntry) -> dict[str, str]:
    """The words, with addresses shortened: who was named by an address only is not shown to harvesters."""
    text = getattr(entry, "text", None)
    words: dict[str, str] = dict(text.words) if text else {}
    return {key: _ADDRESS.sub(r"\1…@\2", word) if key == "who" else word for key, word in words.items()}


def _post(facts: Mapping[str, Any]) -> str:
    of = {"question": "question", "answer": "an answer to question", "reply": "a reply under question"}
    return f"{of.get(facts.get('kind', ''), 'a post under question')} {facts.get('question', '')}"


def _facts(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Told]:
    keys = [key for key in [*after, *(before.keys() - after.keys())] if key not in SILENT]
    return [
        Told(label(key, FACTS), value(key, after.get(key)), value(key, before[key]) if key in before else None)
        for key in sorted(keys, key=_order)
        if (before[key] != after.get(key) if key in before else after[key] not in (None, "", []))
    ]


def _order(key: str) -> int:
    return list(FACTS).index(key) if key in FACTS else len(FACTS)


def _notes(words: Mapping[str, str], sentence: str) -> list[Told]:
    said = {"by", "reason", *(key for key in words if f"{{{key}}}" in sentence)}
    return [Told(label(key, WORDS), word) for key, word in words.items() if key not in said and word]
