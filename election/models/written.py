"""What every text on record shares: its source, its safe HTML and the renderer that made it."""

from __future__ import annotations

from typing import TypedDict

from django.db import models
from django.utils.safestring import SafeString, mark_safe

from election import text


class Rendered(TypedDict):
    """The three columns of a text, ready for `Model(**rendered(source))`."""

    source: str
    html: str
    renderer: str


def rendered(source: str) -> Rendered:
    """The columns of a text, rendered once. Raises `text.Refused` (a ValueError) with a sentence for its author."""
    return {"source": source, "html": text.render(source) if source.strip() else "", "renderer": text.RENDERER}


def safe(html: str) -> SafeString:
    """HTML that came from `text.render`, marked as such for templates: the one place that says so."""
    return mark_safe(html)  # noqa: S308


class Written(models.Model):
    """A text as written (Markdown) and as shown (safe HTML), rendered when saved, never per request."""

    source = models.TextField(blank=True)
    html = models.TextField(blank=True)
    renderer = models.CharField(max_length=20, default="", blank=True)

    class Meta:
        abstract = True

    @property
    def shown(self) -> SafeString:
        """The HTML for a page."""
        return safe(self.html)
