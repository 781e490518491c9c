"""The voter roll: brought in and undone, kept by officials, bound once, asked for; none of it in public."""

from __future__ import annotations

import time
from collections.abc import Iterable

import pytest
from allauth.account.models import EmailAddress

from election.domain import accounts, journal, roll
from election.domain.refusals import Refused
from election.domain.roll import Fate, Identity, Line, keys
from election.models import JournalEntry, RollAct, RollEntry, RollImport, RollKey, User
from election.permissions import KEEP_ROLL, REQUEST_ROLL, Role, standing_of
from election.timeline import Phase
from tests.cast import Cast, cast, now

pytestmark = pytest.mark.django_db


def lines(*rows: str) -> list[Line]:
    """Voters as "Name: key, key"."""
    parts = [row.partition(": ") for row in rows]
    return [Line(n, name, tuple(said.split(", "))) for n, (name, _, said) in enumerate(parts, 1)]


def bring(made: Cast, *rows: str) -> RollImport:
    planned = roll.plan(made.election, lines(*rows), "github")
    return roll.import_roll(made.election, planned, "roll.csv", made.olga, now())


def known(entries: Iterable[RollEntry]) -> dict[str, list[str]]:
    return {entry.name: sorted(key.value for key in entry.keys.all()) for entry in entries}


def entry(made: Cast, name: str) -> RollEntry:
    return RollEntry.objects.get(election=made.election, name=name)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        (" Ada@Example.ORG ", "ada@example.org"),
        ("<ada@example.org>", "ada@example.org"),
        ("AdaL", "gitlab:adal"),
        ("@AdaL", "gitlab:adal"),
        ("GitHub:AdaL", "github:adal"),
        ("github#583231", "github#583231"),
        ("https://github.com/AdaL/", "github:adal"),
        ("ada@", None),
        ("ada lovelace", None),
        ("", None),
        ("a" * 300, None),
        ("github:", None),
        ("=1+1", None),
    ],
)
def test_a_key_has_one_spelling(said: str, key: str | None) -> None:
    assert keys.parse(said, "gitlab") == key


def test_with_some_keys_nobody_could_sign_in() -> None:
    assert keys.can_sign_in("ada@example.org")
    assert not keys.can_sign_in("1+ada@users.noreply.github.com")
    assert not keys.can_sign_in("no-reply@example.org")
    assert not keys.can_sign_in("?:ada")
    assert not keys.can_sign_in("github:ada"), "this site has no sign-in by GitHub"


def test_a_plan_says_of_every_line_what_becomes_of_it() -> None:
    made = cast()
    bring(made, "Ada: ada@example.org", "Bo: bo@example.org, github:bo", "Cy: cy@example.org")
    roll.strike(entry(made, "Cy"), "Left.", made.olga, now())
    planned = roll.plan(
        made.election,
        [
            *lines(
                "Ada: ADA@example.org",
                "Bo Li: bo@example.org, bo@work.example",
                "Di: di@example.org",
                "D: di@example.org",
            ),
            *lines("Cy: cy@example.org", "E: no good", "F: ada@example.org, github:bo", "Gus: gus"),
            Line(9, fault="Not UTF-8."),
        ],
    )
    assert [line.fate for line in planned.lines] == [
        Fate.SAME,
        Fate.CHANGED,
        Fate.NEW,
        Fate.DOUBLED,
        Fate.STRUCK,
        Fate.UNREADABLE,
        Fate.UNREADABLE,
        Fate.NEW,
        Fate.UNREADABLE,
    ]
    assert planned.lines[1].why == "1 more by which they are known and another name"
    assert planned.lines[3].why == "The same voter as line 3."
    assert planned.counts["stuck"] == 1
    assert planned.absent == 0


def test_what_was_brought_in_last_is_undone_once() -> None:
    made = cast()
    bring(made, "Ada: ada@example.org", "Vera: vera@saltmarsh.example")
    before = known(RollEntry.objects.all())
    brought = bring(made, "Ada L.: ada@example.org, ada@work.example", "Bo: bo@example.org")
    assert known(RollEntry.objects.all())["Ada L."] == ["ada@example.org", "ada@work.example"]
    roll.undo(brought, made.olga, now())
    assert known(RollEntry.objects.all()) == before
    with pytest.raises(Refused):
        roll.undo(brought, made.olga, now())
    with pytest.raises(Refused):
        roll.undo(RollImport.objects.exclude(pk=brought.pk).get(), made.olga, now())


def test_undoing_is_refused_where_officials_have_worked_on_it_since() -> None:
    made = cast()
    brought = bring(made, "Ada: ada@example.org")
    roll.strike(entry(made, "Ada"), "Left.", made.olga, now())
    with pytest.raises(Refused, match="Strike instead"):
        roll.undo(brought, made.olga, now())


