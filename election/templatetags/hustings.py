"""The house itself: icons, the tabs of an election, the way to a page of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html

if TYPE_CHECKING:
    from django.core.paginator import Page
    from django.http import HttpRequest
    from django.template import Context
    from django.utils.safestring import SafeString

    from election.models import Election

register = template.Library()

TAB_OF = {
    "elections": "overview",
    "announcements": "overview",
    "questions": "questions",
    "answers": "questions",
    "replies": "questions",
    "moderation": "questions",
    "candidates": "candidates",
    "nominations": "candidates",
    "results": "result",
    "journal": "acts",
    "roll": "roll",
    "officials": "officials",
    "answers:todo": "todo",
}
"""Which tab a page stands under, by its whole URL name, else by the noun in it."""


@dataclass(frozen=True)
class Tab:
    """One tab: where it leads, what it counts (None: nothing)."""

    key: str
    name: str
    url: str
    count: int | None = None


@register.simple_tag
def icon(name: str) -> SafeString:
    """A drawing from the sprite, silent to screen readers: words stand beside it."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#i-{}"></use></svg>', static("icons.svg"), name
    )


@register.simple_tag
def mark() -> SafeString:
    """The mark of the house, for the wordmark."""
    return format_html(
        '<svg viewBox="0 0 24 24" aria-hidden="true"><use href="{}#mark"></use></svg>', static("icons.svg")
    )


@register.inclusion_tag("_parts/tabs.html", takes_context=True)
def tabs(context: Context) -> dict[str, Any]:
    """The tabs of the election in the context; `tab` in the context overrides the one told by the page's name."""
    request = context.get("request")
    present = context.get("tab") or tab_of(request)
    return {"tabs": _tabs(context), "present": present}


def tab_of(request: HttpRequest | None) -> str:
    """The key of the tab under which this request's page stands; empty where there is none."""
    match = request.resolver_match if request else None
    name = match.view_name if match else ""
    return TAB_OF.get(name) or TAB_OF.get(name.partition(":")[0], "")


def _tabs(context: Context) -> list[Tab]:
    election, head, can = context["election"], context["head"], context["can"]
    shown = [
        Tab("overview", "Overview", _at("elections:show", election)),
        Tab("questions", "Questions", _at("questions:index", election), head.questions),
        Tab("candidates", "Candidates", _at("candidates:index", election), head.candidates),
    ]
    if election.recorded.declared:
        shown.append(Tab("result", "Result", _at("results:show", election)))
    if head.voters or can.run:
        shown.append(Tab("roll", "Voter roll", _at("roll:show", election), head.voters))
    shown.append(Tab("acts", "What officials did", _at("journal:show", election), head.acts))
    if can.todo:
        shown.append(Tab("todo", "Waits for you", _at("answers:todo", election)))
    if can.run:
        shown.append(Tab("officials", "For officials", _at("officials:console", election)))
    return shown


def _at(name: str, election: Election) -> str:
    return reverse(name, args=[election.slug])


@register.simple_tag(takes_context=True)
def page_url(context: Context, number: int) -> str:
    """The address of page `number` of this list, every other part of the query kept."""
    query = context["request"].GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"


@register.filter
def shows(page: Page) -> str:  # type: ignore[type-arg]
    """Which things a page of a list shows: "1 to 10 of 24"."""
    return f"{page.start_index()} to {page.end_index()} of {page.paginator.count}"
