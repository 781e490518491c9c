"""Deeds: every act of officials and site managers that stands in the journal, and how it is told to people."""

from __future__ import annotations

from enum import StrEnum


class Deed(StrEnum):
    """What was done. The value is on record for good: it may get another sentence, never another value."""

    BODY_CREATED = "body created"
    BODY_CHANGED = "body changed"
    ELECTION_CREATED = "election created"
    ELECTION_CHANGED = "election changed"
    ELECTION_ANNOUNCED = "election announced"
    ELECTION_RESCHEDULED = "election rescheduled"
    ELECTION_CANCELLED = "election cancelled"
    ELECTION_IMPORTED = "election imported"
    MESSAGES_BROUGHT_IN = "messages brought in"
    OFFICIAL_APPOINTED = "official appointed"
    OFFICIAL_DISMISSED = "official dismissed"
    MANAGER_MADE = "manager made"
    CANDIDATE_ADDED = "candidate added"
    CANDIDATE_CORRECTED = "candidate corrected"
    CANDIDACY_APPROVED = "candidacy approved"
    CANDIDACY_REJECTED = "candidacy rejected"
    LATENESS_PROPOSED = "lateness proposed"
    LATENESS_CONFIRMED = "lateness confirmed"
    REVIEW_DECIDED = "review decided"
    REVIEW_TAKEN_BACK = "review taken back"
    QUESTION_SEEDED = "question seeded"
    QUESTION_EDITED = "question edited"
    QUESTION_TAKEN_BACK = "question taken back"
    POST_HIDDEN = "post hidden"
    POST_RESTORED = "post restored"
    ANNOUNCEMENT_MADE = "announcement made"
    RESULT_DECLARED = "result declared"
    ROLL_IMPORTED = "roll imported"
    ROLL_UNDONE = "roll import undone"
    ROLL_ADDED = "roll entry added"
    ROLL_STRUCK = "roll entry struck"
    ROLL_RESTORED = "roll entry restored"
    ROLL_ADDRESS_ADDED = "roll address added"
    ROLL_REBOUND = "roll entry rebound"
    ROLL_PROPOSED = "roll change proposed"
    ROLL_DROPPED = "roll change dropped"
    ROLL_REQUEST_DECIDED = "roll request decided"
    TEXT_ERASED = "text erased"


SENTENCES: dict[str, str] = {
    Deed.BODY_CREATED: "created the body {name}",
    Deed.BODY_CHANGED: "changed the body {name}",
    Deed.ELECTION_CREATED: "created the election as a draft",
    Deed.ELECTION_CHANGED: "changed the election's settings or texts",
    Deed.ELECTION_ANNOUNCED: "announced the election",
    Deed.ELECTION_RESCHEDULED: "changed dates",
    Deed.ELECTION_CANCELLED: "cancelled the election",
    Deed.ELECTION_IMPORTED: "brought in the election from files",
    Deed.MESSAGES_BROUGHT_IN: "brought in messages",
    Deed.OFFICIAL_APPOINTED: "appointed {who} as an election official",
    Deed.OFFICIAL_DISMISSED: "dismissed {who} as an election official",
    Deed.MANAGER_MADE: "made {who} a site manager",
    Deed.CANDIDATE_ADDED: "added {who} as a candidate",
    Deed.CANDIDATE_CORRECTED: "corrected what is known of the candidate {who}",
    Deed.CANDIDACY_APPROVED: "approved the candidacy of {who}",
    Deed.CANDIDACY_REJECTED: "rejected a candidacy; the reason was told to the person",
    Deed.LATENESS_PROPOSED: "proposed to take a late statement of {who}",
    Deed.LATENESS_CONFIRMED: "confirmed, as the second official, that a late statement of {who} is taken",
    Deed.REVIEW_DECIDED: "decided at the review of the slate: {decided}",
    Deed.REVIEW_TAKEN_BACK: "took back what was decided at the review: {decided}",
    Deed.QUESTION_SEEDED: "asked the opening question {question}",
    Deed.QUESTION_EDITED: "edited the opening question {question}",
    Deed.QUESTION_TAKEN_BACK: "took back the opening question {question}",
    Deed.POST_HIDDEN: "hid {post}",
    Deed.POST_RESTORED: "showed {post} again, which had been hidden",
    Deed.ANNOUNCEMENT_MADE: "announced “{title}”",
    Deed.RESULT_DECLARED: "declared the result: {winners}",
    Deed.ROLL_IMPORTED: "brought a file into the voter roll: {added} new, {altered} changed",
    Deed.ROLL_UNDONE: "undid what was last brought into the voter roll: {added} new, {altered} changed",
    Deed.ROLL_ADDED: "added a voter to the roll",
    Deed.ROLL_STRUCK: "struck a voter from the roll",
    Deed.ROLL_RESTORED: "put a struck voter back on the roll",
    Deed.ROLL_ADDRESS_ADDED: "added an address to a voter on the roll",
    Deed.ROLL_REBOUND: "agreed that a voter’s entry belongs to another account",
    Deed.ROLL_PROPOSED: "proposed to {what}; a second official has to agree",
    Deed.ROLL_DROPPED: "dropped the proposal to {what}",
    Deed.ROLL_REQUEST_DECIDED: "decided on a request to be on the voter roll",
    Deed.TEXT_ERASED: "erased the words of act {entry}",
}
"""What follows the name of whoever did it. Parts in braces are the act's words or facts; {post} says which post."""