def test_undoing_unbinds_whom_it_had_bound() -> None:
    made = cast()
    bring(made, "Vera: vera@home.example")
    brought = bring(made, "Vera: vera@home.example, vera@saltmarsh.example")
    assert entry(made, "Vera").user == made.vera
    roll.undo(brought, made.olga, now())
    assert entry(made, "Vera").user is None


def test_twenty_thousand_voters_are_brought_in_within_ten_seconds() -> None:
    """In this process's own time: the machine may be busy with other tests."""
    made = cast()
    began = time.process_time()
    many = [Line(n, f"Voter {n}", (f"v{n}@example.org", f"github:v{n}")) for n in range(20_000)]
    roll.import_roll(made.election, roll.plan(made.election, many), "many.csv", made.olga, now())
    assert time.process_time() - began < 10
    assert (RollEntry.objects.count(), RollKey.objects.count()) == (20_000, 40_000)
    began = time.process_time()
    roll.undo(RollImport.objects.get(), made.olga, now())
    assert time.process_time() - began < 10
    assert not RollEntry.objects.exists()


def test_a_person_is_bound_by_a_verified_address_and_only_once() -> None:
    made = cast()
    bring(made, "Vera: vera@saltmarsh.example", "Mia: mia@home.example", "Mia again: mia@work.example")
    assert entry(made, "Vera").user == made.vera, "who has signed in before is bound at once"
    assert standing_of(made.vera, made.election, now()).roles >= {Role.VOTER}
    assert Role.VOTER not in standing_of(made.mia, made.election, now()).roles
    EmailAddress.objects.create(user=made.mia, email="mia@home.example", verified=False)
    accounts.claim(made.mia)
    assert entry(made, "Mia").user is None
    EmailAddress.objects.filter(email="mia@home.example").update(verified=True)
    EmailAddress.objects.create(user=made.mia, email="mia@work.example", verified=True)
    accounts.claim(made.mia)
    assert (entry(made, "Mia").user, entry(made, "Mia again").user) == (made.mia, None)


def test_a_handle_binds_once_and_never_its_next_owner() -> None:
    made = cast()
    bring(made, "Mia: MiaO")
    roll.claim(made.mia, [], [Identity("github", "17", "miao")])
    assert entry(made, "Mia").user == made.mia
    assert known([entry(made, "Mia")]) == {"Mia": ["github#17", "github:miao"]}
    RollEntry.objects.update(user=None)
    roll.claim(made.vera, [], [Identity("github", "99", "MiaO")])
    assert entry(made, "Mia").user is None, "the handle has changed hands"
    roll.claim(made.mia, [], [Identity("github", "17", "renamed")])
    assert entry(made, "Mia").user == made.mia


def test_another_persons_entry_is_rebound_by_two_officials_only() -> None:
    made = cast()
    bring(made, "Vera: vera@saltmarsh.example")
    act = roll.rebind(entry(made, "Vera"), made.mia.email, "Shared address.", made.olga, now())
    assert entry(made, "Vera").user == made.vera
    with pytest.raises(Refused, match="another official"):
        roll.second(act, made.olga, now(), agrees=True)
    roll.second(act, made.marta, now(), agrees=True)
    assert entry(made, "Vera").user == made.mia
    with pytest.raises(Refused, match="already"):
        roll.second(act, made.marta, now(), agrees=True)


def test_officials_add_strike_and_put_back() -> None:
    made = cast()
    roll.add(made.election, "Vera", ["vera@saltmarsh.example"], "Overlooked.", made.olga, now())
    vera = entry(made, "Vera")
    assert vera.user == made.vera
    with pytest.raises(Refused, match="on the roll already"):
        roll.add(made.election, "V.", ["vera@saltmarsh.example"], "Again.", made.olga, now())
    roll.strike(vera, "Left.", made.olga, now())
    assert Role.VOTER not in standing_of(made.vera, made.election, now()).roles
    with pytest.raises(Refused, match="already"):
        roll.strike(vera, "Left.", made.olga, now())
    roll.restore(vera, "Came back.", made.olga, now())
    assert Role.VOTER in standing_of(made.vera, made.election, now()).roles
    roll.add_address(vera, ["vera@work.example"], "New job.", made.olga, now())
    with pytest.raises(Refused, match="already"):
        roll.add_address(vera, ["vera@work.example"], "New job.", made.olga, now())


def test_once_voting_is_open_two_add_and_nobody_strikes() -> None:
    made = cast(Phase.VOTING)
    act = roll.add(made.election, "Vera", ["vera@saltmarsh.example"], "Overlooked.", made.olga, now())
    assert not RollEntry.objects.exists()
    roll.second(act, made.marta, now(), agrees=True)
    assert entry(made, "Vera").user == made.vera
    assert RollAct.objects.late().count() == 1
    with pytest.raises(Refused, match="Voting has opened"):
        roll.strike(entry(made, "Vera"), "Left.", made.olga, now())
    with pytest.raises(Refused, match="Voting has opened"):
        bring(made, "Bo: bo@example.org")


