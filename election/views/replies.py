"""Replies: write one (to a question, an answer or a reply; with a quote), edit, take back."""

from __future__ import annotations

from typing import NamedTuple

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from election import text
from election.domain import answers, reading, threads
from election.domain.refusals import Refused
from election.forms.replies import ReplyForm
from election.models import Answer, Election, Question, Reply
from election.permissions import REPLY, Role
from election.views.access import Request, at_election, invalid, page
from election.views.voices import candidate, person, speaker

LONGEST_ID = 18
"""Digits of the largest number that every database takes for an id."""


class Target(NamedTuple):
    """What is being replied to: the question, or an answer to it, or a reply below it."""

    question: Question
    answer: Answer | None = None
    parent: Reply | None = None

    @property
    def post(self) -> Question | Answer | Reply:
        return self.parent or self.answer or self.question

    @property
    def whose(self) -> str:
        """For the heading: "Reply to Amara Nwosu’s answer"."""
        if self.parent:
            return f"{self.parent.author_name}’s reply"
        return f"{self.answer.candidacy.name}’s answer" if self.answer else f"question {self.question.number}"

    @property
    def quoted(self) -> str:
        """The post as a quote to begin with; nothing of what is hidden or was taken back."""
        if self.post.is_silent:
            return ""
        heading = f"{self.question.sentence}\n\n" if self.post is self.question else ""
        said = (heading + self.post.said).strip()
        return text.quote(said) + "\n\n" if said else ""


def _target(election: Election, number: int, to: str) -> Target:
    question = reading.find(election, number)
    if question is None:
        raise Http404("There is no question with this number.")
    kind, _, pk = to.partition("-")
    if kind in ("", "q"):
        return Target(question)
    if not pk.isdecimal() or len(pk) > LONGEST_ID or kind not in ("a", "r"):
        raise Http404("There is nothing to reply to at this address.")
    below = {"question": question, "pk": pk}
    if kind == "a":
        return Target(question, answer=get_object_or_404(Answer.objects.select_related("candidacy", "hiding"), **below))
    parent = get_object_or_404(Reply.objects.select_related("answer__candidacy", "hiding"), **below)
    return Target(question, parent.answer, parent)


@at_election(may=REPLY)
def write(request: Request, election: Election, number: int) -> HttpResponse:
    """Reply to what `to` names (q, a-<id>, r-<id>), with its text quoted if `quote` is given."""
    target = _target(election, number, request.GET.get("to", ""))
    initial = {"source": target.quoted} if "quote" in request.GET else {}
    form = ReplyForm(request.POST or None, initial=initial)
    context = {"form": form, "target": target, "not_answer": _is_not_the_answer(request, target), "tab": "questions"}
    if request.method != "POST":
        return page(request, "replies/write.html", context)
    if not form.is_valid():
        return invalid(request, "replies/write.html", context)
    if "preview" in request.POST:
        return page(request, "replies/write.html", {**context, "preview": form.preview})
    reply = threads.reply(
        target.question,
        form.cleaned_data["source"],
        request.at,
        answer=target.answer,
        parent=target.parent,
        candidacy=candidate(request) if Role.CANDIDATE in request.standing.roles else None,
        **speaker(request),
    )
    return redirect(reply)


def _is_not_the_answer(request: Request, target: Target) -> bool:
    """Whether a candidate replies under a question that still waits for their answer."""
    mine = request.standing.candidacy
    if mine is None or target.answer or target.question.is_silent or not request.can.answer:
        return False
    given = Answer.objects.filter(question=target.question, candidacy=mine).exists()
    return not given and answers.was_asked(target.question, mine)


def _own(request: Request, election: Election, pk: int) -> Reply:
    """One's own reply. Hidden or taken back meanwhile, only what was typed about it is taken: to be shown back."""
    rows = Reply.objects.select_related("question__election", "question__hiding", "hiding")
    reply = get_object_or_404(rows, pk=pk, question__election=election, author=person(request))
    if reply.is_silent and request.method != "POST":
        raise Http404("This reply was hidden or taken back.")
    return reply


@at_election(may=REPLY)
def edit(request: Request, election: Election, pk: int) -> HttpResponse:
    """The author mends the wording, for 15 minutes."""
    reply = _own(request, election, pk)
    form = ReplyForm(request.POST or None, initial={"source": reply.said})
    context = {"form": form, "reply": reply, "tab": "questions"}
    if request.method != "POST":
        late = not threads.is_own_fresh(reply, person(request), request.at)
        return page(request, "replies/edit.html", {**context, "late": late})
    if form.is_valid() and "preview" in request.POST:
        return page(request, "replies/edit.html", {**context, "preview": form.preview})
    if form.is_valid():
        try:
            return redirect(threads.edit(reply, form.cleaned_data["source"], person(request), request.at))
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "replies/edit.html", context)


@at_election(may=REPLY)
def take_back(request: Request, election: Election, pk: int) -> HttpResponse:
    """The author takes a reply back; what stands below it stays."""
    reply = _own(request, election, pk)
    context = {"reply": reply, "tab": "questions"}
    if request.method != "POST":
        return page(request, "replies/take_back.html", context)
    try:
        threads.take_back(reply, person(request), request.at)
    except Refused as no:
        return page(request, "replies/take_back.html", {**context, "refused": str(no)}, status=409)
    messages.success(request, "You took your reply back. What others wrote below it stays.")
    return redirect(reply)
