"""By what a voter is known: addresses, and providers' handles and numbers, each in one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

from election.models.roll import UNKNOWN

LONGEST = 254
PROVIDERS = {"github": "GitHub", "gitlab": "GitLab", "google": "Google"}
"""How providers are called; others by their own key."""

_EMAIL = EmailValidator()
_KNOWN_AS = re.compile(r"([a-z][a-z0-9_-]{0,29}|\?):(@?)([^\s:/@]{1,100})", re.ASCII)
_NUMBERED = re.compile(r"([a-z][a-z0-9_-]{0,29})#([0-9]{1,20})", re.ASCII)
_HANDLE = re.compile(r"@?([a-z0-9_][a-z0-9_.-]{0,99})", re.ASCII)
_PROFILE = re.compile(r"https?://(?:www\.)?(github|gitlab)\.com/@?([a-z0-9_][a-z0-9_.-]{0,99})/?", re.ASCII)
_NO_REPLY = re.compile(r"@(?:[a-z0-9-]+\.)*no-?reply\.[a-z.]+$|^(?:no|do-?not)-?reply@", re.ASCII)


def parse(said: str, provider: str = "") -> str | None:
    """The key that `said` means, in its one spelling; None where it is none. A bare handle is one of `provider`."""
    word = said.strip().strip("<>").lower()
    if not word or len(word) > LONGEST:
        return None
    if "@" in word[1:]:
        return _address(word)
    if found := _PROFILE.fullmatch(word) or _NUMBERED.fullmatch(word):
        return f"{found[1]}{'#' if '#' in word else ':'}{found[2]}"
    if found := _KNOWN_AS.fullmatch(word):
        return f"{found[1]}:{found[3]}"
    if found := _HANDLE.fullmatch(word):
        return f"{provider or UNKNOWN}:{found[1]}"
    return None


def _address(word: str) -> str | None:
    try:
        _EMAIL(word.removeprefix("mailto:"))
    except ValidationError:
        return None
    return word.removeprefix("mailto:")


def can_sign_in(key: str) -> bool:
    """Whether somebody could sign in here with it: an address that gets mail, or a provider this site has."""
    if "@" in key:
        return not _NO_REPLY.search(key)
    return re.split("[:#]", key, maxsplit=1)[0] in providers()


def providers() -> set[str]:
    """The providers by which one can sign in on this site."""
    return set(getattr(settings, "SOCIALACCOUNT_PROVIDERS", {}))


def usable(keys: Iterable[str]) -> bool:
    """Whether any of them lets somebody sign in."""
    return any(can_sign_in(key) for key in keys)


def told(key: str) -> str:
    """A key as people read it: “ada on GitHub”."""
    if "@" in key:
        return key
    provider, handle = re.split("[:#]", key, maxsplit=1)
    if provider == UNKNOWN:
        return f"{handle}, provider not said"
    number = "account " if "#" in key else ""
    return f"{number}{handle} on {PROVIDERS.get(provider, provider)}"
