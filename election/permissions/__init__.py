"""THE place for rights: what a person is in an election (Standing), and one table of who may do what, when (RULES).

`docs/permissions.md` is printed from this table; views ask `may=RULE`, templates `can.<key>`, mail the same Rule.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from django.db.models import Count, Exists, Subquery
from django.db.models.functions import Coalesce

from election.models import Candidacy, Election, Official, Question, RollEntry, User
from election.models.election import Asking
from election.permissions.times import (
    BEFORE_VOTE,
    CLAIMS,
    DRAFT,
    ENDORSING,
    LIVE,
    NOMINATING,
    REPLIES,
    SEEDING,
    STANDING,
    STATEMENT,
    UNDECLARED,
    VOTE_NOT_OVER,
    open_times,
)
from election.timeline import Kind


class Role(StrEnum):
    """What one can be. A person has several at once: every candidate is also a member."""

    VISITOR = "visitor"
    MEMBER = "member"
    NOMINEE = "nominee"
    VOTER = "eligible voter"
    CANDIDATE = "candidate"
    OFFICIAL = "official"
    MANAGER = "site manager"


@dataclass(frozen=True)
class Standing:
    """What this person is in this election (or on the site, where there is none) at this moment, and how many of their
    questions count there. Loaded once."""

    at: datetime
    user: User | None = None
    election: Election | None = None
    candidacy: Candidacy | None = None
    is_official: bool = False
    asked: int = 0
    is_voter: bool = False
    open: frozenset[str] = field(default_factory=frozenset)

    @property
    def roles(self) -> frozenset[Role]:
        held = {Role.VISITOR}
        if self.user:
            held.add(Role.MEMBER)
        if self.is_voter:
            held.add(Role.VOTER)
        if self.candidacy and not self.candidacy.has_withdrawn:
            held.add(Role.CANDIDATE if self.candidacy.is_admitted else Role.NOMINEE)
        if self.is_official:
            held.add(Role.OFFICIAL)
        if self.user and self.user.is_manager:
            held.add(Role.MANAGER)
        return frozenset(held)


@dataclass(frozen=True)
class Rule:
    """One deed: who may do it, while which of the named times is open (any of them; none named: always)."""

    key: str
    deed: str
    who: frozenset[Role]
    during: tuple[str, ...] = ()
    by_setting: bool = False
    """Whether an election's setting can leave it to eligible voters."""

    def allows(self, standing: Standing) -> bool:
        return self.admits(standing) and self.is_open(standing)

    def admits(self, standing: Standing) -> bool:
        """Whether this person may do it at all, whatever the time."""
        return bool(self.admitted(standing.election) & standing.roles)

    def admitted(self, election: Election | None) -> frozenset[Role]:
        """Who may do it in this election."""
        narrowed = self.by_setting and election is not None and election.asking == Asking.VOTERS
        return VOTERS if narrowed else self.who

    def is_open(self, standing: Standing) -> bool:
        return not self.during or bool(set(self.during) & standing.open)


EVERYBODY = frozenset({Role.VISITOR})
MEMBERS = frozenset({Role.MEMBER})
VOTERS = frozenset({Role.VOTER})
CANDIDATES = frozenset({Role.CANDIDATE})
APPLICANTS = frozenset({Role.NOMINEE, Role.CANDIDATE})
OFFICIALS = frozenset({Role.OFFICIAL})
MANAGERS = frozenset({Role.MANAGER})
HELPERS = OFFICIALS | MANAGERS

