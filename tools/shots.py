"""Takes screenshots of every page of the demo, in every role and phase, at two widths and in both colour schemes.

`make shots` writes them into shots/, with contact sheets and an index.html; `make shots ARGS=questions` only pages
whose name holds that word; `make shots ARGS=--pictures` all, and renews the README's docs/pictures/ from them. It
serves a demo of its own on a free port of this machine, and ends it.
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
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

BASE = Path(__file__).resolve().parent.parent
SHOTS = BASE / "shots"
DATA = SHOTS / "demo"
sys.path.insert(0, str(BASE))

import pages  # noqa: E402 -- the project's own folder first
from pages import LOOKS, Scheme, Shot  # noqa: E402
from PIL import Image, ImageDraw  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from tests import browser as chromium  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PICTURES = BASE / "docs" / "pictures"


def file(shot: Shot, width: int, scheme: Scheme) -> Path:
    """Where a shot is kept."""
    return SHOTS / shot.role / f"{shot.name}-{width}-{scheme}.png"


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
        for role, key in pages.PEOPLE.items():
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
                _take(page, shot, file(shot, width, scheme))
            context.close()
    print()


def _take(page: Page, shot: Shot, target: Path) -> None:
    path, _, link = shot.path.partition(" > ")
    page.goto(path)
    if link:
        page.goto(page.locator(link).first.get_attribute("href", timeout=5000) or path)
    target.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=target, full_page=True)


def sheets(wanted: list[Shot]) -> list[Path]:
    """Contact sheets of each role and look: pages side by side, cut where they get long, as many as fit a screen."""
    made = []
    for width, scheme in LOOKS:
        each = 8 if width > 600 else 12
        for role in pages.PEOPLE:
            files = [(shot.name, file(shot, width, scheme)) for shot in wanted if shot.role == role]
            for part, first in enumerate(range(0, len(files), each), start=1):
                target = SHOTS / f"sheet-{role}-{width}-{scheme}-{part}.png"
                made.append(_sheet(files[first : first + each], width, target))
    return made


def _sheet(files: list[tuple[str, Path]], width: int, target: Path) -> Path:
    column, across, height = (480, 4, 640) if width > 600 else (300, 6, 720)
    rows = -(-len(files) // across)
    sheet = Image.new("RGB", (across * (column + 10) + 10, rows * (height + 30) + 10), "#888888")
    draw = ImageDraw.Draw(sheet)
    for number, (name, one) in enumerate(files):
        left, top = 10 + number % across * (column + 10), 10 + number // across * (height + 30)
        with Image.open(one) as picture:
            small = picture.convert("RGB").resize((column, round(picture.height * column / picture.width)))
        sheet.paste(small.crop((0, 0, column, min(height, small.height))), (left, top + 18))
        draw.text((left, top + 2), name, fill="#ffffff")
    sheet.save(target)
    return target


def pictures() -> None:
    """Renews the README's pictures from the shots, in few colours so that they stay small."""
    for name, (role, page, width, scheme, height) in pages.PICTURES.items():
        with Image.open(file(Shot(role, page, ""), width, scheme)) as taken:
            cut = taken.convert("RGB").crop((0, 0, width, min(height, taken.height)))
        cut.quantize(128).save(PICTURES / f"{name}.png", optimize=True)


def index(made: list[Path]) -> Path:
    """A page that shows all contact sheets."""
    page = SHOTS / "index.html"
    pictures = "".join(f"<h2>{escape(one.stem)}</h2><img src={one.name} width=100%>" for one in made)
    page.write_text(f"<!doctype html><title>Hustings, every page</title>{pictures}", encoding="utf-8")
    return page


def main() -> None:
    renew = "--pictures" in sys.argv
    word = next((word for word in sys.argv[1:] if word != "--pictures"), "")
    path = chromium.executable()
    if path is None:
        sys.exit(chromium.MISSING)
    wanted = pages.shots(word)
    if not wanted:
        sys.exit(f"No page's name holds “{word}”.")
    shutil.rmtree(SHOTS, ignore_errors=True)
    with served() as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
        take(browser, base, wanted)
        browser.close()
    if renew:
        pictures()
    print(f"{len(wanted) * len(LOOKS)} pictures; look at {index(sheets(wanted))}")


if __name__ == "__main__":
    main()
