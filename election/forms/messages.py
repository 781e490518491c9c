"""The form for messages: pasted, or in files."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

LARGEST = 1_000_000
MOST = 20
SUFFIXES = (".txt", ".eml", ".mbox")


class FilesField(forms.FileField):
    """Several files with messages. Cleans to a list of names and bytes."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.ClearableFileInput(attrs={"accept": ",".join(SUFFIXES)})
        widget.allow_multiple_selected = True
        widget.attrs["multiple"] = True
        super().__init__(widget=widget, required=False, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        given = data if isinstance(data, list | tuple) else [data] if data else []
        if len(given) > MOST:
            raise ValidationError(
                f"These are {len(given)} files. Bring in {MOST} at a time, or put them into one mbox."
            )
        return [self._file(super(FilesField, self).clean(one)) for one in given]

    def _file(self, file: UploadedFile[bytes]) -> tuple[str, bytes]:
        name = str(file.name)
        if not name.lower().endswith(SUFFIXES):
            raise ValidationError(f"“{name}” is no file with messages. Files end in .txt, .eml or .mbox.")
        if (file.size or 0) > LARGEST:
            raise ValidationError(f"“{name}” is larger than 1 MB. Cut it into several files.")
        return name[:200], file.read()


class GiveForm(forms.Form):
    """Messages as text, as files, or both."""

    raw = forms.CharField(
        label="Paste messages",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto"}),
        help_text="As your list’s archive shows them, with subject, sender and date at the top, or with full headers.",
    )
    chosen = FilesField(label="Or choose files", help_text="Text files, .eml or .mbox, at most 1 MB each.")

    def clean_raw(self) -> str:
        raw: str = self.cleaned_data["raw"]
        if len(raw.encode("utf-8", "replace")) > LARGEST:
            raise ValidationError("This is more than 1 MB of text. Bring it in by parts.")
        return raw

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned["raw"].strip() and not cleaned["chosen"]:
            self.add_error("raw", "Paste a message here, or choose a file below.")
        return cleaned

    @property
    def given(self) -> list[tuple[str, bytes]]:
        """Names and bytes of what was given; what was pasted has no name."""
        raw = self.cleaned_data["raw"]
        return [*([("", raw.encode("utf-8", "replace"))] if raw.strip() else []), *self.cleaned_data["chosen"]]
