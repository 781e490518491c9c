"""Find the message that another one answers."""

from collections.abc import Sequence

from election.importers.threads.topics import Topic
from election.importers.threads.wording import direct_quote, own_words, share
from election.mail.message import Message, topic

_GOOD_PART = 0.6


def quoted_message(message: Message, messages: Sequence[Message]) -> Message | None:
    """The message whose own words make up most of what `message` quotes; of several the one it names, or the last."""
    lines = direct_quote(message.text)
    fits = [(share(lines, own_words(other.text)), other) for other in messages if other is not message]
    best = max((fit for fit, _ in fits), default=0.0)
    if best < _GOOD_PART:
        return None
    found = [other for fit, other in fits if fit == best]
    return next((other for other in found if other.message_id and other.message_id == message.in_reply_to), found[-1])


def referred_message(message: Message, messages: Sequence[Message]) -> Message | None:
    """The nearest message among those that the header of `message` names: In-Reply-To, then References from the end."""
    known = {other.message_id: other for other in messages if other.message_id and other is not message}
    named = (known.get(identifier) for identifier in (message.in_reply_to, *reversed(message.references)))
    return next((other for other in named if other), None)


def same_subject(message: Message, topics: Sequence[Topic]) -> list[Topic]:
    """The questions asked under the subject that `message` has."""
    return [one for one in topics if one.message and topic(one.message.subject) == topic(message.subject)]
