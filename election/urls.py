"""Every address of the site. Template path = URL name: questions:show → questions/show.html."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from election.views import about, answers, journal, moderation, questions, replies

Routes = list[URLPattern | URLResolver]

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
]

about_urls: Routes = [
    path("how/", about.how, name="how"),
    path("privacy/", about.privacy, name="privacy"),
]

election_urls: Routes = [
    path("", include((questions_urls, "questions"))),
    path("", include((answers_urls, "answers"))),
    path("", include((replies_urls, "replies"))),
    path("", include((moderation_urls, "moderation"))),
]

urlpatterns: Routes = [
    path("", include((journal_urls, "journal"))),
    path("about/", include((about_urls, "about"))),
    path("e/<slug:slug>/", include(election_urls)),
]

handler400 = "election.views.errors.bad_request"
handler403 = "election.views.errors.forbidden"
handler404 = "election.views.errors.not_found"
handler500 = "election.views.errors.broken"
