"""E-mail addresses and senders, as headers, attribution lines and mailing-list archives write them."""

import re
from dataclasses import dataclass

_LONGEST = 500
_ADDRESS = re.compile(
    r"(?P<local>[\w.+%=-]+)(?:\s?@\s?|\s+at\s+|\s*[\[(]\s*at\s*[\])]\s*)"
    r"(?P<host>[\w-]+(?:(?:\.|\s+dot\s+|\s*[\[(]\s*dot\s*[\])]\s*)[\w-]+)+)",
    re.IGNORECASE,
)
_DOT = re.compile(r"\s+dot\s+|\s*[\[(]\s*dot\s*[\])]\s*", re.IGNORECASE)
_WRAPPING = re.compile(r"mailto:|[<>\[\]]|\(\s*\)", re.IGNORECASE)
_VIA = re.compile(r"\s+via\s+\S.*$", re.IGNORECASE)
_BRACKET = re.compile(r"\s*(\([^()]*\))\s*$")
_NOT_A_GIVEN_NAME = {"jr", "sr", "ii", "iii", "iv", "phd", "md", "inc", "ltd", "llc", "gmbh"}


@dataclass(frozen=True)
class Sender:
    """Who wrote a message: a name as people read it and a plain lower-case address; either may be empty."""

    name: str
    address: str


def normalise(address: str) -> str:
    """The plain lower-case address in `address`: "<Cleo@Example.org>", "cleo at example dot org" and
    "mailto:cleo@example.org" are one. What holds no address comes back stripped and in lower case.
    """
    found = _ADDRESS.search(address[:_LONGEST])
    if not found:
        return address.strip().casefold()
    return f"{found['local']}@{_DOT.sub('.', found['host'])}".casefold()


def holds_address(text: str) -> bool:
    """Whether an address, plain or spelled out ("cleo at example.org"), stands in `text`."""
    return _ADDRESS.search(text[:_LONGEST]) is not None


def parse_sender(text: str) -> Sender:
    """The name and the address in one line: "Brook, Cleo <cleo@example.org>", "Cleo Brook cleo at example.org",
    "cleo at example.org (Cleo Brook)" or only one of both.

    Where a list has put its own address in place of the author's ("Cleo Brook via some-list"), the address stays empty.
    """
    line = " ".join(text[:_LONGEST].split())
    found = _ADDRESS.search(line)
    rest = f"{line[: found.start()]} {line[found.end() :]}" if found else line
    name = _WRAPPING.sub(" ", rest).strip(" ,;:'\"\t")
    direct = _VIA.sub("", name)
    return Sender(tidy_name(direct), normalise(found[0]) if found and direct == name else "")


def tidy_name(name: str) -> str:
    """A display name as people read it: "Brook, Cleo" becomes "Cleo Brook"; quotes and doubled spaces go."""
    plain = " ".join(name.replace('"', " ").split()).strip(" ,;'")
    if plain.startswith("(") and plain.endswith(")") and "(" not in plain[1:]:
        plain = plain[1:-1].strip()
    bracket = _BRACKET.search(plain)
    bare = plain[: bracket.start()] if bracket else plain
    family, comma, given = (part.strip() for part in bare.partition(","))
    if comma and given and "," not in given and given.rstrip(".").casefold() not in _NOT_A_GIVEN_NAME:
        bare = f"{given} {family}"
    return f"{bare} {bracket[1]}" if bracket and bare else bare or plain
