#!/usr/bin/env python3
"""Hustings' commands: `manage.py help` lists them."""

from __future__ import annotations

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "election.settings")
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit(
            f"Django is not installed for {sys.executable}.\n"
            "`make run` sets everything up; afterwards use .venv/bin/python manage.py …\n"
            "To install into a Python of your own: pip install -r requirements.txt"
        )
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"The settings do not fit: {error}")


if __name__ == "__main__":
    main()
