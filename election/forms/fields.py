"""Fields that many forms share: texts that must render, one-line sentences, public reasons."""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from election import text

CONTROLS = frozenset({"Cc", "Cs"})
TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Bidi controls could turn a heading around for everything that follows it."""


class MarkdownField(forms.CharField):
    """A text in Markdown. Clean gives its source; what the renderer refuses is said beside the field."""

    def __init__(self, *, rows: int = 8, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows, "dir": "auto"}))
        kwargs.setdefault("strip", False)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        source = str(super().clean(value)).replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()
        if self.required and not source.strip():
            raise ValidationError(self.error_messages["required"], code="required")
        try:
            text.render(source)
        except ValueError as no:
            raise ValidationError(str(no), code="refused") from no
        return source


class LineField(forms.CharField):
    """One line of plain text: white space is collapsed, control characters are refused."""

    def clean(self, value: Any) -> str:
        line: str = super().clean(" ".join(str(value or "").split()))
        if any(unicodedata.category(c) in CONTROLS or unicodedata.bidirectional(c) in TURNS for c in line):
            raise ValidationError("This has a character that cannot be shown. Type it again, without pasting.")
        return line


class ReasonField(LineField):
    """A public reason in at most 500 characters."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Reason, shown to everybody")
        kwargs.setdefault("max_length", 500)
        kwargs.setdefault("error_messages", {"required": "Give a reason: everybody who reads this will wonder why."})
        super().__init__(**kwargs)
