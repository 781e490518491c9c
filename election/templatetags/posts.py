"""What the reader may do with one post, here and now."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.template import Context

from election.domain import questions, threads
from election.domain.answers import can_become_answer
from election.models import Answer, Question, Reply
from election.permissions import REPLY

register = template.Library()


@dataclass(frozen=True)
class Tools:
    """Which tools stand below a post; `reply` also for those who would have to sign in first."""

    reply: bool = False
    edit: bool = False
    take_back: bool = False
    hide: bool = False
    adopt: bool = False


@register.simple_tag(takes_context=True)
def tools(context: Context, post: Question | Answer | Reply) -> Tools:
    """The tools of one post for the person in the context; no query."""
    if post.is_silent:
        return Tools()
    standing, can = context["standing"], context["can"]
    reply = REPLY.is_open(standing) and (standing.user is None or can.reply)
    if isinstance(post, Reply):
        return _of_reply(context, post, reply)
    if isinstance(post, Answer):
        return Tools(reply=reply, hide=can.hide)
    own = can.edit_question and post.author_id == standing.user.pk and not context["reading"].bench.given
    fresh = own and questions.is_own_fresh(post, standing.user, standing.at)
    return Tools(reply=reply, edit=fresh, take_back=own, hide=can.hide)


def _of_reply(context: Context, post: Reply, reply: bool) -> Tools:
    standing, can = context["standing"], context["can"]
    return Tools(
        reply=reply,
        edit=can.reply and threads.is_own_fresh(post, standing.user, standing.at),
        take_back=can.reply and threads.is_own(post, standing.user),
        hide=can.hide,
        adopt=can.answer and can_become_answer(post, standing.candidacy) and bool(context.get("waits_for_me")),
    )
