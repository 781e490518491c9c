"""The pages that `make shots` looks at: in every phase, and those that there are once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scheme = Literal["light", "dark"]
LOOKS: tuple[tuple[int, Scheme], ...] = ((1280, "light"), (390, "dark"), (1280, "dark"), (390, "light"))
PEOPLE: dict[str, str | None] = {
    "stranger": None,
    "member": "mia",
    "candidate": "ines",
    "official": "olga",
    "manager": "marta",
}
PHASES = {
    "draft": "board",
    "coming": "technical-council-next",
    "nomination": "events",
    "review": "localisation",
    "qa": "technical-council",
    "voting": "code-of-conduct",
    "counting": "release-lead",
    "acclaimed": "security-response",
    "results": "technical-council-last",
    "cancelled": "technical-council-by-election",
}
EVERY_PHASE = ("", "questions/", "candidates/", "acts/")
QA = "/e/technical-council/"
ONCE: dict[str, dict[str, str]] = {
    "stranger": {
        "front": "/",
        "past": "/past/",
        "sign-in": "/account/sign-in/",
        "sign-up": "/account/sign-up/",
        "how": "/about/how/",
        "privacy": "/about/privacy/",
        "journal": "/journal/",
        "body": "/b/technical-council/",
        "nowhere": "/nowhere/",
        "question": f"{QA}questions/7/",
        "answer-versions": f"{QA}questions/7/ > a[href*='/versions/']",
        "announcement": f"{QA} > a[href*='/announcements/']",
        "whole": f"{QA}questions/all/",
        "narrowed": f"{QA}questions/?order=fewest&not_by=jun-ho-seo",
        "candidate": f"{QA}candidates/amara-nwosu/",
        "candidate-withdrew": f"{QA}candidates/bram-dekkers/",
        "statement-versions": f"{QA}candidates/mira-thalberg/versions/",
        "result": "/e/technical-council-last/result/",
        "voter-roll": f"{QA}roll/",
        "demo": "/demo/",
        "mailbox": "/demo/mail/",
    },
    "member": {
        "front": "/",
        "ask": f"{QA}questions/new/",
        "reply": f"{QA}questions/7/reply/?to=q&quote=1",
        "voter-roll": f"{QA}roll/",
        "settings": "/account/settings/",
        "addresses": "/account/addresses/",
        "everywhere": "/account/sign-out-everywhere/",
        "forbidden": f"{QA}officials/",
    },
    "candidate": {
        "todo": f"{QA}todo/",
        "question-waiting": f"{QA}questions/6/",
        "answer": f"{QA}questions/6/answer/",
        "decline": f"{QA}questions/6/decline/",
        "withdraw": f"{QA}withdraw/",
        "statement-closed": f"{QA}statement/",
    },
    "official": {
        "console": f"{QA}officials/",
        "console-draft": "/e/board/officials/",
        "announce": "/e/board/officials/announce/",
        "settings": f"{QA}officials/settings/",
        "dates": f"{QA}officials/dates/",
        "move": f"{QA}officials/dates/move/?act=extend&kind=questions&number=2&unit=days&moving=1",
        "candidates": f"{QA}officials/candidates/",
        "candidate-new": f"{QA}officials/candidates/new/",
        "roll": f"{QA}officials/roll/",
        "roll-entry": f"{QA}officials/roll/ > tbody a[href*='/officials/roll/']",
        "roll-add": f"{QA}officials/roll/new/",
        "roll-import": f"{QA}officials/roll/import/",
        "roll-requests": f"{QA}officials/roll/requests/",
        "candidate-edit": f"{QA}officials/candidates/amara-nwosu/edit/",
        "announcement": f"{QA}officials/announcements/new/?step=qa",
        "people": f"{QA}officials/people/",
        "messages": f"{QA}officials/messages/",
        "bring-in": f"{QA}officials/messages/new/",
        "declare": "/e/release-lead/officials/declare/",
        "cancel": f"{QA}officials/cancel/",
        "seed": f"{QA}officials/questions/new/",
        "question": f"{QA}questions/7/",
        "hide": f"{QA}questions/7/ > main a[href*='/hide/']",
        "restore": f"{QA}questions/7/ > main a[href*='/restore/']",
    },
    "manager": {
        "manage": "/manage/",
        "body-new": "/manage/bodies/new/",
        "body-edit": "/b/technical-council/edit/",
        "election-new": "/manage/elections/new/",
        "people": f"{QA}officials/people/",
    },
}


@dataclass(frozen=True)
class Shot:
    """One page as one person sees it: its path, or " > " and the link to it on the page with that path."""

    role: str
    name: str
    path: str


def shots(word: str) -> list[Shot]:
    """All pages, or those whose role or name holds `word`."""
    phases = [
        Shot(role, f"{phase}-{part.strip('/') or 'overview'}", f"/e/{slug}/{part}")
        for role in ("stranger", "member", "candidate", "official")
        for phase, slug in PHASES.items()
        for part in (EVERY_PHASE if role == "stranger" else EVERY_PHASE[:1])
    ]
    once = [Shot(role, name, path) for role, pages in ONCE.items() for name, path in pages.items()]
    return [shot for shot in [*phases, *once] if word in f"{shot.role}/{shot.name}"]


# Name: whose shot, its name, width, colours and the height that the README shows of it.
PICTURES: dict[str, tuple[str, str, int, Scheme, int]] = {
    "question": ("stranger", "question", 1280, "light", 1250),
    "overview": ("stranger", "qa-overview", 1280, "light", 1150),
    "desk": ("candidate", "todo", 1280, "light", 1000),
    "dates": ("official", "move", 1280, "light", 640),
    "telephone": ("stranger", "question", 390, "dark", 1100),
}