def test_what_a_second_official_does_not_agree_to_is_dropped_with_what_it_said() -> None:
    made = cast(Phase.VOTING)
    act = roll.add(made.election, "Vera", ["vera@saltmarsh.example"], "Overlooked.", made.olga, now())
    roll.second(act, made.marta, now(), agrees=False)
    act.refresh_from_db()
    assert (act.name, act.keys, act.done_at) == ("", [], None)
    assert not RollEntry.objects.exists()
    assert not RollAct.objects.waiting().exists()


def test_nothing_changes_once_the_vote_is_over() -> None:
    made = cast(Phase.COUNTING)
    with pytest.raises(Refused, match="over"):
        roll.add(made.election, "Vera", ["vera@saltmarsh.example"], "Late.", made.olga, now())
    with pytest.raises(Refused, match="over"):
        roll.request(made.election, made.vera, "Vera", "Please.", now())
    assert not KEEP_ROLL.is_open(standing_of(made.olga, made.election, now()))
    assert not REQUEST_ROLL.is_open(standing_of(made.vera, made.election, now()))


def test_a_request_is_decided_once_and_by_somebody_else() -> None:
    made = cast()
    asked = roll.request(made.election, made.vera, "Vera", "I wrote the manual.", now())
    with pytest.raises(Refused, match="asked already"):
        roll.request(made.election, made.vera, "Vera", "Please.", now())
    with pytest.raises(Refused, match="yourself"):
        roll.decide(asked, "Me.", made.vera, now(), grant=True)
    roll.decide(asked, "Welcome.", made.olga, now(), grant=True)
    assert Role.VOTER in standing_of(made.vera, made.election, now()).roles
    with pytest.raises(Refused, match="decided already"):
        roll.decide(asked, "No.", made.olga, now(), grant=False)
    with pytest.raises(Refused, match="on the roll"):
        roll.request(made.election, made.vera, "Vera", "Again.", now())


def test_one_may_ask_three_times() -> None:
    made = cast()
    for _ in range(3):
        roll.decide(roll.request(made.election, made.vera, "V", "Why.", now()), "No.", made.olga, now(), grant=False)
    with pytest.raises(Refused, match="3 times"):
        roll.request(made.election, made.vera, "V", "Why.", now())


def test_whom_a_request_puts_on_during_the_vote_waits_for_a_second_official() -> None:
    made = cast(Phase.VOTING)
    asked = roll.request(made.election, made.vera, "Vera", "Overlooked.", now())
    decided = roll.decide(asked, "You were.", made.olga, now(), grant=True)
    assert Role.VOTER not in standing_of(made.vera, made.election, now()).roles
    with pytest.raises(Refused, match="asked already"):
        roll.request(made.election, made.vera, "Vera", "Please.", now())
    assert decided.act
    roll.second(decided.act, made.marta, now(), agrees=True)
    assert Role.VOTER in standing_of(made.vera, made.election, now()).roles


def test_who_was_struck_is_put_back_on_request() -> None:
    made = cast()
    bring(made, "Vera: vera@saltmarsh.example")
    roll.strike(entry(made, "Vera"), "Left.", made.olga, now())
    roll.decide(
        roll.request(made.election, made.vera, "Vera", "I did not.", now()), "Right.", made.olga, now(), grant=True
    )
    assert not entry(made, "Vera").is_struck


def test_the_journal_names_no_voter() -> None:
    made = cast()
    brought = bring(made, "Ada Lovelace: ada@example.org")
    roll.add_address(entry(made, "Ada Lovelace"), ["github:ada"], "Asked.", made.olga, now())
    roll.strike(entry(made, "Ada Lovelace"), "Left.", made.olga, now())
    asked = roll.request(made.election, made.vera, "Vera", "Overlooked.", now())
    roll.decide(asked, "Vera wrote it.", made.olga, now(), grant=True)
    with pytest.raises(Refused):
        roll.undo(brought, made.olga, now())
    told = [journal.tell(act) for act in JournalEntry.objects.select_related("text").filter(deed__startswith="roll ")]
    assert [act.sentence for act in told] == [
        "brought a file into the voter roll: 1 new, 0 changed",
        "added an address to a voter on the roll",
        "struck a voter from the roll",
        "added a voter to the roll",
        "decided on a request to be on the voter roll",
    ]
    everything = " ".join(f"{act.entry.facts} {act.told} {act.reason}" for act in told).lower()
    assert not any(name in everything for name in ("ada", "lovelace", "vera", "example"))


def test_a_person_stands_on_the_roll_of_one_election_only() -> None:
    made = cast()
    bring(made, "Vera: vera@saltmarsh.example")
    assert roll.entry_of(made.vera, made.election) == entry(made, "Vera")
    assert roll.entry_of(User.objects.create_user("x@example.org"), made.election) is None
