"""From what people write to what pages show."""

from markdown import Markdown

from election.text import clean, limits
from election.text.reader import People

RENDERER = "1"


def render(source: str) -> str:
    """The HTML of a text in Markdown: the only way text becomes HTML, safe to put on a page as it is.

    No images, no raw HTML, no styles; links only to whole http, https and mailto addresses. Raises limits.Refused, a
    ValueError with a sentence for the author, for more than LIMIT characters, half a character (a lone surrogate), and
    markup too dense to be read in a fraction of a second.
    """
    text = clean.characters(source)
    limits.admit(text)
    # A reader keeps what it found in one text, so each text gets a new one.
    return clean.html(Markdown(extensions=[People()], output_format="html").convert(text))
