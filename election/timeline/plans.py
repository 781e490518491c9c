"""Plans: a sensible one from a single date, what makes one impossible, what makes one unusual."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from election.timeline.windows import Edge, Kind, Timeline, Window

SHORT = timedelta(days=3)
_SATURDAY = 5


@dataclass(frozen=True)
class Problem:
    """A sentence about one edge of one window; `field` is the name of its form field, such as `voting_opens`."""

    kind: Kind
    edge: Edge
    sentence: str

    @property
    def field(self) -> str:
        return f"{self.kind}_{self.edge}"


def propose(first: date, hour: int = 15) -> Timeline:
    """A common timetable from the day nomination opens: a week, a day to check, ten days of questions with two more
    for answers, a day's rest, a week of voting; every edge at `hour` UTC (docs/architecture.md names its models)."""
    start = datetime.combine(first, time(hour), UTC)

    def window(kind: Kind, opens: int, closes: int) -> Window:
        return Window(kind, start + timedelta(days=opens), start + timedelta(days=closes))

    return Timeline(
        nomination=window(Kind.NOMINATION, 0, 7),
        questions=window(Kind.QUESTIONS, 8, 18),
        answers=window(Kind.ANSWERS, 8, 20),
        voting=window(Kind.VOTING, 21, 28),
    )


def problems(timeline: Timeline) -> tuple[Problem, ...]:
    """Why this plan cannot work, beside the edge to mend; empty when it can."""
    found = [_backwards(w) for w in timeline if w.closes <= w.opens]
    return tuple(found or _out_of_order(timeline))


def _backwards(window: Window) -> Problem:
    return Problem(window.kind, Edge.CLOSES, f"{window.kind.label} would close before it opens. Choose a later time.")


def _out_of_order(timeline: Timeline) -> list[Problem]:
    found = []
    nomination, questions, answers, voting = timeline.nomination, timeline.questions, timeline.answers, timeline.voting
    if nomination and voting and voting.opens < nomination.closes:
        sentence = "Voting would open before the slate is known. Open it when nomination has closed, or later."
        found.append(Problem(Kind.VOTING, Edge.OPENS, sentence))
    if questions and answers and answers.closes < questions.closes:
        sentence = "Answers would close before questions do. Choose the same time or a later one."
        found.append(Problem(Kind.ANSWERS, Edge.CLOSES, sentence))
    if questions and answers and answers.opens > questions.closes:
        sentence = "Answers would open only after questions have closed. Choose an earlier time."
        found.append(Problem(Kind.ANSWERS, Edge.OPENS, sentence))
    if questions and not answers:
        sentence = "Questions need a time in which they can be answered."
        found.append(Problem(Kind.ANSWERS, Edge.OPENS, sentence))
    if nomination and answers and answers.closes <= nomination.opens:
        sentence = "Answers would close before anybody can stand. Choose a later time."
        found.append(Problem(Kind.ANSWERS, Edge.CLOSES, sentence))
    if voting and questions and questions.opens >= voting.closes:
        sentence = "Questions would open after voting has closed. Choose an earlier time."
        found.append(Problem(Kind.QUESTIONS, Edge.OPENS, sentence))
    return found


def warnings(timeline: Timeline) -> tuple[Problem, ...]:
    """What is unusual in a plan that can work: worth a second look, never refused."""
    found = []
    for window in timeline:
        if window.length < SHORT:
            sentence = f"{window.kind.label} would be open for less than three days. Some people will miss it."
            found.append(Problem(window.kind, Edge.CLOSES, sentence))
        if _only_weekend(window):
            sentence = f"{window.kind.label} would be open on a weekend only. Many people are away then."
            found.append(Problem(window.kind, Edge.CLOSES, sentence))
    return tuple(found)


def _only_weekend(window: Window) -> bool:
    last = window.closes - timedelta(microseconds=1)
    days = (last.date() - window.opens.date()).days + 1
    return all((window.opens + timedelta(days=n)).weekday() >= _SATURDAY for n in range(days))
