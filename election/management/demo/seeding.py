"""Seeds the demo: everything that ever happened in the invented community, in order of time, in one transaction."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from election.domain.refusals import Refused
from election.management.demo import community, content, elections, questions, roll
from election.management.demo.days import Days
from election.management.demo.scene import Scene, play
from election.models import JournalHead, User


@transaction.atomic
def seed(at: datetime) -> bool:
    """The community as it stands at `at`; False where it is there already. Raises Refused on a site of one's own,
    whose journal its acts of long ago would put out of order."""
    JournalHead.objects.select_for_update().get()  # two at once queue here
    if is_seeded():
        return False
    if JournalHead.objects.filter(number__gt=0).exists():
        raise Refused("This site is in use already. The demo needs a site of its own: choose another DATA_DIR.")
    days, users = Days(at), community.people()
    scenes = [Scene(days, users, story) for story in content.elections()]
    acts = [*community.acts(days, users)]
    for scene in scenes:
        acts += [*elections.acts(scene), *questions.acts(scene), *roll.acts(scene)]
    play(acts, days)
    return True


def is_seeded() -> bool:
    return User.objects.filter(email=next(iter(content.people().values()))["email"]).exists()
