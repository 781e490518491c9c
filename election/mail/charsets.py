"""Bytes as text, whatever they say they are; nothing raises, and what was guessed or replaced is said."""

import re

_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "us-ascii": "utf-8", "ascii": "utf-8", "iso-8859-1": "cp1252"}
# Codecs of Python that are no charsets of mail; decoding long text by some of them takes quadratic time.
_NO_CHARSETS = {"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
# PostgreSQL stores no NUL, UTF-8 no half of a surrogate pair.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def decode(raw: bytes, charset: str = "utf-8") -> tuple[str, tuple[str, ...]]:
    """`raw` as text with "\\n" for every line end, and remarks where the charset is unknown or some bytes are wrong."""
    name = charset.strip().lower()
    name = _SUPERSETS.get(name, name)
    remarks: tuple[str, ...] = ()
    try:
        if name.replace("-", "_") in _NO_CHARSETS:
            raise LookupError(name)
        text = raw.decode(name)
    except UnicodeError:
        text, remarks = raw.decode(name, "replace"), (f"Some letters could not be read as {charset}.",)
    except LookupError:
        text, remarks = raw.decode("utf-8", "replace"), (f"The charset {charset[:40]} is unknown; read as UTF-8.",)
    return storable(re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff"))), remarks


def storable(text: str) -> str:
    """`text` without what no database stores; the replacement character stands in its place."""
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)
