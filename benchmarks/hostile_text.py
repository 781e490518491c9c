"""How long the most hostile texts take: `python -m benchmarks.hostile_text`.

Fills a post with each unit, with with random mixtures of units (the same in every run), and
prints the slowest in processor time, beside ordinary prose of the same length, so that machines can be compared.
"""

import argparse
import random
import time
from collections.abc import Iterator
from typing import NamedTuple

from election.text import LIMIT, Refused, render

PROSE = "When the committee meets, it should publish what it decided, and *why*, within a week: see the minutes.\n\n"
UNITS = (
    *("[", "]", "(", ")", "![", "[]", "[a]", "[a](", "[a](b ", "[a][", "[a]: b\n", "[1] http://a.b\n", "[1]", "[^1]"),
    *("`", "``", "```", "```\n", "~~~\n", "`a`", "*", "**", "_", "__", "~", "~~", "*a", "a*", "_a_ ", "**a** ", "*_"),
    *("- ", "+ ", "* ", "1. ", "2) ", "- \n", "- a\n", "  - a\n", "    - a\n", "> ", ">", "> a\n", ">> a\n", "- > "),
    *("#", "# a\n", "===\n", "---\n", "a\n---\n", "a|b\n-|-\n", "|", "|a", "|-", "| a | b |\n", "\\|"),
    *("<", ">", "<a", "<a ", "</", "<!--", "<![", "<b>", "<a@b.c>", "<http://a.b>", "http://a.b ", "http://", ")))"),
    *("&", "&amp;", "&#", "&#x202e;", "&lt;", "\\", "\\\n", "\\*", "a  \n", "  ", " ", "\n", "\n\n", "\t", "\n    a\n"),
    *("a", "a ", "é", "א", "ا ", "漢", "\u202e", "\u200d", "\x00", "\x02", "\x03", "\x02klzzwxh:0\x03", "\xa0", '"'),
)  # fmt: skip


class Timed(NamedTuple):
    """Milliseconds of processor time, what became of the text, and its unit."""

    milliseconds: float
    verdict: str
    unit: str


def timed(unit: str) -> Timed:
    """One post full of `unit`; the better of two runs, as other programs disturb the first."""
    text = (unit * (LIMIT // len(unit) + 1))[:LIMIT]
    return min(_once(unit, text), _once(unit, text))


def _once(unit: str, text: str) -> Timed:
    begun = time.process_time()
    try:
        render(text)
        verdict = "rendered"
    except Refused:
        verdict = "refused"
    return Timed((time.process_time() - begun) * 1000, verdict, unit)


def units(number: int, seed: int = 1) -> Iterator[str]:
    """Every unit, and `number` mixtures of 2 to 12 of them."""
    yield from UNITS
    chance = random.Random(seed)  # noqa: S311 - the same texts in every run
    yield from ("".join(chance.choices(UNITS, k=chance.randint(2, 12))) for _ in range(number))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--mixtures", type=int, default=500, metavar="NUMBER")
    parser.add_argument("--show", type=int, default=12, metavar="NUMBER", help="how many of the slowest to print")
    given = parser.parse_args()
    prose = timed(PROSE)
    found = sorted((timed(unit) for unit in units(given.mixtures)), reverse=True)
    refused = sum(one.verdict == "refused" for one in found)
    print(f"ordinary prose: {prose.milliseconds:.0f} ms; {len(found)} hostile texts, {refused} refused; the slowest:")
    for one in found[: given.show]:
        ratio = one.milliseconds / prose.milliseconds
        print(f"{one.milliseconds:6.0f} ms {ratio:6.1f} times  {one.verdict}  {one.unit!r}")


if __name__ == "__main__":
    main()
