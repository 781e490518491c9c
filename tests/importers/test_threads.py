"""Messages become announcements, questions, answers and replies where they belong, and none is lost or doubled."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from election.importers.threads import Asked, Found, Kind, Known, Match, Parent, People, Plan, Proposal, plan
from election.importers.threads.questions import LONGEST, questions
from election.mail.message import Message
from election.mail.receive import read
from tests.mail.letters import ARCHIVED, OPENING, QUESTION, sent

CLEO, CARL, DANA, OLGA = 1, 2, 3, 9
PEOPLE = People(
    candidates=(
        Known(CLEO, "Cleo Brook", frozenset({"cleo@brook.example", "cleo@work.example"})),
        Known(CARL, "Carl Reed", frozenset({"carl@reed.example"})),
        Known(DANA, "Dana Sedge"),
    ),
    officials=(Known(OLGA, "Olga Official", frozenset({"olga.official@marsh.example"})),),
)
NOBODY_OFFICIAL = People(PEOPLE.candidates)
OFFICIAL = "Olga Official <olga.official@marsh.example>"
START = sent(OFFICIAL, OPENING, identifier="<start@marsh>")
QUOTED_QUESTION = f"> Q. {QUESTION}\n"


def planned(*raw: bytes, people: People = PEOPLE, standing: tuple[Asked, ...] = ()) -> Plan:
    return plan([message for one in raw for message in read(one)], people, standing)


def only(found: Plan, kind: Kind) -> Proposal:
    [one] = [one for one in found.proposals if one.kind is kind]
    return one


def kinds(found: Plan) -> list[Kind]:
    return [one.kind for one in found.proposals]


def from_cleo(text: str, **fields: str) -> bytes:
    return sent("Cleo Brook <cleo@brook.example>", text, date="Thu, 04 Mar 2021 08:00:00 +0000", **fields)


def from_mia(text: str, **fields: str) -> bytes:
    return sent("Mia Member <mia@marsh.example>", text, date="Thu, 04 Mar 2021 09:00:00 +0000", **fields)


def test_one_archived_answer_gives_announcement_question_and_answer() -> None:
    found = planned(ARCHIVED.encode(), people=NOBODY_OFFICIAL)
    assert kinds(found) == [Kind.ANNOUNCEMENT, Kind.QUESTION, Kind.ANSWER]
    assert found.left_over == ()
    announcement, question, answer = found.proposals
    assert announcement.title == "Council election: questions, please!"
    assert "Mar3-10th" in announcement.text
    assert announcement.message.sent_text == "3 March 2021, 18:25, zone unknown"
    assert "counts as an official" in announcement.said
    assert (question.text, question.background) == (QUESTION, "")
    assert answer.parent == Parent(proposal=question.key)
    assert (answer.candidate, answer.author.match, answer.how) == (CLEO, Match.ADDRESS, Found.QUOTE)


def test_the_answer_keeps_its_words_and_lists_but_not_the_question_above_it() -> None:
    text = only(planned(ARCHIVED.encode()), Kind.ANSWER).text
    assert text.startswith("Thank you, Olga.\n\nWe need more hands.")
    assert text.endswith("Cheers!\n\nCleo")
    assert "Which one change" not in text
    html = MarkdownIt().render(text)
    assert (html.count("<ul>"), html.count("<h")) == (4, 0)


def test_an_officials_mail_is_theirs_by_address() -> None:
    announcement = only(planned(START), Kind.ANNOUNCEMENT)
    assert (announcement.author.key, announcement.author.match) == (OLGA, Match.ADDRESS)
    assert announcement.said == "An official wrote it, and it starts a thread."


def test_people_are_matched_by_any_address_then_by_name() -> None:
    by_work = sent("somebody <Cleo@Work.Example>", f"{QUOTED_QUESTION}\nBoats.")
    by_name = sent("Sedge, Dana <dana@new.example>", f"{QUOTED_QUESTION}\nBirds.")
    found = planned(START, by_work, by_name)
    answers = [one for one in found.proposals if one.kind is Kind.ANSWER]
    assert {(one.candidate, one.author.match) for one in answers} == {(CLEO, Match.ADDRESS), (DANA, Match.NAME)}


def test_a_name_that_fits_two_people_is_nobodys() -> None:
    people = People((Known(1, "Cleo Brook"), Known(2, "Brook Cleo")))
    found = planned(sent("Cleo Brook <c@x.example>", "Hello"), people=people)
    assert [one.author.match for one in (*found.proposals, *found.left_over)] == [Match.UNKNOWN]


@pytest.mark.parametrize(
    ("quote", "fields", "how"),
    [
        (QUOTED_QUESTION, {"subject": "Boats"}, Found.QUOTE),
        (
            "> Which one change would help the\n>   people who  tend the marsh most,\n> and how shall we get there?\n",
            {},
            Found.QUOTE,
        ),
        (f"Q: {QUESTION}\n", {"subject": "Boats"}, Found.QUOTE),
        ("", {"subject": "Boats", "answers": "<start@marsh>"}, Found.REFERENCES),
        ("", {"subject": "Re: [marsh-dev] Council election: questions, please!"}, Found.SUBJECT),
    ],
)
def test_an_answer_is_found_and_the_plan_says_how(quote: str, fields: dict[str, str], how: Found) -> None:
    answer = only(planned(START, from_cleo(f"{quote}\nBoats.\n", **fields)), Kind.ANSWER)
    assert (answer.text, answer.how) == ("Boats.", how)
    assert (answer.said == "Only its subject says so.") == (how is Found.SUBJECT)


def test_a_second_message_of_a_candidate_is_a_reply() -> None:
    first, second = from_cleo(f"{QUOTED_QUESTION}\nBoats."), from_cleo(f"{QUOTED_QUESTION}\nAnd birds.")
    found = planned(START, first, second)
    assert kinds(found) == [Kind.ANNOUNCEMENT, Kind.QUESTION, Kind.ANSWER, Kind.REPLY]
    assert found.proposals[3].parent == found.proposals[2].parent


def test_a_reply_to_another_candidate_is_never_an_answer() -> None:
    answer = from_cleo(f"{QUOTED_QUESTION}\nWe need many more boats.", identifier="<cleo@brook>")
    remark = sent(
        "Carl Reed <carl@reed.example>",
        f"On 4 March 2021 08:00, Cleo Brook wrote:\n> {QUOTED_QUESTION}>\n> We need many more boats.\n\nWho pays?",
        date="Thu, 04 Mar 2021 09:00:00 +0000",
        answers="<cleo@brook>",
    )
    found = planned(START, answer, remark)
    reply = only(found, Kind.REPLY)
    assert (reply.author.key, reply.parent) == (CARL, Parent(proposal=only(found, Kind.ANSWER).key))


def test_others_reply_in_the_thread() -> None:
    answer = from_cleo(f"{QUOTED_QUESTION}\nBoats.", identifier="<cleo@brook>")
    to_question = from_mia(f"{QUOTED_QUESTION}\nGood question.")
    to_answer = from_mia("Thanks!", answers="<cleo@brook>")
    found = planned(START, answer, to_question, to_answer)
    replies = {one.text: (one.parent, one.how) for one in found.proposals if one.kind is Kind.REPLY}
    assert replies["Good question."] == (Parent(proposal=only(found, Kind.QUESTION).key), Found.QUOTE)
    assert replies["Thanks!"] == (Parent(proposal=only(found, Kind.ANSWER).key), Found.REFERENCES)


def test_a_reply_is_found_by_its_quote_of_an_answer() -> None:
    answer = from_cleo(f"{QUOTED_QUESTION}\nWe need boats that can carry\nthe tools of many people.")
    reply = from_mia(
        "> boats that can carry\n\nHow much?\n\n> the tools of many people.\n\nWhich?", subject="Elsewhere"
    )
    found = planned(START, answer, reply)
    assert only(found, Kind.REPLY).parent == Parent(proposal=only(found, Kind.ANSWER).key)
    assert "> boats that can carry\n\nHow much?" in only(found, Kind.REPLY).text


def test_replies_to_replies_keep_their_depth_whatever_the_order() -> None:
    answer = from_cleo(f"{QUOTED_QUESTION}\nBoats.", identifier="<a@x>")
    first = from_mia("One", identifier="<b@x>", answers="<a@x>")
    second = sent("Sam <sam@x.example>", "Two", date="Wed, 03 Mar 2021 01:00:00 +0000", answers="<b@x>")
    found = planned(second, first, answer, START)
    texts = {one.key: one.text for one in found.proposals}
    assert [
        (one.text, texts[one.parent.proposal]) for one in found.proposals if one.kind is Kind.REPLY and one.parent
    ] == [
        ("One", "Boats."),
        ("Two", "One"),
    ]
    known: set[str] = set()
    for one in found.proposals:
        assert not one.parent or one.parent.proposal in known
        known.add(one.key)


SEVERAL = "I ask:\n\nQ1. What about the boats?\n\nQ2: What about the birds\nin the reeds?\n"


def test_interleaved_answers_stand_each_under_its_question() -> None:
    text = (
        "On 3 March 2021 18:25, Olga Official wrote:\n> I ask:\n>\n"
        "> Q1. What about the boats?\n\nPaint them.\n\n- red\n\n"
        "> Q2: What about the birds\n> in the reeds?\n\nCount them.\n\nCleo\n"
    )
    found = planned(sent(OFFICIAL, SEVERAL), from_cleo(f"Dear all,\n\n{text}"))
    asked = {one.key: one.text for one in found.proposals if one.kind is Kind.QUESTION}
    answers = {
        asked[one.parent.proposal]: one.text for one in found.proposals if one.kind is Kind.ANSWER and one.parent
    }
    assert answers == {
        "What about the boats?": "Dear all,\n\nPaint them.\n\n- red",
        "What about the birds in the reeds?": "Count them.\n\nCleo",
    }


def test_several_questions_answered_in_one_piece_are_left_to_people() -> None:
    found = planned(sent(OFFICIAL, SEVERAL, identifier="<s@x>"), from_cleo("Boats and birds.", answers="<s@x>"))
    [left] = found.left_over
    assert left.text == "Boats and birds."
    assert "several questions" in left.reason


def test_an_unquoted_history_shows_which_question_is_meant() -> None:
    text = (
        "Boats.\n\n-----Original Message-----\nFrom: Olga Official <olga.official@marsh.example>\n"
        f"Sent: Wednesday, March 3, 2021 6:25 PM\nTo: list\nSubject: Elsewhere\n\n{OPENING}"
    )
    found = planned(START, from_cleo(text, subject="RE: Elsewhere"))
    assert (only(found, Kind.ANSWER).text, only(found, Kind.ANSWER).how) == ("Boats.", Found.QUOTE)
    assert len(found.doubles) == 1


def test_a_question_that_stands_is_not_asked_again() -> None:
    found = planned(START, from_cleo(f"{QUOTED_QUESTION}\nBoats."), standing=(Asked(4, 77, QUESTION),))
    assert kinds(found) == [Kind.ANNOUNCEMENT, Kind.ANSWER]
    assert only(found, Kind.ANSWER).parent == Parent(question=77)


def test_who_has_answered_a_standing_question_replies() -> None:
    standing = (Asked(4, 77, QUESTION, frozenset({CLEO})),)
    found = planned(from_cleo(f"{QUOTED_QUESTION}\nBoats."), standing=standing)
    assert only(found, Kind.REPLY).parent == Parent(question=77)


def test_read_twice_makes_nothing_twice() -> None:
    once, twice = planned(ARCHIVED.encode()), planned(ARCHIVED.encode(), ARCHIVED.encode())
    assert [one.key for one in once.proposals] == [one.key for one in twice.proposals]
    assert len(twice.doubles) == 2


def test_keys_do_not_change_with_what_is_read_or_stands_beside() -> None:
    alone = {one.key for one in planned(ARCHIVED.encode()).proposals}
    later = planned(
        ARCHIVED.encode(), from_mia("Hm", subject="x"), standing=(Asked(1, 7, QUESTION, frozenset({CLEO})),)
    )
    assert {one.key for one in later.proposals} <= alone


def test_a_quoted_original_gives_way_to_the_message_given_whole() -> None:
    found = planned(ARCHIVED.encode(), START)
    assert kinds(found) == [Kind.ANNOUNCEMENT, Kind.QUESTION, Kind.ANSWER]
    assert only(found, Kind.ANNOUNCEMENT).message.message_id == "<start@marsh>"
    quoted = only(planned(ARCHIVED.encode()), Kind.ANNOUNCEMENT)
    assert only(found, Kind.ANNOUNCEMENT).keys >= quoted.keys == {quoted.key}
    assert len(found.doubles) == 1


def test_two_answers_that_quote_one_original_make_one_announcement() -> None:
    other = ARCHIVED.replace("Cleo Brook cleo at brook", "Carl Reed carl at reed").replace("Cleo\n", "Carl\n")
    found = planned(ARCHIVED.encode(), other.encode(), people=NOBODY_OFFICIAL)
    assert kinds(found) == [Kind.ANNOUNCEMENT, Kind.QUESTION, Kind.ANSWER, Kind.ANSWER]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (from_mia("Who has seen my boots?", subject="Boots"), "starts no thread"),
        (from_cleo("I like boots.", subject="Boots"), "starts no thread"),
        (b"Just some words.", "who wrote it"),
        (from_cleo("> Q. Why?\n"), "no words of its author"),
        (from_cleo(""), "no words of its author"),
    ],
)
def test_what_fits_nowhere_is_listed_with_its_reason(raw: bytes, reason: str) -> None:
    found = planned(START, raw)
    [left] = found.left_over
    assert left.kind is Kind.LEFT_OVER
    assert reason in left.reason


def test_whoever_starts_the_thread_counts_as_official_only_where_none_is_known() -> None:
    mail = from_mia(OPENING)
    assert kinds(planned(mail, people=NOBODY_OFFICIAL)) == [Kind.ANNOUNCEMENT, Kind.QUESTION]
    assert kinds(planned(mail)) == [Kind.ANNOUNCEMENT, Kind.QUESTION]
    assert kinds(planned(sent(OFFICIAL, "Hello", subject="Start"), mail)) == [Kind.ANNOUNCEMENT, Kind.QUESTION]
    assert only(planned(sent(OFFICIAL, "Hello", subject="Start"), mail), Kind.ANNOUNCEMENT).author.key == OLGA


def test_a_candidate_never_counts_as_official() -> None:
    assert planned(from_cleo(OPENING), people=NOBODY_OFFICIAL).proposals == ()


def test_an_officials_reply_is_a_reply() -> None:
    reply = sent(
        OFFICIAL, "Please be brief.", subject="Re: Council election: questions, please!", answers="<start@marsh>"
    )
    found = planned(START, reply)
    assert (only(found, Kind.REPLY).author.key, only(found, Kind.REPLY).text) == (OLGA, "Please be brief.")


def test_a_question_over_several_lines_is_one_sentence() -> None:
    [one] = questions("Hello.\n\n   Q.  Why\n   this\n   marsh?\n\nNot this.")
    assert (one.text, one.background) == ("Why this marsh?", "")


def test_a_long_question_keeps_a_sentence_and_its_whole_as_background() -> None:
    whole = f"{'The tide rises. ' * 20}Shall we build a dyke? {'It costs much. ' * 3}".strip()
    [one] = questions(f"Q. {whole}")
    assert (one.text, one.background) == ("Shall we build a dyke?", whole)
    [endless] = questions(f"Q. {'word ' * 200}")
    assert len(endless.text) <= LONGEST
    assert endless.text.endswith("word…")


def test_a_long_question_is_still_found_by_its_quote() -> None:
    whole = f"{'The tide rises. ' * 20}Shall we build a dyke?"
    found = planned(sent(OFFICIAL, f"Q. {whole}"), from_cleo(f"> Q. {whole}\n\nYes.", subject="x"))
    assert only(found, Kind.ANSWER).text == "Yes."


MESSAGES = st.lists(
    st.builds(
        sent,
        st.sampled_from([OFFICIAL, "Cleo Brook <cleo@brook.example>", "Carl Reed", "Mia <mia@marsh.example>", ""]),
        st.lists(
            st.sampled_from(
                ["Yes.", f"Q. {QUESTION}", QUOTED_QUESTION, "> Yes.", "Q2. Why the birds?", "> Q2. Why the birds?", ""]
            )
        ).map("\n".join),
        subject=st.sampled_from(["A", "Re: A", "B"]),
        identifier=st.sampled_from(["", "<1@x>", "<2@x>", "<3@x>"]),
        answers=st.sampled_from(["", "<1@x>", "<2@x>", "<3@x>", "<4@x>"]),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(MESSAGES, st.sampled_from([PEOPLE, NOBODY_OFFICIAL]))
def test_every_message_is_proposed_left_over_or_a_copy(raw: list[bytes], people: People) -> None:
    messages: list[Message] = [message for one in raw for message in read(one)]
    found = plan(messages, people)
    listed = [one.message for one in (*found.proposals, *found.left_over)] + [copy.message for copy in found.doubles]
    assert {message.digest for message in listed} == {message.digest for message in messages}
    keys = [one.key for one in (*found.proposals, *found.left_over)]
    assert len(keys) == len(set(keys))
    answered = [(one.candidate, one.parent) for one in found.proposals if one.kind is Kind.ANSWER]
    assert len(answered) == len(set(answered))
