"""The rule for addresses: where a link may lead."""

import re

_WEB = re.compile(r"https?://(?P<host>[^\s/?#\\@\"'<>`]+)(?:[/?#][^\s\"<>`\\]*)?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s<>\"@,?&]+@[\w.-]+(?:\?subject=[^\s\"<>&]*)?", re.IGNORECASE)
_ADDRESS = re.compile(r"[:/.#?]")


def is_safe(url: str) -> bool:
    """Whether it names a host or a mailbox in full.

    So no scripts, nothing relative or relative to the scheme, and no "https://bank.example@elsewhere.example".
    """
    return bool(_WEB.fullmatch(url) or _MAIL.fullmatch(url))


def is_address(destination: str) -> bool:
    """Whether it was meant as an address at all: "b.md" and "#end" were, the (x) of "f[i](x)" was not."""
    return bool(_ADDRESS.search(destination))
