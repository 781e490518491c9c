"""A text as the quote with which a reply begins."""


def quote(source: str) -> str:
    """`source` as a quote in Markdown: every line after "> ", blank ones after ">"."""
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)
