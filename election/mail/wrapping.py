"""What programs and employers put around a message: list footers, disclaimers, signatures, notes on attachments.

Each rule wants several marks at once: an answer about confidential computing, or a bulleted list, is nobody's footer.
"""

import re
from itertools import takewhile

from election.mail.lines import BULLET, Kind, Line, mark, next_filled, paragraphs

RULE = re.compile(r"\s*[-_=*~–—](?:\s?[-_=*~–—]){4,}\s*")
_LIST = re.compile(
    r"\s*(?:\S+ mailing list(?: -- \S+)?|Links: You receive all messages sent to this group\..*|"
    r"To unsubscribe,? (?:send|from|visit|e-?mail).*|https?://\S+/listinfo/\S+)\s*",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\s*(?:More information about the \S+ mailing list|(?:Previous|Next) message(?: \(by thread\))?:.*|"
    r"Messages sorted by:.*|View/Reply Online \(#\d+\):.*|To unsubscribe from this (?:group|list)\b.*|"
    r"You received this message because you are subscribed to .*)\s*",
    re.IGNORECASE,
)
_NEXT_PART = re.compile(r"-{5,} next part -{5,}\s*")
_PART_FIELDS = re.compile(r"(?:An? .* was scrubbed\.\.\.|(?:Name|Type|Size|Desc|URL|Url ?): ?.*|<?https?://\S+>?)\s*")
_PGP_START = re.compile(r"-----BEGIN PGP SIGNED MESSAGE-----|Hash: [A-Z0-9-]+")
_SENT_FROM = re.compile(
    r"\s*(?:Sent from (?:my|Mail for|Outlook for)|Get Outlook for|Von meinem .* gesendet|Gesendet von|"
    r"Envoyé de mon|发自我的).*"
)
_DISCLAIMER = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:confidential|privileged|vertraulich\w*|confidentiel\w*)\b",
        r"\b(?:this|of this|diese|cet?) (?:e-?mail|message|nachricht|courriel)\b",
        r"\bintended recipient|\brecipient\(s\)|\baddressee|\bdestinataire|\bempfänger\b",
        r"\bstrictly prohibited|\bstreng untersagt|\bdelete (?:it|this|all copies)|\b(?:contact|notify) the sender",
    )
)
_COMPANY = re.compile(
    r"\bRegistered (?:No|Office|in)\b|\bVAT No\b|\bLimited\b|\bLtd\b|\bGmbH\b|\bHRB\b|\bSitz der\b|\bGeschäftsführ|"
    r"\bAmtsgericht\b|\bHandelsregister\b|\bCorporation\b|\bRCS\b|\bCapital de\b",
    re.IGNORECASE,
)
_SURE, _LIKELY = 3, 2
_SHORT_SIGNATURE = 8


def footers(lines: list[Line]) -> None:
    """Mark mailing-list and archive footers, notes on attachments and the armour of signed messages."""
    for number, line in enumerate(lines):
        if line.kind is not Kind.TEXT:
            continue
        if _ALONE.fullmatch(line.text) or _PGP_START.fullmatch(line.text.strip()):
            mark(lines, [number], Kind.FOOTER)
        elif _NEXT_PART.fullmatch(line.text):
            mark(lines, [number, *_run(lines, number + 1, _PART_FIELDS)], Kind.FOOTER)
        elif line.text.startswith("-----BEGIN PGP SIGNATURE-----"):
            mark(lines, _armour(lines, number), Kind.FOOTER)
        elif RULE.fullmatch(line.text):
            _list_footer(lines, number)


def disclaimers(lines: list[Line]) -> None:
    """Mark the disclaimer that ends the author's text, with the company's particulars and the rule above them."""
    found: list[range] = []
    sure = False
    for paragraph in reversed(_text_paragraphs(lines)):
        words = " ".join(lines[number].text for number in paragraph)
        marks = sum(1 for pattern in _DISCLAIMER if pattern.search(words))
        company = sum(1 for number in paragraph if _COMPANY.search(lines[number].text))
        if max(marks, company) < _LIKELY or any(BULLET.match(lines[number].text) for number in paragraph):
            break
        found.append(paragraph)
        sure = sure or marks >= _SURE
    if not found:
        return
    rule = _rule_above(lines, found[-1].start)
    if rule is not None:
        mark(lines, [rule], Kind.DELIMITER)
    if sure or rule is not None:
        mark(lines, [number for paragraph in found for number in paragraph], Kind.FOOTER)


def signatures(lines: list[Line]) -> None:
    """Mark a signature: a few last lines below "-- ", none of them a list item; and a phone's own last line."""
    own = [number for number, line in enumerate(lines) if line.kind is Kind.TEXT]
    if own and _SENT_FROM.fullmatch(lines[own[-1]].text):
        mark(lines, [own.pop()], Kind.SIGNATURE)
    for place in range(len(own) - 1, max(len(own) - 2 - _SHORT_SIGNATURE, -1), -1):
        if lines[own[place]].text.rstrip() == "--":
            below = own[place + 1 :]
            if not any(BULLET.match(lines[number].text) for number in below):
                mark(lines, own[place:], Kind.SIGNATURE)
            return


def _run(lines: list[Line], start: int, pattern: re.Pattern[str]) -> list[int]:
    return list(takewhile(lambda number: pattern.fullmatch(lines[number].text), range(start, len(lines))))


def _armour(lines: list[Line], start: int) -> range:
    for number in range(start, len(lines)):
        if lines[number].text.startswith("-----END PGP SIGNATURE-----"):
            return range(start, number + 1)
    return range(start, start)


def _list_footer(lines: list[Line], rule: int) -> None:
    first = next_filled(lines, rule + 1)
    if first < len(lines) and _LIST.fullmatch(lines[first].text):
        below = takewhile(lambda number: lines[number].kind is Kind.TEXT, range(first, len(lines)))
        mark(lines, [rule, *below], Kind.FOOTER)


def _text_paragraphs(lines: list[Line]) -> list[range]:
    """The author's paragraphs, with a rule (a line of dashes) ending the one above it."""
    found = []
    for run in paragraphs(lines, Kind.TEXT):
        start = run.start
        for number in run:
            if RULE.fullmatch(lines[number].text):
                found.append(range(start, number))
                start = number + 1
        found.append(range(start, run.stop))
    return [paragraph for paragraph in found if paragraph]


def _rule_above(lines: list[Line], number: int) -> int | None:
    above = number - 1
    while above >= 0 and lines[above].kind is Kind.BLANK:
        above -= 1
    return above if above >= 0 and lines[above].kind is Kind.TEXT and RULE.fullmatch(lines[above].text) else None
