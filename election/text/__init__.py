"""Text: Markdown in, safe HTML out; also as plain words, as a quote, and as the difference of two versions."""

from election.text.diff import Piece, difference
from election.text.limits import LIMIT, Refused
from election.text.plain import excerpt, plain
from election.text.quotes import quote
from election.text.rendering import RENDERER, render

__all__ = ["LIMIT", "RENDERER", "Piece", "Refused", "difference", "excerpt", "plain", "quote", "render"]
