"""A candidate's text as Markdown that reads well: prompts as headings, closing lines kept apart."""

import re
from collections.abc import Sequence

_PROMPTS = (
    r"(?:My )?(?:Background|Introduction|Interests?|Motivations?|Experience|Bio(?:graphy)?|About(?: me)?|Statement|"
    r"Candidate statement|Personal statement|Vision|Goals?|Contributions?|Plans?|Qualifications?|Priorities|Summary)"
)
_ALONE = re.compile(r"[*_]*(?P<prompt>[A-Z][\w/&'’ -]{2,50}?)[*_]*:[*_]*\s*")
_WITH_TEXT = re.compile(rf"[*_]*(?P<prompt>{_PROMPTS})[*_]*:[*_]*\s+(?P<text>\S.*)", re.IGNORECASE)
_KNOWN = re.compile(_PROMPTS, re.IGNORECASE)
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_DASHES = re.compile(r"\s{0,3}(?:-{2,}|={2,})\s*")
_WORDS = 3
_SHORT = 40


def markdown(lines: Sequence[str], kept: Sequence[str] = ()) -> str:
    """The Markdown source of `lines`, below the fields `kept` from the top of the file.

    "Background:" alone on its line becomes a heading, as does such a prompt before its text; short lines that end the
    text ("Cheers," and a name) stay lines of their own. Code between fences is left as it is.
    """
    out: list[str] = []
    fence = ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        if fence or mark:
            out.append(line.rstrip())
        else:
            out += _line(line.rstrip(), first=not number or not lines[number - 1].strip())
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(_closing(out))).strip("\n")
    head = "  \n".join(kept)
    return f"{head}\n\n{text}".strip("\n")


def _line(line: str, *, first: bool) -> list[str]:
    if _DASHES.fullmatch(line):
        return ["", line]
    if not first:
        return [line]
    if alone := _ALONE.fullmatch(line):
        words = len(alone["prompt"].split())
        return ["", f"## {alone['prompt']}", ""] if words <= _WORDS or _KNOWN.fullmatch(alone["prompt"]) else [line]
    if prompted := _WITH_TEXT.fullmatch(line):
        return ["", f"## {prompted['prompt']}", "", prompted["text"]]
    return [line]


def _closing(lines: list[str]) -> list[str]:
    """Line breaks within the last paragraph, where it is a few short lines such as "Cheers," and a name."""
    end = len(lines)
    while end and not lines[end - 1]:
        end -= 1
    start = end
    while start and lines[start - 1]:
        start -= 1
    last = lines[start:end]
    if 1 < len(last) <= 4 and start and all(len(line) < _SHORT and line[0].isalnum() for line in last):
        lines[start : end - 1] = [f"{line}\\" for line in last[:-1]]
    return lines
