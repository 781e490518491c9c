"""Questions: the list, one, all on one page; ask, edit, take back."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from election.domain import listing, questions, reading
from election.domain.listing import Order
from election.domain.refusals import Refused
from election.forms.questions import AskForm, ListForm, WordingForm
from election.models import Election, Question
from election.permissions import ASK, EDIT_QUESTION, READ, SEED
from election.views.access import READING, Request, at_election, invalid, page
from election.views.voices import candidate, person, speaker

A_PAGE = 20


@at_election(may=READ, methods=READING)
def index(request: Request, election: Election) -> HttpResponse:
    """The list of questions, ordered and narrowed."""
    slate = reading.slate(election)
    form = ListForm(request.GET, slate=slate)
    found = listing.questions(election, form.order_chosen, form.narrowing)
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    rows = reading.rows(election, list(shown), slate)
    context = {"rows": rows, "shown": shown, "form": form, "orders": list(Order), "tab": "questions"}
    return page(request, "questions/index.html", context)


@at_election(may=READ, methods=READING)
def whole(request: Request, election: Election) -> HttpResponse:
    """The whole Q&A on one page, in the order it was asked."""
    slate = reading.slate(election)
    asked = list(listing.questions(election, Order.NEWEST).reverse())
    context = {"readings": reading.everything(election, asked, slate), "tab": "questions"}
    return page(request, "questions/whole.html", context)


@at_election(may=READ, methods=READING)
def show(request: Request, election: Election, number: int) -> HttpResponse:
    """One question with its answers and threads."""
    question = _found(request, election, number)
    found = reading.one(question, reading.slate(election))
    context = {
        "reading": found,
        "waits_for_me": request.can.answer and found.waits_for(candidate(request)),
        "draft_saved_at": reading.draft_saved_at(question),
        "tab": "questions",
    }
    return page(request, "questions/show.html", context)


def _found(request: Request, election: Election, number: int) -> Question:
    question = reading.find(election, number, request.standing.candidacy)
    if question is None:
        raise Http404("There is no question with this number.")
    return question


@at_election(may=ASK)
def ask(request: Request, election: Election) -> HttpResponse:
    """Ask the candidates a question, with a preview."""
    return _ask(request, election, "questions:ask")


@at_election(may=SEED)
def seed(request: Request, election: Election) -> HttpResponse:
    """An official's opening question, also before the window opens."""
    return _ask(request, election, "questions:seed")


def _ask(request: Request, election: Election, address: str) -> HttpResponse:
    form = AskForm(request.POST or None, election=election)
    left = election.questions_each - request.standing.asked
    context = {"form": form, "left": left, "action": reverse(address, args=[election.slug]), "tab": "questions"}
    if request.method != "POST":
        return page(request, "questions/ask.html", context)
    if not form.is_valid():
        return invalid(request, "questions/ask.html", context)
    if "preview" in request.POST:
        return page(request, "questions/ask.html", {**context, "preview": form.preview})
    wording = form.cleaned_data
    try:
        asked = questions.ask(
            election, wording["sentence"], wording["background"], request.at, to=form.asked, **speaker(request)
        )
    except Refused as no:
        form.add_error(None, str(no))
        return invalid(request, "questions/ask.html", context)
    messages.success(request, f"Your question is number {asked.number}.")
    return redirect(asked)


@at_election(may=EDIT_QUESTION)
def edit(request: Request, election: Election, number: int) -> HttpResponse:
    """The asker mends the wording, for 15 minutes and while nobody has answered."""
    question = _own(request, election, number)
    initial = {"sentence": question.heading, "background": question.said}
    form = WordingForm(request.POST or None, initial=initial)
    context = {"form": form, "question": question, "tab": "questions"}
    if request.method != "POST":
        late = not questions.can_be_edited(question, person(request), request.at)
        return page(request, "questions/edit.html", {**context, "late": late})
    if form.is_valid() and "preview" in request.POST:
        return page(request, "questions/edit.html", {**context, "preview": form.preview})
    if form.is_valid():
        try:
            wording = form.cleaned_data
            questions.edit(question, wording["sentence"], wording["background"], person(request), request.at)
            return redirect(question)
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "questions/edit.html", context)


def _own(request: Request, election: Election, number: int) -> Question:
    """One's own question. Hidden or taken back meanwhile, only what was typed about it is taken: to be shown back."""
    question = _found(request, election, number)
    if question.author_id != person(request).pk or (question.is_silent and request.method != "POST"):
        raise Http404("This is not your question.")
    return question


@at_election(may=EDIT_QUESTION)
def take_back(request: Request, election: Election, number: int) -> HttpResponse:
    """The asker takes an unanswered question back, once asked whether they mean it."""
    question = _own(request, election, number)
    context = {"question": question, "tab": "questions"}
    if request.method != "POST":
        return page(request, "questions/take_back.html", context)
    try:
        questions.take_back(question, person(request), request.at)
    except Refused as no:
        return page(request, "questions/take_back.html", {**context, "refused": str(no)}, status=409)
    messages.success(request, f"You took question {question.number} back.")
    return redirect("questions:index", election.slug)
