"""Every address of the site. Template path = URL name: questions:show → questions/show.html."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from election.views import (
    about,
    accounts,
    announcements,
    answers,
    applications,
    bodies,
    candidates,
    demo,
    elections,
    endorsements,
    journal,
    managers,
    moderation,
    nominations,
    questions,
    replies,
    results,
    roll,
)
from election.views.officials import candidates as slate
from election.views.officials import checks, console, dates, messages, people, review, roll_files, roll_requests
from election.views.officials import roll as voters

Routes = list[URLPattern | URLResolver]

elections_urls: Routes = [
    path("", elections.index, name="index"),
    path("past/", elections.past, name="past"),
    path("calendar.ics", elections.calendar, name="calendar"),
    path("e/<slug:slug>/", elections.show, name="show"),
    path("e/<slug:slug>/calendar.ics", elections.dates, name="dates"),
]

bodies_urls: Routes = [
    path("manage/bodies/new/", bodies.new, name="new"),
    path("b/<slug:body>/", bodies.show, name="show"),
    path("b/<slug:body>/edit/", bodies.edit, name="edit"),
]

managers_urls: Routes = [
    path("", managers.show, name="show"),
    path("elections/new/", managers.new_election, name="new_election"),
]

candidates_urls: Routes = [
    path("candidates/", candidates.index, name="index"),
    path("candidates/<slug:candidate>/", candidates.show, name="show"),
    path("candidates/<slug:candidate>/versions/", candidates.versions, name="versions"),
    path("candidates/<slug:candidate>/endorse/", endorsements.endorse, name="endorse"),
    path("candidacy/", applications.mine, name="mine"),
    path("candidacy/answer/", applications.object_to, name="object"),
    path("stand/", applications.stand, name="stand"),
    path("stand/draft/", applications.draft, name="draft"),
    path("statement/", candidates.state, name="state"),
    path("withdraw/", candidates.withdraw, name="withdraw"),
]

nominations_urls: Routes = [
    path("nominate/", nominations.new, name="new"),
    path("nomination/", nominations.show, name="show"),
    path("nomination/decline/", nominations.decline, name="decline"),
]

announcements_urls: Routes = [
    path("announcements/<int:pk>/", announcements.show, name="show"),
]

results_urls: Routes = [
    path("result/", results.show, name="show"),
]

officials_urls: Routes = [
    path("", console.console, name="console"),
    path("announce/", console.announce, name="announce"),
    path("announcements/new/", announcements.write, name="announcement_new"),
    path("cancel/", console.cancel, name="cancel"),
    path("candidates/", slate.candidates, name="candidates"),
    path("candidates/new/", slate.add, name="candidate_new"),
    path("candidates/<slug:candidate>/edit/", slate.correct, name="candidate_edit"),
    path("candidates/<slug:candidate>/check/", checks.check, name="check"),
    path("candidates/<slug:candidate>/late/", checks.late, name="late"),
    path("dates/", dates.dates, name="dates"),
    path("dates/change/", dates.reschedule, name="reschedule"),
    path("dates/move/", dates.move, name="move"),
    path("declare/", results.declare, name="declare"),
    path("messages/", messages.messages, name="messages"),
    path("messages/new/", messages.bring_in, name="bring_in"),
    path("messages/new/decide/", messages.decide, name="decide"),
    path("messages/new/forget/", messages.forget, name="forget"),
    path("messages/<int:pk>/", messages.show, name="message_show"),
    path("people/", people.people, name="people"),
    path("people/appoint/", people.appoint, name="appoint"),
    path("people/<int:pk>/dismiss/", people.dismiss, name="dismiss"),
    path("review/", review.review, name="review"),
    path("review/take-back/", review.take_back, name="review_take_back"),
    path("review/<slug:outcome>/", review.decide, name="review_decide"),
    path("roll/", voters.whole, name="roll"),
    path("roll/new/", voters.add, name="roll_add"),
    path("roll/import/", roll_files.give, name="roll_import"),
    path("roll/import/look/", roll_files.look, name="roll_look"),
    path("roll/import/forget/", roll_files.forget, name="roll_forget"),
    path("roll/import/<int:pk>/undo/", roll_files.undo, name="roll_undo"),
    path("roll/requests/", roll_requests.requests, name="roll_requests"),
    path("roll/requests/<int:pk>/", roll_requests.decide, name="roll_decide"),
    path("roll/proposals/<int:pk>/", roll_requests.second, name="roll_second"),
    path("roll/voter-roll.csv", voters.export, name="roll_export"),
    path("roll/<int:pk>/", voters.entry, name="roll_entry"),
    path("roll/<int:pk>/address/", voters.address, name="roll_address"),
    path("roll/<int:pk>/account/", voters.rebind, name="roll_rebind"),
    path("roll/<int:pk>/strike/", voters.strike, name="roll_strike"),
    path("roll/<int:pk>/put-back/", voters.restore, name="roll_restore"),
    path("settings/", console.settings, name="settings"),
]

roll_urls: Routes = [
    path("roll/", roll.show, name="show"),
    path("roll/ask/", roll.ask, name="ask"),
]

questions_urls: Routes = [
    path("questions/", questions.index, name="index"),
    path("questions/all/", questions.whole, name="whole"),
    path("questions/new/", questions.ask, name="ask"),
    path("officials/questions/new/", questions.seed, name="seed"),
    path("questions/<int:number>/", questions.show, name="show"),
    path("questions/<int:number>/edit/", questions.edit, name="edit"),
    path("questions/<int:number>/take-back/", questions.take_back, name="take_back"),
]

answers_urls: Routes = [
    path("todo/", answers.todo, name="todo"),
    path("questions/<int:number>/answer/", answers.write, name="write"),
    path("questions/<int:number>/draft/", answers.draft, name="draft"),
    path("questions/<int:number>/decline/", answers.decline, name="decline"),
    path("answers/<int:pk>/versions/", answers.versions, name="versions"),
    path("replies/<int:pk>/make-answer/", answers.adopt, name="adopt"),
]

replies_urls: Routes = [
    path("questions/<int:number>/reply/", replies.write, name="write"),
    path("replies/<int:pk>/edit/", replies.edit, name="edit"),
    path("replies/<int:pk>/take-back/", replies.take_back, name="take_back"),
]

moderation_urls: Routes = [
    path("hide/<slug:kind>/<int:pk>/", moderation.hide, name="hide"),
    path("restore/<int:pk>/", moderation.restore, name="restore"),
]

journal_urls: Routes = [
    path("e/<slug:slug>/acts/", journal.show, name="show"),
    path("journal/", journal.site, name="site"),
    path("journal/<int:number>/erase/", journal.erase, name="erase"),
]

about_urls: Routes = [
    path("how/", about.how, name="how"),
    path("privacy/", about.privacy, name="privacy"),
]

election_urls: Routes = [
    path("", include((candidates_urls, "candidates"))),
    path("", include((nominations_urls, "nominations"))),
    path("", include((announcements_urls, "announcements"))),
    path("", include((results_urls, "results"))),
    path("", include((roll_urls, "roll"))),
    path("officials/", include((officials_urls, "officials"))),
    path("", include((questions_urls, "questions"))),
    path("", include((answers_urls, "answers"))),
    path("", include((replies_urls, "replies"))),
    path("", include((moderation_urls, "moderation"))),
]

# Only what signing in by a code needs of allauth: no passwords, no reauthentication.
account_urls: Routes = [
    path("sign-in/", accounts.sign_in, name="account_login"),
    path("sign-in/", accounts.sign_in, name="account_request_login_code"),
    path("sign-in/code/", accounts.code, name="account_confirm_login_code"),
    path("sign-up/", accounts.sign_up, name="account_signup"),
    path("sign-out/", accounts.sign_out, name="account_logout"),
    path("closed/", accounts.inactive, name="account_inactive"),
    path("addresses/", accounts.addresses, name="account_email"),
    path("addresses/code/", accounts.verify, name="account_email_verification_sent"),
]

accounts_urls: Routes = [
    path("settings/", accounts.settings, name="settings"),
    path("sign-out-everywhere/", accounts.everywhere, name="everywhere"),
    path("link/<str:token>/", accounts.link, name="link"),
]

demo_urls: Routes = [
    path("", demo.people, name="people"),
    path("mail/", demo.mail, name="mail"),
    path("be/<slug:key>/", demo.be, name="be"),
]

urlpatterns: Routes = [
    path("", include((elections_urls, "elections"))),
    path("", include((bodies_urls, "bodies"))),
    path("manage/", include((managers_urls, "managers"))),
    path("account/", include(account_urls)),
    path("account/", include((accounts_urls, "accounts"))),
    path("", include((journal_urls, "journal"))),
    path("about/", include((about_urls, "about"))),
    path("e/<slug:slug>/", include(election_urls)),
]

if settings.DEMO:
    urlpatterns.append(path("demo/", include((demo_urls, "demo"))))

handler400 = "election.views.errors.bad_request"
handler403 = "election.views.errors.forbidden"
handler404 = "election.views.errors.not_found"
handler500 = "election.views.errors.broken"
