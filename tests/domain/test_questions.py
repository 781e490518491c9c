"""Questions, benches, lists and threads."""

from __future__ import annotations

from datetime import timedelta

import pytest

from election.domain import answers, candidacies, listing, moderation, questions, reading, threads
from election.domain.bench import State
from election.domain.listing import Narrowing, Order
from election.domain.refusals import Refused
from election.models import JournalEntry, Question, Reply
from election.models.post import Voice
from tests.cast import Cast, cast, now

MINUTE = timedelta(minutes=1)


@pytest.fixture
def stage(db: None) -> Cast:
    return cast()


def asked(stage: Cast, sentence: str = "Why?", **kwargs: object) -> Question:
    return questions.ask(stage.election, sentence, "", now(), author_name="Sam", **kwargs)  # type: ignore[arg-type]


def states(stage: Cast, question: Question) -> list[State]:
    [row] = reading.rows(stage.election, [question], reading.slate(stage.election))
    return [seat.state for seat in row.bench.seats]


def test_each_member_may_ask_three_and_what_was_taken_back_does_not_count(stage: Cast) -> None:
    first, *_ = [questions.ask(stage.election, f"{n}?", "", now(), author=stage.mia) for n in range(3)]
    with pytest.raises(Refused, match="as many as each person may"):
        questions.ask(stage.election, "Fourth?", "", now(), author=stage.mia)
    questions.take_back(first, stage.mia, now())
    assert questions.ask(stage.election, "Instead?", "", now(), author=stage.mia).number == 4


def test_an_asker_edits_for_fifteen_minutes_and_only_unanswered(stage: Cast) -> None:
    question = questions.ask(stage.election, "Wy?", "", now(), author=stage.mia)
    assert questions.edit(question, "Why?", "", stage.mia, now() + 14 * MINUTE).sentence == "Why?"
    with pytest.raises(Refused, match="15 minutes"):
        questions.edit(question, "How?", "", stage.mia, now() + 16 * MINUTE)
    with pytest.raises(Refused, match="Only the person"):
        questions.edit(question, "How?", "", stage.vera, now())
    answers.publish(question, stage.cleos, "So.", now())
    with pytest.raises(Refused, match="has answered"):
        questions.edit(question, "How?", "", stage.mia, now())
    with pytest.raises(Refused, match="has answered"):
        questions.take_back(question, stage.mia, now())


def test_a_question_taken_back_leaves_its_number_and_no_text(stage: Cast) -> None:
    question = questions.ask(stage.election, "Secret?", "Secret.", now(), author=stage.mia)
    gone = questions.take_back(question, stage.mia, now())
    assert (gone.sentence, gone.source, gone.html) == ("", "", "")
    assert gone.heading == "This question was taken back"


def test_every_seat_has_its_state(stage: Cast) -> None:
    dana = candidacies.add(stage.election, "Dana", [], stage.olga, now())
    question = asked(stage, to=[stage.cleos, stage.carls])
    assert states(stage, question) == [State.NOT_YET, State.NOT_YET, State.NOT_ASKED]
    answers.publish(question, stage.cleos, "So.", now())
    answers.decline(question, stage.carls, "", now())
    assert states(stage, question) == [State.DECLINED, State.ANSWERED, State.NOT_ASKED]
    candidacies.withdraw(stage.cleos, stage.cleo, now())
    candidacies.withdraw(stage.carls, stage.carl, now())
    assert states(stage, question) == [State.WITHDREW, State.WITHDREW_ANSWERED, State.NOT_ASKED]
    assert dana.slug == "dana"


def test_a_hidden_answer_still_counts_as_given(stage: Cast) -> None:
    question = asked(stage)
    answer = answers.publish(question, stage.cleos, "Rude.", now())
    moderation.hide(answer, "Rude.", stage.olga, now())
    [row] = reading.rows(stage.election, [question], reading.slate(stage.election))
    assert (row.bench.answered, str(row.bench)) == (1, "1 of 2 answered")


def test_lists_come_in_three_orders_and_are_narrowed(stage: Cast) -> None:
    one, two, three = (asked(stage, f"{n}?") for n in "123")
    answers.publish(one, stage.cleos, "So.", now())
    threads.reply(two, "Hm.", now(), author=stage.vera)
    only_carl = asked(stage, "Carl?", to=[stage.carls])

    def listed(order: Order, **narrowing: object) -> list[int]:
        found = listing.questions(stage.election, order, Narrowing(**narrowing))  # type: ignore[arg-type]
        return [question.number for question in found]

    assert listed(Order.NEWEST) == [4, 3, 2, 1]
    assert listed(Order.FEWEST) == [2, 3, 4, 1]
    assert listed(Order.REPLIES)[0] == two.number
    assert listed(Order.NEWEST, asked_of=stage.cleos) == [3, 2, 1]
    assert listed(Order.NEWEST, not_answered_by=stage.cleos) == [three.number, two.number]
    assert only_carl.number in listed(Order.NEWEST, not_answered_by=stage.carls)


