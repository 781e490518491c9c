"""Hide and restore, by officials, with a public reason."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from election.domain import moderation
from election.domain.refusals import Refused
from election.forms.moderation import HideForm, RestoreForm
from election.models import Election, Hiding
from election.permissions import HIDE
from election.views.access import Request, at_election, invalid, page
from election.views.voices import person


@at_election(may=HIDE)
def hide(request: Request, election: Election, kind: str, pk: int) -> HttpResponse:
    """Hide a question, an answer or a reply."""
    post = moderation.find(election, kind, pk)
    if post is None or post.is_silent:
        raise Http404("There is nothing to hide at this address.")
    form = HideForm(request.POST or None)
    context = {"form": form, "post": post, "kind": kind, "question": moderation.question_of(post), "tab": "questions"}
    if request.method != "POST":
        return page(request, "moderation/hide.html", context)
    if form.is_valid():
        try:
            moderation.hide(post, form.cleaned_data["reason"], person(request), request.at)
            messages.success(request, f"The {kind} is hidden. Your reason stands in its place.")
            return redirect(post)
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "moderation/hide.html", context)


@at_election(may=HIDE)
def restore(request: Request, election: Election, pk: int) -> HttpResponse:
    """Show a hidden post again."""
    hiding = get_object_or_404(Hiding.objects.select_related("by"), pk=pk, election=election)
    post = moderation.hidden_by(hiding)
    if post is None:
        raise Http404("This has been restored already.")
    form = RestoreForm(request.POST or None)
    context = {"form": form, "post": post, "hiding": hiding, "kind": moderation.kind_of(post), "tab": "questions"}
    if request.method != "POST":
        return page(request, "moderation/restore.html", context)
    if form.is_valid():
        try:
            moderation.restore(hiding, form.cleaned_data["reason"], person(request), request.at)
            messages.success(request, "The text is shown again. Your reason stands in “What officials did”.")
            return redirect(post)
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "moderation/restore.html", context)