READ = Rule("read", "Read an announced election: questions, answers, replies, candidates, results", EVERYBODY)
ACCOUNT = Rule("account", "Change one's own name, addresses, time zone and colours; sign out everywhere", MEMBERS)
ASK = Rule("ask", "Ask the candidates a question", MEMBERS, (Kind.QUESTIONS,), by_setting=True)
SEED = Rule("seed", "Ask an opening question, also before the window opens", OFFICIALS, (SEEDING, Kind.QUESTIONS))
EDIT_QUESTION = Rule("edit_question", "Edit or take back one's own question, unanswered", MEMBERS, (REPLIES, DRAFT))
ANSWER = Rule(
    "answer", "Answer, change or decline; keep a draft; make one's reply the answer", CANDIDATES, (Kind.ANSWERS,)
)
TODO = Rule("todo", "See what waits for oneself as a candidate", CANDIDATES)
REPLY = Rule("reply", "Reply, quote; edit or take back one's own reply", MEMBERS, (REPLIES,))
STATE = Rule("state", "Edit one's own statement", APPLICANTS, (STATEMENT,))
WITHDRAW = Rule("withdraw", "Withdraw one's own candidacy", APPLICANTS, (UNDECLARED,))
STAND = Rule("stand", "Stand for election; keep a draft of the statement", MEMBERS, (STANDING,))
NOMINATE = Rule("nominate", "Nominate somebody by their address", MEMBERS, (NOMINATING,))
ACCEPT = Rule("accept", "Accept or decline a nomination of oneself", MEMBERS, (NOMINATING,))
ENDORSE = Rule("endorse", "Endorse somebody who wants to stand", MEMBERS, (ENDORSING,))
CANDIDACY = Rule("candidacy", "See how one's own candidacy is doing", APPLICANTS)
OBJECT = Rule("object", "Answer the rejection of one's candidacy, once", frozenset({Role.NOMINEE}), (LIVE,))
HIDE = Rule("hide", "Hide and restore a question, an answer or a reply, with a public reason", OFFICIALS)
RUN = Rule("run", "See what officials see: the console, drafts, brought-in messages", HELPERS)
SET_UP = Rule("set_up", "Change an election's settings and texts", HELPERS, (UNDECLARED,))
ANNOUNCE = Rule("announce", "Announce the election: everybody sees it from then on", OFFICIALS, (DRAFT,))
RESCHEDULE = Rule("reschedule", "Open now, close now, extend, move dates of an announced election", OFFICIALS, (LIVE,))
CANCEL = Rule("cancel", "Cancel the election with a public reason", OFFICIALS, (UNDECLARED,))
TELL = Rule("tell", "Write announcements", OFFICIALS)
DECLARE = Rule("declare", "Declare the result of a vote held elsewhere, or an acclamation", OFFICIALS, (LIVE,))
SLATE = Rule("slate", "Add candidates, correct their names and addresses", OFFICIALS, (UNDECLARED,))
CHECK = Rule("check", "Approve or reject candidacies", OFFICIALS, (LIVE,))
LATE = Rule("late", "Take a late statement, as one of two officials", OFFICIALS, (LIVE,))
REVIEW = Rule("review", "Decide what follows from the slate: vote, acclaim, extend, fail", OFFICIALS, (LIVE,))
TAKE_BACK_REVIEW = Rule("take_back_review", "Take back that decision, until the next window opens", OFFICIALS)
BRING_IN = Rule("bring_in", "Bring in messages from the community's list", OFFICIALS)
REQUEST_ROLL = Rule("request_roll", "Ask to be put on the voter roll", MEMBERS, (CLAIMS,))
IMPORT_ROLL = Rule("import_roll", "Bring files into the voter roll, undo the last", OFFICIALS, (BEFORE_VOTE,))
KEEP_ROLL = Rule(
    "keep_roll",
    "Add voters, strike them, add their addresses; decide on requests; agree to what needs two officials",
    OFFICIALS,
    (VOTE_NOT_OVER,),
)
APPOINT = Rule("appoint", "Appoint and dismiss election officials", MANAGERS)
CREATE_BODY = Rule("create_body", "Create and change bodies", MANAGERS)
CREATE_ELECTION = Rule("create_election", "Create an election", MANAGERS)
ERASE = Rule("erase", "Erase the names and words of an act in the journal", MANAGERS)

RULES: tuple[Rule, ...] = tuple(rule for rule in list(globals().values()) if isinstance(rule, Rule))
"""The table: every rule above, in the order in which they stand there."""


class Can:
    """What this standing may do now, for templates: `{% if can.ask %}`. An unknown key raises AttributeError."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing

    def __getattr__(self, key: str) -> bool:
        rule = _BY_KEY.get(key)
        if rule is None:
            raise AttributeError(key)
        return rule.allows(self._standing)


_BY_KEY = {rule.key: rule for rule in RULES}


def standing_of(user: User | None, election: Election | None, at: datetime) -> Standing:
    """Loads what `user` (None: signed out) is in `election` (None: on the site) at `at`; at most two queries."""
    if election is None:
        return Standing(at=at, user=user)
    is_official, asked, is_voter, candidacy = _held(user, election) if user else (False, 0, False, None)
    return Standing(at, user, election, candidacy, is_official, asked, is_voter, open_times(election, candidacy, at))


def _held(user: User, election: Election) -> tuple[bool, int, bool, Candidacy | None]:
    mine = {"election": election, "user": user}
    officiates = Exists(Official.objects.filter(**mine))
    votes = Exists(RollEntry.objects.standing().filter(**mine))
    stands = Subquery(Candidacy.objects.filter(**mine).values("pk")[:1])
    asked = Subquery(Question.objects.counted(election, user).values("author").annotate(n=Count("pk")).values("n"))
    held = User.objects.filter(pk=user.pk).values_list(officiates, Coalesce(asked, 0), votes, stands)
    is_official, number, is_voter, pk = held[0]
    candidacy = Candidacy.objects.select_related("withdrawal", "application", "admission").get(pk=pk) if pk else None
    if candidacy:
        candidacy.election = election
    return is_official, number, is_voter, candidacy
