"""Takes screenshots of every page of the demo, in every role and phase, at two widths and in both colour schemes.

`make shots` writes them into shots/, with contact sheets and an index.html; `make shots ARGS=questions` only pages
whose name holds that word. It serves a demo of its own on a free port of this machine, and ends it.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.request import urlopen

BASE = Path(__file__).resolve().parent.parent
SHOTS = BASE / "shots"
DATA = SHOTS / "demo"
sys.path.insert(0, str(BASE))

from PIL import Image, ImageDraw  # noqa: E402 -- the project's own folder first
from playwright.sync_api import sync_playwright  # noqa: E402

from tests import browser as chromium  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]
LOOKS: tuple[tuple[int, Scheme], ...] = ((1280, "light"), (390, "dark"), (1280, "dark"), (390, "light"))
PEOPLE: dict[str, str | None] = {
    "stranger": None,
    "member": "mia",
    "candidate": "ines",
    "official": "olga",
    "manager": "marta",
}
PHASES = {
    "draft": "board",
    "coming": "technical-council-next",
    "nomination": "events",
    "review": "localisation",
    "qa": "technical-council",
    "voting": "code-of-conduct",
    "counting": "release-lead",
    "acclaimed": "security-response",
    "results": "technical-council-last",
    "cancelled": "technical-council-by-election",
}
EVERY_PHASE = ("", "questions/", "candidates/", "acts/")
QA = "/e/technical-council/"
ONCE: dict[str, dict[str, str]] = {
    "stranger": {
        "front": "/",
        "past": "/past/",
        "sign-in": "/account/sign-in/",
        "sign-up": "/account/sign-up/",
        "how": "/about/how/",
        "privacy": "/about/privacy/",
        "journal": "/journal/",
        "body": "/b/technical-council/",
        "nowhere": "/nowhere/",
        "question": f"{QA}questions/7/",
        "question-hidden": f"{QA}questions/16/",
        "whole": f"{QA}questions/all/",
        "narrowed": f"{QA}questions/?order=fewest&not_by=jun-ho-seo",
        "candidate": f"{QA}candidates/amara-nwosu/",
        "candidate-withdrew": f"{QA}candidates/bram-dekkers/",
        "statement-versions": f"{QA}candidates/mira-thalberg/versions/",
        "result": "/e/technical-council-last/result/",
        "demo": "/demo/",
        "mailbox": "/demo/mail/",
    },
    "member": {
        "front": "/",
        "ask": f"{QA}questions/new/",
        "reply": f"{QA}questions/7/reply/?to=q&quote=1",
        "settings": "/account/settings/",
        "addresses": "/account/addresses/",
        "everywhere": "/account/sign-out-everywhere/",
        "forbidden": f"{QA}officials/",
    },
    "candidate": {
        "todo": f"{QA}todo/",
        "question-waiting": f"{QA}questions/6/",
        "answer": f"{QA}questions/6/answer/",
        "decline": f"{QA}questions/6/decline/",
        "withdraw": f"{QA}withdraw/",
        "statement-closed": f"{QA}statement/",
    },
    "official": {
        "console": f"{QA}officials/",
        "console-draft": "/e/board/officials/",
        "announce": "/e/board/officials/announce/",
        "settings": f"{QA}officials/settings/",
        "dates": f"{QA}officials/dates/",
        "move": f"{QA}officials/dates/move/?act=extend&kind=questions&number=2&unit=days&moving=1",
        "candidates": f"{QA}officials/candidates/",
        "candidate-new": f"{QA}officials/candidates/new/",
        "candidate-edit": f"{QA}officials/candidates/amara-nwosu/edit/",
        "announcement": f"{QA}officials/announcements/new/?step=qa",
        "people": f"{QA}officials/people/",
        "messages": f"{QA}officials/messages/",
        "bring-in": f"{QA}officials/messages/new/",
        "declare": "/e/release-lead/officials/declare/",
        "cancel": f"{QA}officials/cancel/",
        "seed": f"{QA}officials/questions/new/",
        "question": f"{QA}questions/7/",
    },
    "manager": {
        "manage": "/manage/",
        "body-new": "/manage/bodies/new/",
        "election-new": "/manage/elections/new/",
        "people": f"{QA}officials/people/",
    },
}


@dataclass(frozen=True)
class Shot:
    """One page as one person sees it."""

    role: str
    name: str
    path: str

    def file(self, width: int, scheme: Scheme) -> Path:
        return SHOTS / self.role / f"{self.name}-{width}-{scheme}.png"


def shots(word: str) -> list[Shot]:
    """All pages, or those whose role or name holds `word`."""
    phases = [
        Shot(role, f"{phase}-{part.strip('/') or 'overview'}", f"/e/{slug}/{part}")
        for role in ("stranger", "official")
        for phase, slug in PHASES.items()
        for part in (EVERY_PHASE if role == "stranger" else EVERY_PHASE[:1])
    ]
    once = [Shot(role, name, path) for role, pages in ONCE.items() for name, path in pages.items()]
    return [shot for shot in [*phases, *once] if word in f"{shot.role}/{shot.name}"]


@contextmanager
def served() -> Iterator[str]:
    """The address of a demo that is served while this lasts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "DATA_DIR": str(DATA), "DEMO": "1", "SITE_URL": f"http://127.0.0.1:{port}"}
    DATA.mkdir(parents=True, exist_ok=True)
    for command in (["migrate", "-v0"], ["seed_demo"], ["collectstatic", "--noinput", "-v0"]):
        subprocess.run([sys.executable, "manage.py", *command], cwd=BASE, env=environment, check=True)
    gunicorn = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "election.wsgi"]
    server = subprocess.Popen(gunicorn, cwd=BASE, env=environment)
    try:
        _wait(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _wait(url: str) -> None:
    for _ in range(60):
        try:
            with urlopen(url):  # noqa: S310 -- this machine's own
                return
        except OSError:
            time.sleep(0.5)
    sys.exit("The demo did not start.")


def take(browser: Browser, base: str, wanted: list[Shot]) -> None:
    """Every shot in every look; each person signs in once a look."""
    for width, scheme in LOOKS:
        for role, key in PEOPLE.items():
            mine = [shot for shot in wanted if shot.role == role]
            context = browser.new_context(
                base_url=base, viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
            )
            page = context.new_page()
            if key and mine:
                page.goto("/demo/")
                page.locator(f'form[action="/demo/be/{key}/"] button').click()
            for number, shot in enumerate(mine, start=1):
                print(f"\r{role}, {width} px, {scheme}: {number} of {len(mine)}   ", end="", flush=True)
                _take(page, shot, shot.file(width, scheme))
            context.close()
    print()


def _take(page: Page, shot: Shot, file: Path) -> None:
    page.goto(shot.path)
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=file, full_page=True)


