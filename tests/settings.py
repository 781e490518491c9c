"""The product's settings on a site that lives for one run."""

from __future__ import annotations

import os

from tests.databases import engine, scratch, url

FOLDER = scratch()
os.environ |= {
    "DATA_DIR": str(FOLDER),
    "DATABASE_URL": url(FOLDER),
    "SECRET_KEY": "known to everybody who reads the tests",
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
    "SITE_URL": "http://testserver",
    "EMAIL_URL": "",
    "DEMO": "",
    "DEBUG": "",
}

from election.settings import *  # noqa: E402, F403 -- the product's own settings, read from the environment above
from election.settings import DATABASES, STORAGES  # noqa: E402

# A file as in production, and not SQLite's database in memory, whose locks differ.
DATABASES["default"]["TEST"] = {"NAME": str(FOLDER / "test.sqlite3") if engine() == "sqlite" else None}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
