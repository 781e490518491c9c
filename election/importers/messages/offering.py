"""What an official sees of each proposal before anything is made, ready to be corrected."""

from __future__ import annotations

from election.forms.decisions import Choice, Offer, Offered
from election.importers.messages.preparing import Prepared, identifier
from election.importers.threads import Author, Kind, Match, Parent, Proposal, Role
from election.models import MessagePart
from election.models.written import rendered

AT_ONCE = 100
"""More offers on one page nobody looks through, and a form of many more fields is refused on arrival."""


def offers(prepared: Prepared) -> Offered:
    """What is new, at most `AT_ONCE` proposals; below the last of them what fits nowhere; and what can be chosen."""
    fresh = prepared.fresh
    more = len(fresh[AT_ONCE:])
    listed = fresh[:AT_ONCE] if more else [*fresh, *prepared.left_over[:AT_ONCE]]
    new = {f"n-{identifier(one)}": one for one in listed if one.kind is Kind.QUESTION}
    places: list[Choice] = [(f"q-{one.key}", _short(f"Question {one.number}: {one.text}")) for one in prepared.standing]
    places += [(value, _short(f"New question: {one.text}")) for value, one in new.items()]
    answered = {(f"q-{one.key}", candidate) for one in prepared.standing for candidate in one.answered}
    return Offered(
        offers=tuple(_offer(prepared, one) for one in listed),
        candidates=tuple((str(one.key), one.name) for one in prepared.people.candidates),
        places=tuple(places),
        answered=frozenset(answered),
        more=more,
    )


def _offer(prepared: Prepared, proposal: Proposal) -> Offer:
    message = proposal.message
    place, found = _place(prepared, proposal.parent)
    html, refused = _html(proposal)
    return Offer(
        identifier=identifier(proposal),
        who=message.sender.name or message.sender.address or "Nobody named",
        sent=message.sent_text or "date unknown",
        subject=message.subject,
        kind=Kind.LEFT_OVER.value if refused else proposal.kind.value,
        candidate=str(proposal.author.key) if proposal.author.role is Role.CANDIDATE else "",
        place=place,
        found=found,
        said=proposal.said or proposal.reason,
        matched=matched(prepared, proposal.author),
        title=proposal.title if proposal.kind is Kind.ANNOUNCEMENT else "",
        sentence=proposal.text if proposal.kind is Kind.QUESTION else "",
        html=html,
        refused=refused,
        remarks=message.remarks,
    )


def _html(proposal: Proposal) -> tuple[str, str]:
    """The text as it would be shown, or why it cannot be."""
    source = proposal.background if proposal.kind is Kind.QUESTION else proposal.text
    try:
        return rendered(source)["html"], ""
    except ValueError as no:
        return "", str(no)


def matched(prepared: Prepared, author: Author) -> str:
    """How its author was recognised, as a sentence."""
    if author.match is Match.UNKNOWN:
        return "Neither a candidate nor an official by address or name."
    known = prepared.people.candidates if author.role is Role.CANDIDATE else prepared.people.officials
    name = next((one.name for one in known if one.key == author.key), "")
    return f"Matched {author.match.value}: {name or 'an official'}, {author.role.value}."


def _place(prepared: Prepared, parent: Parent | None) -> Choice:
    """The value of the choice that stands for `parent`, and words where no question is meant but what stands below."""
    if parent is None:
        return "", ""
    if parent.question:
        return f"q-{parent.question}", ""
    above = next((one for one in prepared.plan.proposals if one.key == parent.proposal), None)
    if above is None:
        return "", ""
    part = prepared.part(above)
    if part and part.question_id:
        return f"q-{part.question_id}", ""
    if part is None and above.kind is Kind.QUESTION:
        return f"n-{identifier(above)}", ""
    return "found", f"Where it was found: under {_above(above, part)}"


def _above(above: Proposal, part: MessagePart | None) -> str:
    name = above.message.sender.name or "somebody"
    is_answer = bool(part.answer_id) if part else above.kind is Kind.ANSWER
    return f"{name}’s {'answer' if is_answer else 'reply'}"


def _short(words: str) -> str:
    return words if len(words) <= 90 else f"{words[:89].rstrip()}…"
