"""Answers: what waits for a candidate; write, keep a draft, decline; every version; a reply made the answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from election.domain import answers, drafts, history, reading
from election.domain.refusals import Refused
from election.domain.todo import Task, waiting_for
from election.forms.answers import AnswerForm, DeclineForm, DraftForm
from election.models import Answer, Draft, Election, Question, Reply
from election.permissions import ANSWER, READ, TODO
from election.views.access import READING, WRITING, Request, at_election, invalid, page
from election.views.voices import candidate


@at_election(may=TODO, methods=READING)
def todo(request: Request, election: Election) -> HttpResponse:
    """What waits for this candidate, oldest first, answering in place."""
    found = waiting_for(candidate(request), reading.slate(election))
    forms = [(task, _in_place(task)) for task in found.tasks]
    window, recorded = election.timeline.answers, election.recorded
    closed = recorded.cancelled or recorded.declared or (window is not None and window.is_over(request.at))
    return page(request, "answers/todo.html", {"todo": found, "forms": forms, "closed": closed, "tab": "todo"})


def _in_place(task: Task) -> AnswerForm:
    """Many forms on one page: each field bears its question's number."""
    return AnswerForm(initial=_initial(task.draft, None), auto_id=f"id_%s_{task.question.number}")


def _initial(draft: Draft | None, answer: Answer | None) -> dict[str, Any]:
    """What the form begins with: the draft, else the answer as it stands."""
    if draft:
        return {"source": draft.source, "revision": draft.revision}
    return {"source": answer.said if answer and not answer.declined else "", "revision": 0}


@at_election(may=ANSWER)
def write(request: Request, election: Election, number: int) -> HttpResponse:
    """Write, preview and publish one's answer, or change it."""
    question, answer, draft = _mine(request, election, number)
    form = AnswerForm(request.POST or None, initial=_initial(draft, answer))
    context = {"form": form, "question": question, "answer": answer, "draft": draft, "tab": "questions"}
    if request.method != "POST":
        return page(request, "answers/write.html", context)
    if not form.is_valid():
        return invalid(request, "answers/write.html", context)
    if "preview" in request.POST:
        return page(request, "answers/write.html", {**context, "preview": form.preview})
    return (_keep if "keep" in request.POST else _publish)(request, question, form, context)


def _publish(request: Request, question: Question, form: AnswerForm, context: dict[str, Any]) -> HttpResponse:
    """The answer is published, unless its draft was changed in another window, whose text would be lost."""
    wanted, me = form.cleaned_data, candidate(request)
    try:
        published = answers.publish(question, me, wanted["source"], request.at, seen=wanted["revision"] or 0)
    except drafts.Stale as stale:
        return _both(request, form, context, stale.draft)
    except Refused as no:
        form.add_error(None, str(no))
        return invalid(request, "answers/write.html", context)
    messages.success(request, "Your answer is changed." if context["answer"] else "Your answer is published.")
    return redirect(published)


def _mine(request: Request, election: Election, number: int) -> tuple[Question, Answer | None, Draft | None]:
    """The question, one's answer to it and the draft of it. Of a question that was hidden or taken back, or was put to
    others, only what was typed is taken: to be shown back with the reason."""
    question = reading.find(election, number)
    if question is None:
        raise Http404("There is no question with this number.")
    if request.method != "POST" and (question.is_silent or not answers.was_asked(question, candidate(request))):
        raise Http404("This question takes no answer of yours.")
    answer = Answer.objects.filter(question=question, candidacy=candidate(request)).select_related("hiding").first()
    return question, answer, drafts.of(question, candidate(request))


def _keep(request: Request, question: Question, form: AnswerForm, context: dict[str, Any]) -> HttpResponse:
    """The draft is kept without a script; a newer one elsewhere is shown, never overwritten."""
    wanted = form.cleaned_data
    try:
        drafts.save(question, candidate(request), wanted["source"], wanted["revision"] or 0, request.at)
    except drafts.Stale as stale:
        return _both(request, form, context, stale.draft)
    messages.success(request, "Your draft is saved. Only you can see it.")
    return redirect("answers:write", question.election.slug, question.number)


def _both(request: Request, form: AnswerForm, context: dict[str, Any], other: Draft) -> HttpResponse:
    """What was typed here and what another window saved, side by side; the next try knows of both."""
    form.data = {**form.data, "source": form.cleaned_data["source"], "revision": other.revision}
    form.add_error("source", "This draft was changed in another window. Both texts are below; nothing was lost.")
    return invalid(request, "answers/write.html", {**context, "other": other})


@at_election(may=ANSWER, methods=WRITING)
def draft(request: Request, election: Election, number: int) -> HttpResponse:
    """Saves the draft while one writes: {"revision", "saved"}; 409 with the other text when it was saved elsewhere."""
    question, _, _ = _mine(request, election, number)
    form = DraftForm(request.POST)
    if not form.is_valid():
        wrong = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"error": " ".join(wrong)}, status=422)
    wanted = form.cleaned_data
    try:
        saved = drafts.save(question, candidate(request), wanted["source"], wanted["revision"], request.at)
    except drafts.Stale as stale:
        return JsonResponse({"error": str(stale), "source": stale.draft.source}, status=409)
    zone = request.user.timezone if request.user.is_authenticated else timezone.get_default_timezone()
    return JsonResponse({"revision": saved.revision, "saved": f"{saved.saved_at.astimezone(zone):%H:%M}"})


@at_election(may=ANSWER)
def decline(request: Request, election: Election, number: int) -> HttpResponse:
    """Decline to answer, with a reason or without."""
    question, answer, _ = _mine(request, election, number)
    form = DeclineForm(request.POST or None)
    context = {"form": form, "question": question, "answer": answer, "tab": "questions"}
    if request.method != "POST":
        return page(request, "answers/decline.html", context)
    if form.is_valid():
        try:
            declined = answers.decline(question, candidate(request), form.cleaned_data["reason"], request.at)
            messages.success(request, "You declined to answer. You can change that until the deadline.")
            return redirect(declined)
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "answers/decline.html", context)


@at_election(may=READ, methods=READING)
def versions(request: Request, election: Election, pk: int) -> HttpResponse:
    """Every version of an answer, with its date and what changed."""
    rows = Answer.objects.select_related("question__election", "question__hiding", "candidacy", "hiding")
    answer = get_object_or_404(rows, pk=pk, question__election=election)
    context = {"answer": answer, "revisions": history.of_answer(answer), "tab": "questions"}
    return page(request, "answers/versions.html", context)


@at_election(may=ANSWER)
def adopt(request: Request, election: Election, pk: int) -> HttpResponse:
    """One's own reply under a question becomes the answer."""
    rows = Reply.objects.select_related("question__election", "hiding")
    reply = get_object_or_404(rows, pk=pk, question__election=election, candidacy=candidate(request))
    if request.method != "POST":
        return page(request, "answers/adopt.html", {"reply": reply, "tab": "questions"})
    try:
        answer = answers.adopt(reply, candidate(request), request.at)
    except Refused as no:
        return page(request, "answers/adopt.html", {"reply": reply, "refused": str(no), "tab": "questions"}, status=409)
    messages.success(request, "Your reply is now your answer.")
    return redirect(answer)
