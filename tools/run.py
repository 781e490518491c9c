"""Serves the demo on this machine: `make run` as in production, `make dev` with reloading.

Everything up to the server happens in this one process, which then becomes the server, so that a signal to it ends
all. The demo lives in var/demo whatever the environment says, and never in the database of a real site.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import sys
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import django
from django.core.management import call_command

BASE = Path(__file__).resolve().parent.parent
DEMO = BASE / "var" / "demo"
SEEDED = DEMO / "seeded"
"""Two lines, written once all is there: when, and by which version of what invents the demo."""

INVENTORS = ("migrations", "management/demo", "management/commands/seed_demo.py")


def main() -> None:
    if not sys.argv[1].isdecimal():
        sys.exit(f"PORT is {sys.argv[1]!r}; it is a number, such as 8000.")
    port, dev = int(sys.argv[1]), "--dev" in sys.argv
    listener = reserved(port)
    prepare_environment(port, dev=dev)
    prepare_site()
    announce(port)
    become_server(listener, port, dev=dev)


def reserved(port: int) -> socket.socket:
    """The port, held from the first second on: taken means a sentence at once, and not after the installation."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
        listener.listen()
    except OverflowError:
        sys.exit(f"There is no port {port}: the highest is 65535.")
    except OSError as error:
        sys.exit(f"Port {port} cannot be used ({error.strerror}). Choose another: make run PORT={port + 1}")
    return listener


def prepare_environment(port: int, *, dev: bool) -> None:
    for name in ("DATABASE_URL", "EMAIL_URL", "SECRET_KEY", "ALLOWED_HOSTS", "MAIL_FROM", "PROXIES"):
        os.environ.pop(name, None)
    os.environ |= {
        "DATA_DIR": str(DEMO),
        "DEMO": "1",
        "DEBUG": "1" if dev else "",
        "SITE_URL": f"http://127.0.0.1:{port}",
        "DJANGO_SETTINGS_MODULE": "election.settings",
    }
    sys.path.insert(0, str(BASE))


def prepare_site() -> None:
    """Rows, static files and the invented community; one left half made, or made by other code, is made anew."""
    stands = SEEDED.exists() and SEEDED.read_text(encoding="ascii").split()[1:] == [inventors()]
    if not stands:
        shutil.rmtree(DEMO, ignore_errors=True)
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if not stands:
        print("Inventing a community with elections in every phase", flush=True)
        call_command("seed_demo", stdout=StringIO())
        SEEDED.write_text(f"{datetime.now(UTC).isoformat()}\n{inventors()}\n", encoding="ascii")


def inventors() -> str:
    """A hash of the code that makes the tables and the invented community, and of its stories."""
    places = [BASE / "election" / name for name in INVENTORS]
    found = (file for place in places for file in ([place] if place.is_file() else place.rglob("*")))
    files = sorted(file for file in found if file.suffix in {".py", ".toml"})
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def announce(port: int) -> None:
    age = (datetime.now(UTC) - datetime.fromisoformat(SEEDED.read_text(encoding="ascii").split()[0])).days
    print(f"\nHustings is at http://127.0.0.1:{port}/\nSign in with one click, as")
    call_command("demo_links")
    if age > 1:
        print(f"This demo is {age} days old, and its elections have moved on. For a new one: make clean run")
    print("Ctrl-C ends it.\n", flush=True)


def become_server(listener: socket.socket, port: int, *, dev: bool) -> None:
    """A listener handed over has no moment at which it refuses; runserver opens its own."""
    if dev:
        listener.close()
        command = ["manage.py", "runserver", f"127.0.0.1:{port}"]
    else:
        listener.set_inheritable(True)
        command = ["-m", "gunicorn", "--bind", f"fd://{listener.fileno()}", "election.wsgi"]
    os.chdir(BASE)
    os.execv(sys.executable, [sys.executable, *command])


if __name__ == "__main__":
    main()
