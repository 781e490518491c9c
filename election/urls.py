"""Every address of the site. Template path = URL name: questions:show → questions/show.html."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
