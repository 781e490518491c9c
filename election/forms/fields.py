"""Fields that many forms share: texts that must render, one-line sentences, public reasons."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString, mark_safe

from election import text

INVISIBLE = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs by name that draw nothing."""

CONTROLS = frozenset({"Cc", "Cs"})
TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Bidi controls could turn a heading around for everything that follows it."""


FIRST_YEAR, LAST_YEAR = 1990, 2200


def can_be_seen(words: str) -> bool:
    """Whether anything of `words` leaves ink: a letter, a number, a sign; not only spaces, joiners and the like."""
    return any(unicodedata.category(c)[0] in "LNPS" and c not in INVISIBLE for c in words)


def sensible(day: date) -> None:
    """Refuses days so far away that somebody must have mistyped the year; arithmetic with them could fail, too."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValidationError("Look at the year again.", code="year")


def previewed(source: str) -> SafeString:
    """The HTML of a text as it would look once published; for what a MarkdownField has cleaned."""
    return mark_safe(text.render(source))  # noqa: S308


class MarkdownField(forms.CharField):
    """A text in Markdown. Clean gives its source; what the renderer refuses is said beside the field."""

    def __init__(self, *, rows: int = 8, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows, "dir": "auto"}))
        kwargs.setdefault("strip", False)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        source = str(super().clean(value)).replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()
        try:
            shown = text.excerpt(source, text.LIMIT)
        except ValueError as no:
            raise ValidationError(str(no), code="refused") from no
        if self.required and not can_be_seen(shown):
            raise ValidationError(self.error_messages["required"], code="required")
        return source


class LineField(forms.CharField):
    """One line of plain text: white space is collapsed, control characters are refused."""

    def clean(self, value: Any) -> str:
        line: str = super().clean(" ".join(str(value or "").split()))
        if any(unicodedata.category(c) in CONTROLS or unicodedata.bidirectional(c) in TURNS for c in line):
            raise ValidationError("This has a character that cannot be shown. Type it again, without pasting.")
        if self.required and not can_be_seen(line):
            raise ValidationError(self.error_messages["required"], code="required")
        return line


def short_address(help_text: str) -> forms.SlugField:
    """The part of an address on this site by which a body or an election is found."""
    wrong = {"invalid": "Use letters, digits and hyphens only, without accents or spaces."}
    return forms.SlugField(label="Short address", max_length=60, help_text=help_text, error_messages=wrong)


class ReasonField(LineField):
    """A public reason in at most 500 characters."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Reason, shown to everybody")
        kwargs.setdefault("max_length", 500)
        kwargs.setdefault("error_messages", {"required": "Give a reason: everybody who reads this will wonder why."})
        super().__init__(**kwargs)
