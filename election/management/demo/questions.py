"""What is asked, answered and replied in an election of the demo, each by the verbs that the pages use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from election.domain import answers, drafts, moderation, questions, threads
from election.domain.refusals import Refused
from election.management.demo.content import Table
from election.management.demo.scene import Act, Scene, voice
from election.models import Answer, Question, Reply
from election.permissions import ANSWER, ASK, HIDE, REPLY, SEED, Role


@dataclass
class Talk:
    """One question with what came of it; `replies` are found by their key, or by their place where they have none."""

    scene: Scene
    row: Table
    question: Question = field(init=False)
    replies: dict[str, Reply] = field(default_factory=dict)


def acts(scene: Scene) -> Iterator[Act]:
    """All questions with their answers, drafts and threads."""
    for row in scene.story["question"]:
        yield from _talk(Talk(scene, row))


def _talk(talk: Talk) -> Iterator[Act]:
    row = talk.row
    yield Act(row["at"], partial(_ask, talk))
    for answer in row.get("answer", ()):
        for version in (*answer.get("earlier", ()), answer):
            yield Act(version["at"], partial(_answer, talk, answer["by"], version))
    for draft in row.get("draft", ()):
        yield Act(draft["at"], partial(_draft, talk, draft))
    for place, reply in enumerate(row.get("reply", ())):
        yield from _replied(talk, reply.get("key", str(place)), reply)


def _ask(talk: Talk, at: datetime) -> None:
    scene, row = talk.scene, talk.row
    standing = scene.standing(row["by"], SEED if row["by"] in scene.story["officials"] else ASK, at)
    talk.question = questions.ask(
        scene.election,
        scene.days.said(row["sentence"]),
        scene.days.said(row.get("background", "")),
        at,
        author=standing.user,
        voice=voice(standing),
        to=[scene.candidacy(key) for key in row["to"]] if "to" in row else None,
    )


def _answer(talk: Talk, key: str, version: Table, at: datetime) -> None:
    candidacy = talk.scene.candidate(key, ANSWER, at)
    put = answers.decline if version.get("declined") else answers.publish
    put(talk.question, candidacy, talk.scene.days.said(version.get("text", "")), at)


def _draft(talk: Talk, row: Table, at: datetime) -> None:
    candidacy = talk.scene.candidate(row["by"], ANSWER, at)
    drafts.save(talk.question, candidacy, talk.scene.days.said(row["text"]), 0, at)


def _replied(talk: Talk, key: str, row: Table) -> Iterator[Act]:
    yield Act(row["at"], partial(_reply, talk, key, row))
    if "hidden" in row:
        yield Act(row["hidden"]["at"], partial(_hide, talk, key, row["hidden"]))
    if "restored" in row:
        yield Act(row["restored"]["at"], partial(_restore, talk, key, row["restored"]))
    if "taken_back" in row:
        yield Act(row["taken_back"], partial(_take_back, talk, key, row["by"]))


def _reply(talk: Talk, key: str, row: Table, at: datetime) -> None:
    standing = talk.scene.standing(row["by"], REPLY, at)
    talk.replies[key] = threads.reply(
        talk.question,
        talk.scene.days.said(row["text"]),
        at,
        author=standing.user,
        voice=voice(standing),
        answer=_answer_of(talk, row["on"]) if "on" in row else None,
        parent=talk.replies[row["to"]] if "to" in row else None,
        candidacy=standing.candidacy if Role.CANDIDATE in standing.roles else None,
    )


def _answer_of(talk: Talk, key: str) -> Answer:
    return Answer.objects.get(question=talk.question, candidacy=talk.scene.candidacy(key))


def _hide(talk: Talk, key: str, row: Table, at: datetime) -> None:
    reason = talk.scene.days.said(row["reason"])
    moderation.hide(talk.replies[key], reason, talk.scene.by(row["by"], HIDE, at), at)


def _restore(talk: Talk, key: str, row: Table, at: datetime) -> None:
    hidden = Reply.objects.select_related("hiding").get(pk=talk.replies[key].pk)
    if hidden.hiding is None:
        raise Refused("There is nothing to restore: this reply is not hidden.")
    moderation.restore(hidden.hiding, talk.scene.days.said(row["reason"]), talk.scene.by(row["by"], HIDE, at), at)


def _take_back(talk: Talk, key: str, by: str, at: datetime) -> None:
    threads.take_back(talk.replies[key], talk.scene.by(by, REPLY, at), at)
