"""A candidate's text as Markdown: prompts such as "Background:" as headings, nothing else changed."""

from __future__ import annotations

import re

_PROMPTS = (
    r"background|introduction|intro|motivations?|interests?|platform|experience|goals?|vision|about(?: me)?|"
    r"bio(?:graphy)?|statement|candidate statement|summary|plans?|contributions?|qualifications?|caveat|candidacy|"
    r"agenda|priorities|who i am|(?:my )?(?:reasons?|work|history)|why(?: [\w' ]{2,50})?\??|what [\w' ]{2,50}\??|"
    r"how [\w' ]{2,50}\??|objectives?|skills"
)
_PROMPT = re.compile(
    rf"^\s{{0,3}}(?:\*\*|__)?(?P<label>{_PROMPTS})(?P<colon>\s*:)?(?:\*\*|__)?(?P<late>\s*:)?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_SHORT = 40
"""A label with a few words after it ("Platform: Arm") is a fact, not a heading with its text."""

_LABEL = re.compile(r"^[A-Z][\w'’&/-]*(?:\s[\w'’&/-]+){0,2}\??:$")
_FAREWELL = re.compile(
    r"^(?:(?:many\s+)?thanks|thank you|cheers|br~?|(?:(?:best|kind|warm)\s+)?regards|best|sincerely|yours(?:\s+\w+)?)"
    r"\s*[,!.~]?$",
    re.IGNORECASE,
)
_FENCE = re.compile(r"^\s*(?:```|~~~)")


def markdown(lines: list[str]) -> str:
    """The lines as Markdown. A prompt alone on its line, or before its text, becomes a heading; so does a short label
    with a colon between blank lines; a farewell keeps its line. Spaces that begin a line are plain ones, as lists and
    code are told by them."""
    lines = [re.sub(r"^[\s\u00a0]+", lambda found: found[0].replace("\u00a0", " "), line) for line in lines]
    made: list[str] = []
    fenced = False
    for place, line in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
        made += [line.rstrip()] if fenced else _line(lines, place)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(made)).strip("\n").rstrip()


def _line(lines: list[str], place: int) -> list[str]:
    line = lines[place].rstrip()
    before = place == 0 or not lines[place - 1].strip()
    after = place + 1 == len(lines) or not lines[place + 1].strip()
    found = _PROMPT.match(line)
    if found and _is_prompt(found, before=before):
        return ["", f"## {found['label'].strip()}", "", *([found["rest"]] if found["rest"] else [])]
    if before and after and _LABEL.match(line.strip()) and _prose_follows(lines[place + 1 :]):
        return [f"## {line.strip().rstrip(':')}"]
    if not after and _FAREWELL.match(line.strip()):
        return [f"{line}\\"]  # the name below stays on its own line
    # a line of dashes right below text would make that text a heading
    return ["", line] if re.fullmatch(r"\s{0,3}(?:-{3,}|=+)\s*", line) and not before else [line]


def _prose_follows(rest: list[str]) -> bool:
    """Whether text comes next: a line that leads to a list, a quote or code is no heading."""
    following = next((line for line in rest if line.strip()), "")
    return bool(re.match(r"[^\W_]|[\"“'(]", following)) and not re.match(r"\d+[.)]\s", following)


def _is_prompt(found: re.Match[str], *, before: bool) -> bool:
    colon = found["colon"] or found["late"]
    if found["rest"]:
        return (
            len(found["rest"]) > _SHORT
            and bool(colon)
            and before
            and found["label"][0].isupper()
            and len(found["label"].split()) <= 2
        )
    return found["label"][0].isupper() and (bool(colon) or (before and len(found["label"].split()) <= 2))
