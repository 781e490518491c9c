"""The author's words stay, all of them; what programs, employers and quotes add is told apart."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from election.mail.lines import Kind
from election.mail.trim import classify, shown, spans, trim
from tests.mail.letters import BODY, LIST_FOOTER, OPENING, OWN_WORDS, QUESTION

LINES = st.sampled_from(
    [
        "",
        "  ",
        "Hello all,",
        "- an item",
        "  - a nested item",
        "-- ",
        "--",
        "-----",
        "=====",
        "> quoted",
        "> > deeper",
        "On Wed, Mar 3, 2021 at 6:25 PM Cleo Brook <c@brook.example> wrote:",
        "From: Olga <olga@marsh.example>",
        "Sent: Wednesday, March 3, 2021 6:25 PM",
        "To: all",
        "Subject: hello",
        "-----Original Message-----",
        "_______________________________________________",
        "marsh-dev mailing list",
        "This message is confidential; notify the sender if you are not the intended recipient.",
        "Q. Why?",
        "    Q. Why not?",
        "-Cleo Brook [1]",
        "-Carl Reed [2]",
        "```",
        "Sent from my kettle",
    ]
)
MAIL = st.lists(LINES | st.text(max_size=30), max_size=30).map("\n".join)


def kinds(text: str) -> list[Kind]:
    return [line.kind for line in classify(text) if line.kind is not Kind.BLANK]


@given(MAIL)
def test_spans_cover_the_untouched_text_exactly(text: str) -> None:
    assert "".join(text[span.start : span.end] for span in spans(text)) == text


@given(MAIL)
def test_no_word_of_the_authors_own_is_lost_or_moved(text: str) -> None:
    own = [word for line in classify(text) if line.kind is Kind.TEXT for word in re.findall(r"\w+", line.text)]
    rest = iter(re.findall(r"\w+", shown(text)))
    assert all(word in rest for word in own)


def test_an_answer_keeps_its_first_and_last_lines() -> None:
    text = shown(BODY)
    assert text.startswith("Thank you, Olga.")
    assert text.endswith("Cheers!\n\nCleo")


def test_nothing_of_the_wrapping_is_shown() -> None:
    text = shown(BODY)
    for junk in ("Send Time", "From:", "Registered", "mailing list", "listinfo", "------", "Hello all"):
        assert junk not in text


def test_two_level_lists_with_uneven_indents_stay_nested() -> None:
    html = MarkdownIt().render(shown(BODY))
    assert html.count("<ul>") == 4
    assert html.count("<li>") == 7


def test_a_disclaimer_below_a_rule_goes_with_the_companys_particulars() -> None:
    text = shown(OPENING)
    assert text.endswith("carl.txt")
    assert "Two seats are free" in text


def test_a_disclaimer_without_a_rule_goes_only_with_several_marks() -> None:
    disclaimer = (
        "IMPORTANT NOTICE: The contents of this email are confidential and may also be privileged.\n"
        "If you are not the intended recipient, please notify the sender."
    )
    assert shown(f"Yes.\n\n{disclaimer}\n") == "Yes."
    own = "The marsh must stay confidential, and visitors privileged."
    assert shown(f"Yes.\n\n{own}\n") == f"Yes.\n\n{own}"


def test_an_answer_above_a_disclaimer_is_kept_whole_below_a_rule_of_its_own() -> None:
    text = f"Plans\n-----\n\nMore birds.\n\n{OPENING.partition('carl.txt')[2]}"
    assert "More birds." in shown(text)
    assert "Registered" not in shown(text)


def test_list_names_become_items_and_their_links_stay() -> None:
    text = shown(OPENING)
    assert "- Cleo Brook [1]\n- Carl Reed  [2]\n- Dana Sedge [3]" in text
    assert "[1] https://marsh.example/candidates/cleo.txt" in text


def test_a_single_dash_before_a_word_is_left_alone() -> None:
    assert shown("-David is right.") == "-David is right."


@pytest.mark.parametrize("indent", ["", "  ", "    ", "\t", "        "])
def test_an_indented_question_is_no_code_block(indent: str) -> None:
    html = MarkdownIt().render(shown(f"I ask:\n\n{indent}Q. Why this\n{indent}marsh?\n"))
    assert "<code>" not in html
    assert "<p>Q. Why this" in html


def test_a_bulleted_list_is_never_taken_for_a_signature() -> None:
    text = "My aims:\n\n-- \n- more birds\n- less mud"
    assert shown(text).endswith("- more birds\n- less mud")


def test_a_signature_is_not_shown() -> None:
    assert shown("Yes.\n\n-- \nCleo Brook\nTide office\n") == "Yes."
    assert shown("Yes.\n\nSent from my kettle\n") == "Yes."


@pytest.mark.parametrize("rule", ["-----", "--", "-", "==", "======", "-------------------"])
def test_a_line_of_dashes_is_never_a_heading(rule: str) -> None:
    html = MarkdownIt().render(shown(f"My plans\n{rule}\nMore birds and many more words\n\n- one\n"))
    assert "<h1>" not in html
    assert "<h2>" not in html


def test_fenced_code_stays_as_it_is() -> None:
    text = "See:\n\n```\nname\n----\n-a\n-b\n```\n\nDone."
    assert shown(text) == text


def test_interleaved_answers_keep_the_quotes_they_answer() -> None:
    text = (
        "On Wed, Mar 3, 2021 at 6:25 PM Olga Official <olga@marsh.example> wrote:\n"
        "> Hello.\n> More boats?\n\nYes.\n\n> More birds?\nNo.\n\n> Bye\n> Olga\n"
    )
    assert shown(text) == "> Hello.\n> More boats?\n\nYes.\n\n> More birds?\n\nNo."


def test_a_quote_does_not_swallow_the_words_below_it() -> None:
    html = MarkdownIt().render(shown("> > Deep.\n> Less deep.\nMine."))
    assert "<p>Mine.</p>" in html.rpartition("</blockquote>")[2]
    assert html.index("</blockquote>") < html.index("Less deep.")


def test_a_whole_message_quoted_below_is_history() -> None:
    quote = "\n".join(f"> line {number}" for number in range(3))
    assert shown(f"Yes.\n\nOn 3 March 2021 18:25, Olga Official wrote:\n{quote}\n") == "Yes."


def test_a_long_message_quoted_above_is_history_and_a_short_one_is_context() -> None:
    above = "On 3 March 2021 18:25, Olga Official wrote:\n"
    long = "\n".join(f"> line {number}" for number in range(20))
    assert shown(f"{above}{long}\n\nYes.\n") == "Yes."
    assert shown(f"{above}> More boats?\n\nYes.\n") == "> More boats?\n\nYes."


@pytest.mark.parametrize(
    "line",
    [
        "On Wed, Mar 3, 2021 at 6:25 PM Official, Olga <olga@marsh.example> wrote:",
        "On Wed, Mar 3, 2021 at 6:25 PM Official, Olga\n<olga@marsh.example> wrote:",
        "Am 03.03.21 um 18:25 schrieb Official, Olga:",
        "Am Mi., 3. März 2021 um 18:25 Uhr schrieb Olga Official <\nolga@marsh.example>:",
        "Le mer. 3 mars 2021 à 18:25, Olga Official <olga@marsh.example> a écrit :",
        "Olga Official <olga@marsh.example> 于2021年3月3日周三 下午6:25写道：",
        "2021-03-03 18:25 GMT+08:00 Olga Official <olga@marsh.example>:",
        "Olga Official <olga@marsh.example> writes:",
    ],
)
def test_attributions_name_their_author_in_many_languages(line: str) -> None:
    trimmed = trim(f"Yes.\n\n{line}\n> No?\n")
    assert [above.sender.name for above in trimmed.attributions] == ["Olga Official"]
    assert shown(f"Yes.\n\n{line}\n> No?\n") == "Yes."


@pytest.mark.parametrize("line", ["As Olga wrote:", "I agree with what Carl wrote:", "On Monday I wrote:"])
def test_the_authors_own_words_about_others_are_no_attribution(line: str) -> None:
    assert shown(f"{line}\n> More boats.\n\nYes.") == f"{line}\n> More boats.\n\nYes."


@pytest.mark.parametrize(
    "block",
    [
        "-----Original Message-----\nFrom: Official, Olga <o@x.example>\nSent: Mar 3, 2021 6:25 PM\nTo: x\nSubject: y",
        "_______________\nVon: Olga Official <o@x.example>\nGesendet: Mittwoch, 3. März 2021 18:25\nAn: x\nBetreff: y",
        "*From:* Olga Official <o@x.example>\n*Date:* 3 March 2021 18:25\n*To:* a long list,\n of people\n*Subject:* y",
        "发件人: Olga Official <o@marsh.example>\n发送时间: 2021年3月3日 18:25\n收件人: x\n主题: y",
        "De : Olga Official <o@marsh.example>\nEnvoyé : mercredi 3 mars 2021 18:25\nÀ : x\nObjet : y",
    ],
)
def test_header_blocks_open_the_history(block: str) -> None:
    trimmed = trim(f"Yes.\n\n{block}\n\nHello all,\n\n- one\n")
    [above] = trimmed.attributions
    assert (above.sender.name, above.date.text) == ("Olga Official", "3 March 2021, 18:25, zone unknown")
    assert shown(f"Yes.\n\n{block}\n\nHello all,\n\n- one\n") == "Yes."


def test_two_words_with_colons_are_no_header_block() -> None:
    text = "From: the north bank\nTo: the south bank\n\nI go every day."
    assert shown(text) == text


def test_list_and_archive_footers_are_told_apart() -> None:
    assert set(kinds(f"Yes.\n\n{LIST_FOOTER}\n")[1:]) == {Kind.FOOTER}
    assert shown("Previous message: [x] y\nMessages sorted by: [ date ]\n\nYes.\n\nNext message: [x] z\n") == "Yes."


def test_a_note_on_a_scrubbed_attachment_is_a_footer() -> None:
    note = (
        "-------------- next part --------------\nAn HTML attachment was scrubbed...\nURL: <http://x.example/a.html>\n"
    )
    assert shown(f"Yes.\n{note}") == "Yes."


def test_a_rule_above_own_words_about_a_list_is_no_footer() -> None:
    assert "Please join" in shown("Yes.\n\n----------\nPlease join the marsh-dev mailing list")


def test_the_kinds_of_a_whole_message() -> None:
    found = [kind for number, kind in enumerate(kinds(BODY)) if number == 0 or kinds(BODY)[number - 1] is not kind]
    assert found == [Kind.TEXT, Kind.QUOTE, Kind.TEXT, Kind.DELIMITER, Kind.HEADER, Kind.HISTORY, Kind.FOOTER]


def test_own_words_are_the_same_with_and_without_history() -> None:
    assert shown(BODY) == shown(OWN_WORDS)
    assert QUESTION.split(",")[0] not in shown(BODY).replace("\n> ", " ").partition("We need")[2]


def test_a_question_named_in_the_middle_of_a_line_stays_in_it() -> None:
    assert shown("As I said to  Q. 5 above.") == "As I said to  Q. 5 above."