def test_a_thread_of_any_depth_is_laid_out_in_reading_order(stage: Cast) -> None:
    question, parent = asked(stage), None
    rows = []
    for n in range(1000):
        parent = Reply(pk=n + 1, question=question, parent=parent, author_name=f"P{n}", at=now(), voice=Voice.MEMBER)
        rows.append(parent)
    nodes = list(threads.lay_out(rows))
    assert [node.level for node in nodes] == list(range(1, 1001))
    assert sum(node.opens for node in nodes) == sum(len(node.closes) for node in nodes) == threads.NESTED - 1
    assert (nodes[3].is_deep, nodes[4].is_deep, nodes[4].to) == (False, True, "P3")


def test_lists_of_a_thread_are_closed_as_often_as_they_are_opened(stage: Cast) -> None:
    question = asked(stage)
    first = threads.reply(question, "1", now(), author=stage.mia)
    below = threads.reply(question, "1.1", now(), author=stage.vera, parent=first)
    threads.reply(question, "1.1.1", now(), author=stage.mia, parent=below)
    threads.reply(question, "2", now(), author=stage.vera)
    nodes = threads.threads(question)[None].nodes
    assert [node.reply.source for node in nodes] == ["1", "1.1", "1.1.1", "2"]
    assert [(node.opens, len(node.closes)) for node in nodes] == [(True, 0), (True, 0), (False, 2), (False, 0)]


def test_a_reply_is_edited_for_fifteen_minutes_and_taken_back_at_any_time(stage: Cast) -> None:
    reply = threads.reply(asked(stage), "Helo", now(), author=stage.vera)
    assert threads.edit(reply, "Hello", stage.vera, now() + 14 * MINUTE).source == "Hello"
    with pytest.raises(Refused, match="15 minutes"):
        threads.edit(reply, "Hi", stage.vera, now() + 16 * MINUTE)
    with pytest.raises(Refused, match="Only the person"):
        threads.take_back(reply, stage.mia, now())
    assert threads.take_back(reply, stage.vera, now() + timedelta(days=1)).source == ""


def test_hiding_and_restoring_are_reversible_and_refused_twice(stage: Cast) -> None:
    reply = threads.reply(asked(stage), "Rude.", now(), author=stage.vera)
    hiding = moderation.hide(reply, "About a person.", stage.olga, now())
    reply.refresh_from_db()
    assert (reply.shown, reply.said, reply.is_hidden) == ("", "", True)
    with pytest.raises(Refused, match="nothing to hide"):
        moderation.hide(reply, "Again.", stage.olga, now())
    moderation.restore(hiding, "A mistake.", stage.olga, now())
    reply.refresh_from_db()
    assert reply.said == "Rude."
    with pytest.raises(Refused, match="restored already"):
        moderation.restore(hiding, "Again.", stage.olga, now())


def test_what_an_official_does_with_a_question_is_on_record_and_what_a_member_does_is_not(stage: Cast) -> None:
    before = JournalEntry.objects.count()
    for user, voice in ((stage.mia, Voice.MEMBER), (stage.olga, Voice.OFFICIAL)):
        question = questions.ask(stage.election, "Wy?", "", now(), author=user, voice=voice)
        questions.edit(question, "Why?", "", user, now())
        questions.take_back(question, user, now())
    deeds = JournalEntry.objects.order_by("number").values_list("deed", "actor", "facts")[before:]
    assert list(deeds) == [
        (deed, stage.olga.pk, {"before": {}, "after": {"question": 2}})
        for deed in ("question seeded", "question edited", "question taken back")
    ]


def test_a_second_click_makes_no_second_question_or_reply(stage: Cast) -> None:
    first = questions.ask(stage.election, "Why?", "", now(), author=stage.mia)
    assert questions.ask(stage.election, "Why?", "", now(), author=stage.mia) == first
    assert questions.ask(stage.election, "Why?", "", now() + 2 * MINUTE, author=stage.mia) != first
    said = threads.reply(first, "Hm.", now(), author=stage.vera)
    assert threads.reply(first, "Hm.", now(), author=stage.vera) == said
    assert threads.reply(first, "Hm.", now(), author=stage.vera, parent=said) != said
    assert threads.reply(first, "Hm.", now(), author=stage.mia) != said
