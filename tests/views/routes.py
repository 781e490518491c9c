"""The URL table as tests walk it: every route with its view, its rule and how to fill its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from election.permissions import Rule

_PART = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Route:
    """One address of the site: its URL name, the rule at its door (None: has none) and its methods."""

    name: str
    rule: Rule | None
    methods: tuple[str, ...]
    needs: frozenset[str]

    def url(self, known: Mapping[str, Any]) -> str:
        """Its address, filled from `known`: by URL name first (`answers:versions.pk`), else by part (`slug`)."""
        filled = {part: known.get(f"{self.name}.{part}", known.get(part)) for part in self.needs}
        return reverse(self.name, kwargs=filled)


def routes() -> list[Route]:
    """Every named route of the site's own and of the libraries it includes."""
    return list(_walk(get_resolver(), (), frozenset()))


def _walk(resolver: URLResolver, spaces: tuple[str, ...], needs: frozenset[str]) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        parts = needs | set(_PART.findall(str(entry.pattern)))
        if isinstance(entry, URLResolver):
            inner = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from _walk(entry, inner, parts)
        elif isinstance(entry, URLPattern):
            callback = entry.callback
            rule, methods = getattr(callback, "rule", None), getattr(callback, "methods", ())
            yield Route(":".join((*spaces, str(entry.name))), rule, methods, parts)