def sheets(wanted: list[Shot]) -> list[Path]:
    """Contact sheets: one per role and look, its pages side by side, each cut at twice its width."""
    made = []
    for width, scheme in LOOKS:
        for role in PEOPLE:
            files = [(shot.name, shot.file(width, scheme)) for shot in wanted if shot.role == role]
            if files:
                made.append(_sheet(files, width, SHOTS / f"sheet-{role}-{width}-{scheme}.png"))
    return made


def _sheet(files: list[tuple[str, Path]], width: int, target: Path) -> Path:
    column, across = (320, 5) if width > 600 else (195, 8)
    height = column * (2 if width > 600 else 3)
    rows = -(-len(files) // across)
    sheet = Image.new("RGB", (across * (column + 10) + 10, rows * (height + 30) + 10), "#888888")
    draw = ImageDraw.Draw(sheet)
    for number, (name, file) in enumerate(files):
        left, top = 10 + number % across * (column + 10), 10 + number // across * (height + 30)
        with Image.open(file) as picture:
            small = picture.convert("RGB").resize((column, round(picture.height * column / picture.width)))
        sheet.paste(small.crop((0, 0, column, min(height, small.height))), (left, top + 18))
        draw.text((left, top + 2), name, fill="#ffffff")
    sheet.save(target, optimize=True)
    return target


def index(made: list[Path]) -> Path:
    """A page that shows all contact sheets."""
    page = SHOTS / "index.html"
    pictures = "".join(f"<h2>{escape(one.stem)}</h2><img src={one.name} width=100%>" for one in made)
    page.write_text(f"<!doctype html><title>Hustings, every page</title>{pictures}", encoding="utf-8")
    return page


def main() -> None:
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    path = chromium.executable()
    if path is None:
        sys.exit(chromium.MISSING)
    wanted = shots(word)
    if not wanted:
        sys.exit(f"No page's name holds “{word}”.")
    shutil.rmtree(SHOTS, ignore_errors=True)
    with served() as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
        take(browser, base, wanted)
        browser.close()
    print(f"{len(wanted) * len(LOOKS)} pictures; look at {index(sheets(wanted))}")


if __name__ == "__main__":
    main()
