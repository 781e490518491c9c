"""What single sentences of a timetable say: which stage opens and closes on which of the dates they state."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from election.importers.folder.clocks import Clock, clocks
from election.importers.folder.lines import Piece, Shape, sentences
from election.importers.folder.mentions import Mention, mentions, plain
from election.importers.folder.values import WINDOWS, Stage
from election.importers.folder.wording import CHANGED, NUMBER, OLD, STAMP, Label, closes, is_plain, labels, number

_RANGE = re.compile(r"[\s,;(]*(?:-|to|until|till|through|thru|and|\s)*[\s,;(]*(?:on\s+)?", re.IGNORECASE)
_FROM = re.compile(r"\s*(?:from|not)\s*", re.IGNORECASE)
_LONGER = re.compile(
    rf"\b(?:extended|prolonged|delayed|extension)\s+(?:by|of|for)\s+(?:an?(?:other)?\s+(?:additional\s+|extra\s+|further\s+)?)?"
    rf"(?:(?P<count>{NUMBER})\s+(?:more\s+|additional\s+|further\s+)?)?(?P<unit>day|week)s?\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:all|each|every)\b", re.IGNORECASE)
_FEW_WORDS = 6


@dataclass(frozen=True)
class Claim:
    """What one sentence says of one stage. `longer` moves a closing stated elsewhere; `unclear` says why the sentence
    could not be read, or not wholly."""

    stage: Stage
    line: int
    opens: Mention | None = None
    closes: Mention | None = None
    changed: bool = False
    longer: timedelta | None = None
    unclear: str = ""


def usual_clocks(pieces: Sequence[Piece]) -> tuple[Clock | None, Clock | None]:
    """The times of day at which, as the text says in one place for all, windows open and close."""
    for piece in pieces:
        text = plain(piece.text)
        times = [found.clock for found in clocks(text) if found.clock.minutes is not None]
        if times and _EACH.search(text) and not mentions(text):
            return times[0], times[-1]
    return None, None


def claims(pieces: Sequence[Piece]) -> Iterator[Claim]:
    """The claims of a text, in its order. A sentence without a word of its own is about what the heading, the item or
    the sentence before it names."""
    heading: Stage | None = None
    changed = False
    for piece in pieces:
        stage = heading
        if piece.shape is Shape.HEADING:
            heading, changed = _topic(piece.text), bool(CHANGED.search(piece.text))
        elif _names_only(piece):
            heading = _topic(piece.text) or heading
        for sentence in sentences(piece):
            text = plain(sentence.text)
            dates, words = mentions(sentence.text), labels(text)
            later = changed or bool(CHANGED.search(text) or sentence.struck)
            for about, group in _grouped(dates, words, stage).items():
                yield _claim(about, sentence, text, group, changed=later)
            if not dates:
                yield from _dateless(sentence, text, words, stage)
            stage = words[0].stage if words else stage


def _topic(text: str) -> Stage | None:
    found = labels(plain(text)) if is_plain(plain(text)) else []
    return found[0].stage if found else None


def _names_only(piece: Piece) -> bool:
    few = piece.text.rstrip("*_ ").endswith(":") or len(piece.text.split()) <= _FEW_WORDS
    return few and piece.shape is not Shape.ROW and not mentions(piece.text)


def _grouped(
    dates: Sequence[Mention], words: Sequence[Label], default: Stage | None
) -> dict[Stage | None, list[Mention]]:
    """The dates by what they are for: by the last word before them where the sentence begins with a word, else by
    the first word after them."""
    groups: dict[Stage | None, list[Mention]] = {}
    for date in dates:
        before = [word.stage for word in words if word.start < date.start]
        after = [word.stage for word in words if word.start > date.start]
        leads = bool(words) and words[0].start < dates[0].start
        order = [*before[::-1], *after] if leads else [*after, *before[::-1]]
        groups.setdefault(order[0] if order else default, []).append(date)
    return groups


def _dateless(sentence: Piece, text: str, words: Sequence[Label], stage: Stage | None) -> Iterator[Claim]:
    about = words[0].stage if words else stage
    if about not in WINDOWS:
        return
    if longer := _LONGER.search(text):
        yield Claim(about, sentence.line, changed=True, longer=_span(longer))
    elif (
        sentence.shape in (Shape.ITEM, Shape.ROW) and is_plain(text) and re.search(r"\d{1,2}[/.:]\d|\bTB[ACD]\b", text)
    ):
        yield Claim(about, sentence.line, unclear="no date could be read here")


def _span(longer: re.Match[str]) -> timedelta:
    count = (number(longer["count"]) if longer["count"] else None) or 1
    return timedelta(days=count * (7 if longer["unit"].casefold() == "week" else 1))


def _claim(about: Stage | None, sentence: Piece, text: str, group: Sequence[Mention], *, changed: bool) -> Claim:
    line = sentence.line_at(group[0].start)
    slots = _slots(text, group)
    stage = about or Stage.OTHER
    if about is None:
        unread = "it is not clear what these dates are for" if len(slots) > 1 and sentence.shape is Shape.ITEM else ""
        return Claim(stage, line, unclear=unread)
    longer = _LONGER.search(text)
    claim = Claim(stage, line, changed=changed, longer=_span(longer) if longer and stage in WINDOWS else None)
    if len(slots) == 1:
        return _single(claim, text, slots[0])
    unclear = "it states more than two dates; the first two are taken" if len(slots) > 2 and stage in WINDOWS else ""
    return replace(claim, opens=slots[0] if slots else None, closes=slots[1] if slots else None, unclear=unclear)


def _single(claim: Claim, text: str, date: Mention) -> Claim:
    closing = closes(text[: date.start], text[date.end :])
    if claim.stage not in WINDOWS or (closing is None and date.clock is None):
        return replace(claim, opens=date, closes=date)
    if closing is None:
        return replace(claim, unclear="it is not clear whether something opens or closes here")
    return replace(claim, closes=date) if closing else replace(claim, opens=date)


def _slots(text: str, group: Sequence[Mention]) -> list[Mention]:
    """The dates that hold: old ones left out, new ones in the place of what they replace."""
    slots: list[Mention] = []
    end, was_old, pair = 0, False, False
    for number_, date in enumerate(group):
        gap = text[end : date.start]
        end = date.end
        joined = bool(number_) and bool(_RANGE.fullmatch(gap))
        moved_from = bool(slots) and bool(CHANGED.search(text[: slots[0].start])) and bool(_FROM.fullmatch(gap))
        if STAMP.search(gap) or OLD.search(gap) or moved_from or (was_old and joined):
            was_old = not gap.rstrip().endswith("from") and not STAMP.search(gap)
            continue
        was_old = False
        if pair and joined:
            slots[-1] = _instead(date, slots[-1])
        elif slots and CHANGED.search(gap):
            pair = len(slots) == 2 and _starts_range(text, group, number_)
            slots[-2 if pair else -1] = _instead(date, slots[-2 if pair else -1])
            continue
        else:
            slots.append(date)
        pair = False
    return slots


def _starts_range(text: str, group: Sequence[Mention], place: int) -> bool:
    following = group[place + 1 : place + 2]
    return bool(following) and bool(_RANGE.fullmatch(text[group[place].end : following[0].start]))


def _instead(new: Mention, old: Mention) -> Mention:
    return replace(new, clock=new.clock or old.clock)
