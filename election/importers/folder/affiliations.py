"""Whom a candidate works for, where the first paragraph of the statement says so plainly."""

import re

_NAME = r"(?P<{}>[A-Z][\w&-]*(?:\s+(?!I\b)[A-Z][\w&-]*){{0,3}}|[a-z]+\.(?:sh|io|com|org|net|dev)\b)"
_WHO = r"(?:[Ee]ngineer|[Dd]eveloper|[Mm]anager|[Aa]rchitect|[Ss]cientist|[Cc]onsultant|[Dd]irector|CTO|CEO|[Ll]ead)"
_WORK = re.compile(
    rf"\b(?:work(?:s|ing)?|employed)\s+(?:at|for|by)\s+{_NAME.format('work')}|"
    rf"\b{_WHO}(?:\s+\w+){{0,2}}\s+(?:at|with)\s+{_NAME.format('at')}|"
    rf"\b(?:[Ee]ngineer|CTO|CEO|[Dd]irector)\s+of\s+{_NAME.format('of')}|"
    rf"\b{_WHO}\s+in\s+{_NAME.format('within')}(?:'s|’s|(?<=Corporation)|(?<=Inc)|(?<=Ltd)|(?<=Group)|(?<=GmbH))(?![\w])"
)
_PAST = re.compile(r"\b(?:was|were|worked|formerly|previously|before|used to|until|former|ex)\b", re.IGNORECASE)
_FORM = re.compile(r"[\s,]+(?:Corporation|Corp|Inc|Ltd|LLC|GmbH|AG|Co)\.?$")
_FIRST = 600


def affiliation(statement: str) -> str:
    """The employer named in the first paragraph, in the present tense; empty where that leaves any doubt."""
    paragraphs = [part for part in statement.split("\n\n") if part.strip() and not part.startswith(("#", "**"))]
    if not paragraphs:
        return ""
    text = " ".join(paragraphs[0].split())[:_FIRST]
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        found = _WORK.search(sentence)
        if found and not _PAST.search(sentence[: found.start()]):
            name = next(filter(None, found.groups()), "")
            return _FORM.sub("", name)
    return ""
