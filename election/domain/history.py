"""Histories: every version of an answer or a statement, with its differences from the one before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from election.models import Answer, AnswerVersion, Candidacy, StatementVersion
from election.text import Piece, difference

Version = AnswerVersion | StatementVersion


@dataclass(frozen=True)
class Revision:
    """One version and what changed in it since the one before (no pieces for the first)."""

    version: Version
    pieces: tuple[Piece, ...] = ()


def revisions(versions: Sequence[Version]) -> tuple[Revision, ...]:
    """`versions` newest first, each with its differences from the next in the list."""
    older = [*versions[1:], None]
    return tuple(
        Revision(v, tuple(difference(before.source, v.source)) if before else ())
        for v, before in zip(versions, older, strict=True)
    )


def of_answer(answer: Answer) -> tuple[Revision, ...]:
    """Every version of an answer, newest first; none while it is hidden."""
    if answer.is_silent:
        return ()
    return revisions(list(answer.versions.select_related("answer__hiding")))


def of_statement(candidacy: Candidacy) -> tuple[Revision, ...]:
    """Every version of a candidate's statement, newest first."""
    return revisions(list(candidacy.statements.all()))


def latest_changes(answers: Iterable[Answer]) -> dict[int, Revision]:
    """The last change of each changed answer, by answer id, in one query (none where nothing was changed)."""
    changed = {answer.pk: answer for answer in answers if answer.changed_at and not answer.is_silent}
    kept: dict[int, list[AnswerVersion]] = {}
    if changed:
        for version in AnswerVersion.objects.filter(answer__in=changed).order_by("-number"):
            kept.setdefault(version.answer_id, []).append(version)
    return {pk: revisions(versions[:2])[0] for pk, versions in kept.items()}
