"""A folder becomes a body, an announced election, its candidates and its result; and nothing twice."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from election.domain import bodies, officials, running
from election.domain.journal import Deed, verify
from election.domain.refusals import Refused
from election.importers.elections import Brought, bring_in
from election.importers.folders import read
from election.models import Body, Candidacy, Declaration, Election, JournalEntry, Term
from election.models.declaration import DeclarationKind
from election.permissions.times import statement_deadline
from election.timeline import Kind, Phase, Window, phase_at
from tests.cast import now, timeline
from tests.importers.folders import DATES, ELECTED, FILES, README, SEATS, folder

pytestmark = pytest.mark.django_db
SLUG = "harbour-council-2023-03"
URL = f"https://github.com/saltmarsh/community/blob/main/elections/{SLUG}"
ACCLAIMED = """Two nominations were received:

- Carl Dunn
- Cleo Brook

Two seats were available, so elections were over sooner on 2023-03-09.
"""


def bring(root: Path, readme: str = README, **files: str) -> Brought:
    """Brings in a folder with three candidates and these files more ("__" stands for a dot)."""
    more = {name.replace("__", "."): text for name, text in files.items()}
    return bring_in(read(folder(root, readme, {**FILES, **more})), now())


def the_election() -> Election:
    return Election.objects.whole().get(slug=SLUG)


def test_a_folder_becomes_an_announced_election_of_its_body(tmp_path: Path) -> None:
    brought = bring(tmp_path)
    election = the_election()
    assert brought.is_new
    assert (election.body.name, election.body.slug) == ("Harbour Council", "harbour-council")
    assert (election.title, election.seats) == ("Harbour Council Elections: March 2023", 2)
    assert election.source_url == f"https://github.com/saltmarsh/community/tree/main/elections/{SLUG}"
    assert "currently filled by" in election.html
    assert phase_at(election.timeline, election.recorded, now()) is Phase.COUNTING


def test_answers_are_open_as_long_as_questions(tmp_path: Path) -> None:
    bring(tmp_path)
    opens, closes = datetime(2023, 3, 9, 15, tzinfo=UTC), datetime(2023, 3, 16, 15, tzinfo=UTC)
    assert the_election().timeline.questions == Window(Kind.QUESTIONS, opens, closes)
    assert the_election().timeline.answers == Window(Kind.ANSWERS, opens, closes)


def test_candidates_come_with_their_statement_addresses_and_source(tmp_path: Path) -> None:
    bring(tmp_path)
    cleo = Candidacy.objects.get(name="Cleo Brook")
    assert "<h" in cleo.html
    assert "tide tables" in cleo.html
    assert cleo.source_url == f"{URL}/CleoBrook.txt"
    assert [address.email for address in cleo.addresses.all()] == ["cleo@saltmarsh.example"]
    assert cleo.statements.count() == 1


def test_statements_of_an_election_that_is_over_stay_as_they_were(tmp_path: Path) -> None:
    bring(tmp_path)
    deadline = statement_deadline(the_election(), Candidacy.objects.get(name="Cleo Brook"))
    assert deadline == datetime(2023, 3, 9, 15, tzinfo=UTC)


def test_results_become_a_declaration_and_terms(tmp_path: Path) -> None:
    bring(tmp_path, Results__md=ELECTED)
    declared = Declaration.objects.get()
    assert (declared.kind, declared.on, declared.by) == (DeclarationKind.ELSEWHERE, date(2023, 3, 26), None)
    assert declared.source_url == f"{URL}/Results.md"
    assert [winner.candidacy.name for winner in declared.winners.all()] == ["Vera Lund", "Cleo Brook"]
    assert set(Term.objects.values_list("name", "begins", "ends")) == {
        ("Vera Lund", date(2023, 3, 26), date(2024, 3, 26)),
        ("Cleo Brook", date(2023, 3, 26), date(2024, 3, 26)),
    }


def test_nominees_who_do_not_outnumber_seats_are_acclaimed(tmp_path: Path) -> None:
    files = {"CleoBrook.txt": FILES["CleoBrook.txt"], "CarlDunn.txt": FILES["CarlDunn.txt"], "Results.md": ACCLAIMED}
    bring_in(read(folder(tmp_path, README, files)), now())
    assert Declaration.objects.get().kind == DeclarationKind.ACCLAIMED


def test_a_result_without_a_day_is_dated_as_planned(tmp_path: Path) -> None:
    bring(tmp_path, Results__md=ELECTED.replace(" on 2023-03-26", ""))
    assert Declaration.objects.get().on == date(2023, 3, 25)


def test_twice_makes_nothing_twice(tmp_path: Path) -> None:
    bring(tmp_path, Results__md=ELECTED)
    before = JournalEntry.objects.count()
    again = bring(tmp_path, Results__md=ELECTED)
    assert (again.is_new, again.made, again.remarks) == (False, (), ())
    counts = [model.objects.count() for model in (Body, Election, Candidacy, Declaration, Term)]
    assert counts == [1, 1, 3, 1, 2]
    assert JournalEntry.objects.count() == before


def test_what_has_appeared_since_is_added(tmp_path: Path) -> None:
    bring(tmp_path)
    again = bring(tmp_path, SamFell__txt="Name: Sam Fell\n\nHi.", Results__md=ELECTED)
    assert again.made == ("Added Sam Fell as a candidate.", "Declared elected: Vera Lund, Cleo Brook.")


def test_a_statement_that_has_appeared_since_completes_its_candidate(tmp_path: Path) -> None:
    bring(tmp_path, Results__md=ELECTED + "\nNominees:\n\n- Sam Fell\n")
    assert Candidacy.objects.get(name="Sam Fell").source == ""
    again = bring(tmp_path, SamFell__txt="Name: Sam Fell\nEmail: sam@saltmarsh.example\n\nHi.")
    sam = Candidacy.objects.get(name="Sam Fell")
    assert again.made == ("Added the statement of Sam Fell.",)
    assert (sam.source, sam.source_url, sam.addresses.count()) == ("Hi.", f"{URL}/SamFell.txt", 1)


def test_what_differs_later_is_left_and_said(tmp_path: Path) -> None:
    bring(tmp_path, Results__md=ELECTED)
    readme = README.replace("two Harbour", "three Harbour").replace("March 24, 2023", "March 26, 2023")
    results = ELECTED.replace("- [`Vera Lund`](https://github.com/veralund)\n- [`Cleo", "- [`Carl Dunn`](x)\n- [`Cleo")
    again = bring(tmp_path, readme, CleoBrook__txt="Name: Cleo Brook\n\nOther words.", Results__md=results)
    told = " ".join(str(remark) for remark in again.remarks)
    assert again.made == ()
    for part in (
        "2 seats are to be filled",
        "dates are not those",
        "differs from the statement of Cleo",
        "names others as",
    ):
        assert part in told
    assert the_election().seats == 2


def test_who_withdrew_is_marked(tmp_path: Path) -> None:
    bring(tmp_path, Results__md="Vera Lund withdrew. The nominees elected were:\n\n- Carl Dunn\n- Cleo Brook\n")
    assert Candidacy.objects.standing().count() == 2
    assert Candidacy.objects.get(name="Vera Lund").withdrawal


def test_a_body_that_is_there_gets_the_election(tmp_path: Path) -> None:
    body = bodies.create(None, now(), slug="harbour", name="Harbour council", seats=5)
    bring(tmp_path)
    assert the_election().body == body
    assert Body.objects.count() == 1


def test_the_import_stands_in_the_journal_once(tmp_path: Path) -> None:
    bring(tmp_path, Results__md=ELECTED)
    bring(tmp_path, Results__md=ELECTED)
    entry = JournalEntry.objects.get(deed=Deed.ELECTION_IMPORTED)
    assert entry.facts["after"] == {"seats": 2, "candidates": 3, "winners": 2, "source": the_election().source_url}
    assert verify().holds


def test_another_election_at_the_address_is_not_touched(tmp_path: Path) -> None:
    body = bodies.create(None, now(), slug="board", name="Board", seats=5)
    plan = timeline(Phase.QA, now())
    other = running.create(body, None, now(), timeline=plan, title="Board, spring", slug=SLUG, seats=1)
    running.announce(other, None, now())
    with pytest.raises(Refused, match="Rename the folder"):
        bring(tmp_path)
    assert Candidacy.objects.count() == 0


def test_without_seats_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="How many seats"):
        bring(tmp_path, README.replace("two Harbour Council seats", "Harbour Council seats"))
    assert not Body.objects.exists()


def test_a_window_without_an_end_is_left_out(tmp_path: Path) -> None:
    bring(tmp_path, README.replace("March 24, 2023", "March 44, 2023"))
    assert the_election().timeline.voting is None
    assert the_election().timeline.nomination is not None


def test_a_window_that_cannot_work_is_left_out_and_said(tmp_path: Path) -> None:
    brought = bring(tmp_path, README.replace("March 17, 15:00", "March 7, 15:00"))
    assert the_election().timeline.voting is None
    assert any("before the slate is known" in remark.sentence for remark in brought.remarks)


def test_an_officials_address_does_not_make_a_candidate_of_them(tmp_path: Path) -> None:
    bring(tmp_path)
    officials.appoint(the_election(), "sam@saltmarsh.example", "Sam", None, now())
    again = bring(tmp_path, SamFell__txt="Name: Sam Fell\nEmail: sam@saltmarsh.example\n\nHi.")
    assert Candidacy.objects.get(name="Sam Fell").addresses.count() == 0
    assert any("addresses were left out" in remark.sentence for remark in again.remarks)


def test_a_statement_too_long_to_show_is_left_out_and_said(tmp_path: Path) -> None:
    brought = bring(tmp_path, CleoBrook__txt="Name: Cleo Brook\n\n" + "tide " * 5000)
    assert Candidacy.objects.get(name="Cleo Brook").source == ""
    assert any(remark.file == "CleoBrook.txt" and "too long" in remark.sentence for remark in brought.remarks)


def test_script_in_a_statement_comes_out_as_text(tmp_path: Path) -> None:
    bring(tmp_path, CleoBrook__txt="Name: Cleo Brook\n\n<script>alert(1)</script>\n")
    assert "<script" not in Candidacy.objects.get(name="Cleo Brook").html


def test_an_election_to_come_can_still_be_prepared(tmp_path: Path) -> None:
    dates = DATES.replace("2023", str(now().year + 2))
    readme = f"# Harbour Council Elections: March {now().year + 2}\n\n{SEATS}\n{dates}"
    brought = bring_in(read(folder(tmp_path, readme, name="next")), now())
    cleo = Candidacy.objects.get(name="Cleo Brook")
    assert cleo.statement_until is None
    assert not brought.election.recorded.declared


def test_a_term_without_an_end_ends_when_its_seat_is_filled_anew(tmp_path: Path) -> None:
    endless = ELECTED.replace("for another 12 month term", "")
    later = folder(
        tmp_path, _a_year_later(README), {**FILES, "Results.md": _a_year_later(endless)}, "harbour-council-2024-03"
    )
    earlier = folder(tmp_path, README, {**FILES, "Results.md": endless.replace("Vera Lund", "Olga Brandt")})
    for path in (later, earlier):
        bring_in(read(path), now())
    begins, ends = date(2023, 3, 26), date(2024, 3, 26)
    terms = set(Term.objects.values_list("name", "begins", "ends"))
    assert terms >= {("Cleo Brook", begins, ends), ("Cleo Brook", ends, None), ("Vera Lund", ends, None)}


def test_whose_seats_were_up_serve_no_longer(tmp_path: Path) -> None:
    endless = ELECTED.replace("for another 12 month term", "").replace("Cleo Brook", "Olga Brandt")
    bring(tmp_path, Results__md=endless)
    bring_in(
        read(folder(tmp_path, _a_year_later(README), {**FILES, "Results.md": _a_year_later(ELECTED)}, "next-2024-03")),
        now(),
    )
    assert Term.objects.get(name="Olga Brandt").ends == date(2024, 3, 26)


def _a_year_later(text: str) -> str:
    return text.replace("2023", "2024")
