"""Names at GitHub: where they stand, and whose they may be."""

import re
from collections.abc import Iterable

from election.mail.names import key, same_person

HANDLE = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})"
_PROFILE = re.compile(rf"https?://(?:www\.)?github\.com/(?P<handle>{HANDLE})/?(?![\w/])", re.IGNORECASE)
_AT = re.compile(rf"(?<![\w.])@(?P<handle>{HANDLE})")
_BRACKETS = re.compile(rf"\(\s*@?(?P<handle>{HANDLE})\s*\)")
_NO_HANDLE = re.compile(
    r"(?:\d+|tied?|(?:not )?elected|withdr[ae]wn?|incumbent|winner|new|re-?elected|returning|chair|unopposed|votes?)",
    re.IGNORECASE,
)


def handle_in(text: str) -> str:
    """The first name at GitHub in `text`: of a profile's address, after an @, or alone in brackets; else empty."""
    for pattern in (_PROFILE, _AT, _BRACKETS):
        for found in pattern.finditer(text):
            if not _NO_HANDLE.fullmatch(found["handle"]):
                return found["handle"]
    return ""


def profile(handle: str) -> tuple[tuple[str, str], ...]:
    """The link to a profile, if there is a handle."""
    return (("GitHub", f"https://github.com/{handle}"),) if handle else ()


def may_be(handle: str, name: str, addresses: Iterable[str]) -> bool:
    """Whether `handle` may be this person's: their name written together, initials and a family name, or the first
    part of one of their addresses."""
    plain = re.sub(r"[\W_]", "", handle.casefold())
    words = key(name).split()
    if not plain or not words:
        return False
    locals_ = {re.sub(r"[\W_]", "", address.partition("@")[0].casefold()) for address in addresses}
    return plain in locals_ or same_person(handle, name) or any(_initials(plain, word, words) for word in words)


def _initials(plain: str, family: str, words: list[str]) -> bool:
    """Whether `plain` is letters that begin the other names, and then `family`."""
    if len(family) < 3 or not plain.endswith(family):
        return False
    before = plain[: -len(family)]
    others = [word[0] for word in words if word != family]
    return 0 < len(before) <= 3 and before[0] in others
