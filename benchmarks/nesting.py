"""How often texts are nested as CommonMark nests them: `python -m benchmarks.nesting FOLDER`.

Reads every .md, .markdown and .txt file below FOLDER, and every string of its .json files, then mixes their lines and
sets these in at random (the same mixtures in every run), and prints the share that comes out right, for the site's
renderer and for Python-Markdown as it comes.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.trees import Render, commonmark, nesting, ours, stock
from election.text import LIMIT

_SHORTEST = 40  # characters of a .json file's string that is a text, not a name
_INDENTS = (0, 0, 0, 1, 2, 2, 3, 4, 4, 5, 6, 8)
_RENDERERS: dict[str, Render] = {"this renderer": ours, "stock Python-Markdown": stock}


def texts(folder: Path) -> list[str]:
    """All texts below `folder`, none longer than a post may be."""
    found: list[str] = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix in {".md", ".markdown", ".txt"}:
            found.append(path.read_text(encoding="utf-8", errors="replace"))
        elif path.suffix == ".json":
            found += [text for text in _strings(json.loads(path.read_bytes())) if len(text) >= _SHORTEST]
    return [text[:LIMIT] for text in found]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def mixtures(found: Sequence[str], number: int, seed: int = 1) -> list[str]:
    """`number` texts of 4 to 24 lines taken from `found` at random, most of them set in anew."""
    chance = random.Random(seed)  # noqa: S311 - the same texts in every run
    lines = [line for text in found for line in text.splitlines()]
    return [
        "\n".join(_set_in(chance.choice(lines), chance) for _ in range(chance.randint(4, 24))) for _ in range(number)
    ]


def _set_in(line: str, chance: random.Random) -> str:
    return line if chance.random() < 1 / 4 else " " * chance.choice(_INDENTS) + line.lstrip()


def share(found: Sequence[str], render: Render) -> tuple[float, list[str]]:
    """The percentage of `found` that `render` nests as CommonMark does, and those it does not."""
    wrong = [text for text in found if nesting(render(text)) != nesting(commonmark(text))]
    return 100 * (1 - len(wrong) / len(found)), wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mixtures", type=int, default=1000, metavar="NUMBER")
    parser.add_argument("--show", type=int, default=0, metavar="NUMBER", help="print so many texts that came out wrong")
    given = parser.parse_args()
    found = texts(given.folder)
    if not found:
        parser.error(f"no texts below {given.folder}")
    structured = [text for text in found if nesting(commonmark(text))]
    sets = {"texts": found, "with structure": structured, "mixtures": mixtures(found, given.mixtures)}
    for title, render in _RENDERERS.items():
        for kind, members in sets.items():
            right, wrong = share(members, render) if members else (100.0, [])
            print(f"{title:24}{kind:16}{len(members):6}{right:8.1f} %")
            for text in wrong[: given.show] if render is ours else []:
                print(f"--- {text[:600]!r}")


if __name__ == "__main__":
    main()
