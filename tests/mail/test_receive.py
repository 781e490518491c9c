"""Messages are read in whatever shape they come, and quoted originals with their author and date."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from election.mail.addresses import Sender
from election.mail.message import Origin, title
from election.mail.receive import read
from election.mail.trim import shown
from tests.mail.letters import ARCHIVED, BODY, sent


def test_an_archived_message_has_its_head_and_its_whole_body() -> None:
    message = read(ARCHIVED.encode())[-1]
    assert message.origin is Origin.ARCHIVE
    assert message.subject == "[marsh-dev] Council election: questions, please!"
    assert message.sender == Sender("Cleo Brook", "cleo@brook.example")
    assert message.at == datetime(2021, 3, 4, 2, 23, 19, tzinfo=UTC)
    assert message.text == BODY


def test_the_original_below_a_header_block_is_a_message_of_its_own() -> None:
    original, _ = read(ARCHIVED.encode())
    assert original.origin is Origin.QUOTED
    assert original.sender == Sender("Olga Official", "olga.official@marsh.example")
    assert original.subject == "[marsh-dev] Council election: questions, please!"
    assert shown(original.text).startswith("Hello all,")


def test_a_local_time_is_shown_rewritten_and_never_used_for_order() -> None:
    original, _ = read(ARCHIVED.encode())
    assert original.sent_text == "3 March 2021, 18:25, zone unknown"
    assert original.at is None


def test_several_archive_pages_in_one_file_are_several_messages() -> None:
    page = "[x] {0}\n\nCleo Brook cleo at brook.example\nThu Mar  4 02:23:1{0} UTC 2021\n\nText {0}\n\n"
    messages = read("".join(page.format(number) for number in range(3)).encode())
    assert [(one.subject, one.text.strip()) for one in messages] == [(f"[x] {n}", f"Text {n}") for n in range(3)]


def test_an_archive_page_with_its_links_between_head_and_body() -> None:
    page = (
        "[x] y\nCleo Brook cleo at brook.example\nThu Mar  4 02:23:19 UTC 2021\n\n"
        "Previous message: [x] z\nMessages sorted by: [ date ] [ thread ]\nText\n"
    )
    [message] = read(page.encode())
    assert (message.subject, shown(message.text)) == ("[x] y", "Text")


def test_a_quoted_message_in_the_ordinary_style_comes_out_too() -> None:
    text = "Yes.\n\nOn 3 Mar 2021 at 6:25 PM Official, Olga <olga@marsh.example> wrote:\n> Hello.\n>\n> - More boats?\n"
    original, message = read(sent("Cleo <cleo@brook.example>", text))
    assert (original.sender, original.text) == (
        Sender("Olga Official", "olga@marsh.example"),
        "Hello.\n\n- More boats?",
    )
    assert original.quoted_in == message.digest


def test_quotes_in_quotes_come_out_the_oldest_first() -> None:
    text = (
        "C.\n\nOn 3 March 2021 18:25, Carl Reed wrote:\n> B.\n>\n"
        "> On 2 March 2021 18:25, Olga Official wrote:\n> > A.\n"
    )
    found = read(sent("Cleo <cleo@brook.example>", text))
    assert [(one.sender.name, shown(one.text)) for one in found] == [
        ("Olga Official", "A."),
        ("Carl Reed", "B."),
        ("Cleo", "C."),
    ]


def test_a_quote_cut_up_by_answers_counts_only_where_it_asks() -> None:
    text = "On 3 March 2021 18:25, Olga Official wrote:\n> {0}\n\nYes.\n\n> More?\n\nNo.\n"
    assert len(read(sent("Cleo <cleo@brook.example>", text.format("Boats?")))) == 1
    original = read(sent("Cleo <cleo@brook.example>", text.format("Q. Boats?")))[0]
    assert original.partial


def test_text_without_a_head_says_so_and_is_kept() -> None:
    [message] = read(b"Just some words.")
    assert message.origin is Origin.PLAIN
    assert message.text == "Just some words."
    assert message.remarks == ("No sender and date stand at its top.",)


def test_nothing_gives_nothing() -> None:
    assert read(b"") == read(b" \n\n") == []


def test_broken_letters_in_an_archive_page_are_remarked() -> None:
    page = "[x] y\n\nCleo Brook cleo at brook.example\nThu Mar  4 02:23:19 UTC 2021\n\nCaf\udce9\n"
    [message] = read(page.encode("utf-8", "surrogateescape"))
    assert "Caf\N{REPLACEMENT CHARACTER}" in message.text
    assert message.remarks == ("Some letters could not be read as utf-8.",)


def test_the_archived_and_the_sent_copy_have_one_digest() -> None:
    text = "Yes,\nindeed.\n"
    [as_sent] = read(sent("Cleo Brook <Cleo@brook.example>", text, subject="Re: [marsh-dev] Boats"))
    page = (
        "[marsh-dev] Boats\n\nCleo Brook cleo at brook.example\nThu Mar  4 02:23:19 UTC 2021\n\n\nYes, indeed.\n\n"
        "More information about the marsh-dev mailing list\n"
    )
    [archived] = read(page.encode())
    assert as_sent.digest == archived.digest


def test_another_word_makes_another_digest() -> None:
    yes, no = (read(sent("Cleo Brook <cleo@brook.example>", text))[0].digest for text in ("Yes.", "No."))
    assert yes != no


@pytest.mark.parametrize(
    ("subject", "plain"),
    [
        ("Re: [marsh-dev] AW: Boats", "Boats"),
        ("[marsh-dev] Re: Re[2]: Boats", "Boats"),
        ("Fwd: Boats [draft]", "Boats [draft]"),
        ("Regarding: boats", "Regarding: boats"),
        ("Re:", ""),
        ("[marsh-dev]", "[marsh-dev]"),
    ],
)
def test_a_title_is_the_subject_without_marks_of_lists_and_replies(subject: str, plain: str) -> None:
    assert title(subject) == plain


@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: f"From: {text}\nSubject: {text}\n\n{text}".encode())
)
def test_no_input_raises(raw: bytes) -> None:
    for message in read(raw):
        assert shown(message.text) is not None
        assert len(message.digest) == 64
