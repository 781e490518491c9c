"""Read messages, in whatever shape people have them."""

from election.mail import archive, charsets, rfc5322
from election.mail.addresses import Sender
from election.mail.message import Message, Origin
from election.mail.originals import originals


def read(raw: bytes) -> list[Message]:
    """The messages in a file or a pasted text: as sent (RFC 5322, one or an mbox of many) or as an archive shows them.

    Messages quoted whole in others follow as messages of their own, before the one that quotes them, the oldest
    first. Nothing raises: text without a sender comes back as one PLAIN message that says so; nothing for no text.
    """
    given = [message for one in rfc5322.split(raw) for message in _read_one(one)]
    return [message for outer in given for message in (*originals(outer), outer)]


def pieces(raw: bytes) -> list[bytes]:
    """The same file or text cut so that each piece holds one message, whole as it was given, with all it quotes."""
    return [piece for one in rfc5322.split(raw) for piece in _pieces_of(one)]


def _pieces_of(raw: bytes) -> list[bytes]:
    text = charsets.decode(raw)[0]
    if rfc5322.is_message(raw) or not archive.is_archived(text):
        return [raw] if text.strip() else []
    return [page.encode() for page in archive.pages(text)]


def _read_one(raw: bytes) -> list[Message]:
    if rfc5322.is_message(raw):
        return rfc5322.read(raw)
    text, remarks = charsets.decode(raw)
    if archive.is_archived(text):
        return archive.read(text, remarks)
    return [_plain(text, remarks)] if text.strip() else []


def _plain(text: str, remarks: tuple[str, ...]) -> Message:
    said = (*remarks, "No sender and date stand at its top.")
    return Message("", Sender("", ""), None, "", "", "", (), text, Origin.PLAIN, said)
