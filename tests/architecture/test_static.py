"""Static files as a site serves them: under names that change with their content, and kept for ever by browsers."""

from __future__ import annotations

import json
from pathlib import Path

from tests.architecture.site import ROOT, command, said

FETCH = """
import sys, django; django.setup()
from django.test import Client
from django.templatetags.static import static
answer = Client().get(static(sys.argv[1]))
print(answer.status_code, answer.headers["Cache-Control"])
"""


def test_every_static_file_is_collected_under_a_name_of_its_content(tmp_path: Path) -> None:
    said(command(tmp_path, "manage.py", "collectstatic", "--noinput", "-v0"))
    collected = json.loads((tmp_path / "static" / "staticfiles.json").read_text(encoding="utf-8"))["paths"]
    ours = {str(file.relative_to(ROOT / "static")) for file in (ROOT / "static").rglob("*") if file.is_file()}
    assert ours <= collected.keys()
    assert all((tmp_path / "static" / hashed).is_file() for hashed in collected.values())
    stylesheet = next(name for name in sorted(ours) if name.endswith(".css"))
    fetched = said(
        command(
            tmp_path, "-c", FETCH, stylesheet, DJANGO_SETTINGS_MODULE="election.settings", ALLOWED_HOSTS="testserver"
        )
    )
    assert fetched == "200 max-age=315360000, public, immutable"
