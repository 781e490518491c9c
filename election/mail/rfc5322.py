"""Messages as mail programs store them (RFC 5322 and MIME), also several in one mbox file."""

import email
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message as Part
from email.policy import compat32

from election.mail import charsets, dates, html
from election.mail.addresses import Sender, parse_sender
from election.mail.message import Message, Origin

_FIELD = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]*):[ \t]*(?P<value>[^\n]*(?:\n[ \t]+[^\n]*)*)(?:\n|$)")
_FROM_LINE = re.compile(rb"(?m)^From [^\n]*\d{4}[^\n]*\n(?=[A-Za-z-]+:)")
_ESCAPED_FROM = re.compile(rb"(?m)^>(>*From )")
_IDENTIFIER = re.compile(r"<[^<>\s]+>")
_DEEPEST = 10


def split(raw: bytes) -> list[bytes]:
    """The messages of an mbox file; a file that is none comes back as the only message."""
    starts = list(_FROM_LINE.finditer(raw))
    if not starts or raw[: starts[0].start()].strip():
        return [raw]
    ends = [following.start() for following in starts[1:]] + [len(raw)]
    return [_ESCAPED_FROM.sub(rb"\1", raw[start.end() : end]) for start, end in zip(starts, ends, strict=True)]


def is_message(raw: bytes) -> bool:
    """Whether `raw` begins with the header of a message: a From field and a date, a subject or an identifier."""
    names = headers(raw).keys()
    return "from" in names and bool(names & {"date", "subject", "message-id"})


def headers(raw: bytes) -> dict[str, str]:
    """The header fields, names in lower case, unfolded and with encoded words decoded; the first of a name counts.

    The standard library's header parser raises on some malformed fields, this reads whatever is there.
    """
    found: dict[str, str] = {}
    text = charsets.decode(raw.lstrip()[:200_000])[0]
    place = 0
    while field := _FIELD.match(text, place):
        found.setdefault(field["name"].lower(), _decoded(" ".join(field["value"].split())))
        place = field.end()
    return found


def read(raw: bytes, depth: int = 0) -> list[Message]:
    """The message in `raw`, followed by those attached to it. Nothing raises; oddities stand in `remarks`."""
    fields = headers(raw)
    # With this policy the parser takes any bytes without raising.
    parsed = email.message_from_bytes(raw.lstrip(), policy=compat32)
    text, remarks, attached = _body(parsed)
    date = dates.header(fields.get("date", ""))
    message = Message(
        subject=fields.get("subject", ""),
        sender=_sender(fields),
        at=date.at,
        sent_text=date.text,
        message_id=_first_identifier(fields.get("message-id", "")),
        in_reply_to=_first_identifier(fields.get("in-reply-to", "")),
        references=tuple(_IDENTIFIER.findall(fields.get("references", ""))),
        text=text,
        origin=Origin.RFC5322,
        remarks=tuple(remarks),
    )
    inner = [found for part in attached if depth < _DEEPEST for found in read(part.as_bytes(), depth + 1)]
    return [message, *inner]


def _decoded(value: str) -> str:
    try:
        return charsets.storable(str(make_header(decode_header(value))))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return value


def _sender(fields: dict[str, str]) -> Sender:
    """The author; where a list has put itself in their place, with the address they gave for replies or originally."""
    sender = parse_sender(fields.get("from", ""))
    if sender.address:
        return sender
    others = (parse_sender(fields.get(name, "")) for name in ("x-original-from", "reply-to"))
    return Sender(sender.name, next((other.address for other in others if other.address), ""))


def _first_identifier(value: str) -> str:
    found = _IDENTIFIER.search(value)
    return found.group() if found else ""


def _body(parsed: Part) -> tuple[str, list[str], list[Part]]:
    """The text to read: all plain parts, or else the HTML ones reduced to text; remarks; attached messages."""
    plain: list[str] = []
    rich: list[str] = []
    remarks: list[str] = []
    attached: list[Part] = []
    for part in _leaves(parsed):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            attached.extend(inner for inner in _inside(part))
        elif kind not in {"text/plain", "text/html"} or part.get_filename():
            remarks.append(f"An attachment is left out: {_decoded(part.get_filename() or kind)[:100]}.")
        else:
            text, said = _part_text(part)
            (plain if kind == "text/plain" else rich).append(text)
            remarks.extend(said)
    if rich and not any(text.strip() for text in plain):
        return "\n".join(html.text(text) for text in rich), [*remarks, "It was sent as HTML only."], attached
    return "\n".join(plain), remarks, attached


def _leaves(part: Part) -> Iterator[Part]:
    """The parts without parts of their own, in order; of attached messages only the wrapper."""
    if part.get_content_type() == "message/rfc822" or not part.is_multipart():
        yield part
        return
    for inner in _inside(part):
        yield from _leaves(inner)


def _inside(part: Part) -> list[Part]:
    payload = part.get_payload()
    return [inner for inner in payload if isinstance(inner, Part)] if isinstance(payload, list) else []


def _part_text(part: Part) -> tuple[str, tuple[str, ...]]:
    payload = part.get_payload(decode=True)
    text, remarks = charsets.decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset("utf-8"))
    if str(part.get_param("format", "")).lower() == "flowed":
        # RFC 3676 §4.4: a sender sets one blank before lines that begin with a blank, ">" or "From ".
        text = re.sub(r"(?m)^ ", "", text)
    return text, remarks
