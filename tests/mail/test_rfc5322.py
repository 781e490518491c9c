"""Messages as sent: encodings, parts and mbox files."""

from email.message import EmailMessage

import pytest

from election.mail.addresses import Sender
from election.mail.receive import read
from tests.mail.letters import sent


def plain(body: bytes, *fields: str) -> bytes:
    return "\n".join(("From: Cleo <cleo@brook.example>", "Subject: Boats", *fields)).encode() + b"\n\n" + body


def test_a_sent_message_has_its_identifiers_and_its_instant() -> None:
    [message] = read(sent("Cleo Brook <c@brook.example>", "Yes.", identifier="<2@brook>", answers="<1@marsh>"))
    assert (message.message_id, message.in_reply_to, message.references) == ("<2@brook>", "<1@marsh>", ("<1@marsh>",))
    assert message.sent_text == "3 March 2021, 18:25 UTC"
    assert message.is_reply


@pytest.mark.parametrize(
    ("field", "body"),
    [
        ("Content-Transfer-Encoding: base64", b"RsO8ciBhbGxlLg=="),
        ("Content-Transfer-Encoding: quoted-printable", b"F=C3=BCr al=\nle."),
        ("Content-Transfer-Encoding: 8bit", "Für alle.".encode()),
    ],
)
def test_transfer_encodings_are_undone(field: str, body: bytes) -> None:
    [message] = read(plain(body, "Content-Type: text/plain; charset=utf-8", field))
    assert message.text.strip() == "Für alle."
    assert message.remarks == ()


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("gb2312", "你好，世界"),
        ("iso-2022-jp", "こんにちは"),
        ("koi8-r", "Привет"),
        ("iso-8859-1", "Füße"),
        ("utf-16", "Füße"),
    ],
)
def test_any_charset_is_read(charset: str, text: str) -> None:
    [message] = read(plain(text.encode(charset), f"Content-Type: text/plain; charset={charset}"))
    assert message.text.strip() == text


@pytest.mark.parametrize("charset", ["marsh-8", "punycode", "rot13", "base64"])
def test_an_unknown_charset_is_remarked(charset: str) -> None:
    [message] = read(plain(b"Yes.", f"Content-Type: text/plain; charset={charset}"))
    assert message.text == "Yes."
    assert message.remarks == (f"The charset {charset} is unknown; read as UTF-8.",)


def test_broken_letters_are_replaced_and_remarked() -> None:
    [message] = read(plain(b"Caf\xe9", "Content-Type: text/plain; charset=utf-8"))
    assert message.text == "Caf\N{REPLACEMENT CHARACTER}"
    assert message.remarks == ("Some letters could not be read as utf-8.",)


def test_characters_that_no_database_stores_are_replaced() -> None:
    [message] = read(plain(b"a\0b"))
    assert message.text == "a\N{REPLACEMENT CHARACTER}b"


def test_names_and_subjects_in_encoded_words_are_decoded() -> None:
    raw = b"From: =?utf-8?q?Brook=2C_Cl=C3=A9o?= <c@brook.example>\nSubject: =?gb2312?B?xOO6ww==?=\n\nYes."
    [message] = read(raw)
    assert message.sender == Sender("Cléo Brook", "c@brook.example")
    assert message.subject == "你好"


def test_malformed_fields_are_read_as_they_stand() -> None:
    raw = b"From: Cl\xc3\xa9o <c@brook.example>\nSubject: =?nowhere?b?!!!?=\nDate: soon\nMessage-ID: broken\n\nYes."
    [message] = read(raw)
    assert message.sender.name == "Cléo"
    assert (message.subject, message.sent_text, message.at) == ("=?nowhere?b?!!!?=", "soon", None)


def test_the_author_behind_a_lists_address_is_found() -> None:
    raw = b"From: Cleo Brook via marsh-dev <marsh-dev@lists.example>\nReply-To: cleo@brook.example\nSubject: x\n\nYes."
    assert read(raw)[0].sender == Sender("Cleo Brook", "cleo@brook.example")


def test_the_plain_part_is_preferred() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "cleo@brook.example", "Boats"
    message.set_content("Plain *words*.")
    message.add_alternative("<p>Rich words.</p>", subtype="html")
    [found] = read(message.as_bytes())
    assert found.text.strip() == "Plain *words*."


def test_html_alone_is_reduced_to_text_and_remarked() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "cleo@brook.example", "Boats"
    message.set_content("<p>We need:</p><ul><li>boats<ul><li>red</li></ul></li></ul>", subtype="html")
    [found] = read(message.as_bytes())
    assert found.text == "We need:\n\n- boats\n  - red\n"
    assert found.remarks == ("It was sent as HTML only.",)


def test_attachments_are_named_and_attached_messages_are_read() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "cleo@brook.example", "Boats"
    message.set_content("See below.")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="boats.pdf")
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "carl@reed.example", "Birds"
    inner.set_content("Hello.")
    message.add_attachment(inner)
    outer, attached = read(message.as_bytes())
    assert outer.remarks == ("An attachment is left out: boats.pdf.",)
    assert (attached.sender.address, attached.text.strip()) == ("carl@reed.example", "Hello.")


def test_flowed_text_loses_its_stuffing_but_no_words() -> None:
    body = b"We need \nboats.\n   - red\n >From here\n"
    [message] = read(plain(body, "Content-Type: text/plain; charset=utf-8; format=flowed"))
    assert message.text == "We need \nboats.\n  - red\n>From here\n"


def test_an_mbox_of_several_is_several_messages() -> None:
    mbox = b"".join(
        b"From cleo at brook.example  Thu Mar  4 02:23:19 2021\n"
        b"From: cleo at brook.example (Cleo Brook)\nSubject: [x] %d\n\n>From the marsh\nText %d\n\n" % (number, number)
        for number in range(3)
    )
    messages = read(mbox)
    assert [message.subject for message in messages] == ["[x] 0", "[x] 1", "[x] 2"]
    assert messages[0].sender == Sender("Cleo Brook", "cleo@brook.example")
    assert messages[0].text == "From the marsh\nText 0\n\n"


def test_line_ends_of_any_kind_are_read() -> None:
    [message] = read(plain(b"One\r\nTwo\rThree").replace(b"\n\n", b"\r\n\r\n", 1))
    assert message.text == "One\nTwo\nThree"
