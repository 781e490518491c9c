"""The one app that is the product."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class ElectionConfig(AppConfig):
    name = "election"
    label = "election"
    verbose_name = "Hustings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("election.checks")
        import_module("election.models.guards")  # keeps the journal guarded after every migration
