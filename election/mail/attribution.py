"""Who a quoted message is by and of when: "On … wrote:" lines and "From: Sent: To: Subject:" blocks."""

import re
from dataclasses import dataclass

from election.mail import dates
from election.mail.addresses import Sender, holds_address, parse_sender
from election.mail.lines import Kind, Line, next_filled

_FIELDS = {
    "from": "From|Von|De|Da|Van|Från|Fra|От|发件人|發件人|寄件者|差出人|보낸 사람",
    "date": (
        "Date|Sent|Send Time|Sent Time|Datum|Gesendet|Envoyé(?: le)?|Enviado(?: el)?|Inviato|Data|Fecha|Verzonden|"
        "Skickat|Sendt|Дата|发送时间|發送時間|日期|寄件日期|送信日時|보낸 날짜"
    ),
    "to": "To|An|À|A|Para|Aan|Till|Til|Кому|收件人|收件者|宛先|받는 사람",
    "cc": "Cc|Bcc|Kopie(?: \\(CC\\))?|Copie à|抄送|副本|참조|Reply-To|Antwort an|Reply To",
    "subject": "Subject|Betreff|Objet|Asunto|Oggetto|Assunto|Onderwerp|Ämne|Emne|Temat|Тема|主题|主題|主旨|件名|제목",
}
_FIELD = {
    name: re.compile(rf"\s{{0,3}}\**(?:{words})\s?\**\s?[:：]\**\s*(?P<value>.*)", re.IGNORECASE)
    for name, words in _FIELDS.items()
}
_LONGEST_FIELD = 3  # lines: long lists of addressees are wrapped
_SAYS = re.compile(
    r"(?:\b(?:wrote|writes)|(?:写道|寫道)|\ba écrit|\bescribió|\bha scritto|\bescreveu|\bschreef.*|\bskrev.*|"
    r"\bschrieb.*|\bnapisał\(?a?\)?)\s*[:：]\s*$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\A\s*(?:(?:On|Am|Le|El|Il|Em|Op|Den|Dnia|W dniu)\b|在|于)\s*", re.IGNORECASE)
_LONGEST_ATTRIBUTION = 3
_VERBS = re.compile(
    r"\b(?:wrote|writes|a écrit|escribió|ha scritto|escreveu|schreef|skrev|schrieb|napisał\(?a?\)?)\b|"
    r"写道|寫道|于(?=\s|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Attribution:
    """What stands above quoted words: by whom and when they were written, and under which subject if that is said.

    `lines` are the numbers of the lines that say so, `block` whether they are a block of header fields.
    """

    sender: Sender
    date: dates.Stated
    subject: str
    lines: range
    block: bool


def header_block(lines: list[Line], start: int) -> Attribution | None:
    """The block of header fields that begins at line `start`, if there is one: a sender with a date or a subject,
    three fields at least. A field may go on over two further lines; single blank lines may stand between fields.
    """
    values: dict[str, str] = {}
    number = end = start
    while number < len(lines) and lines[number].kind is Kind.TEXT:
        name, value = _field(lines[number].text)
        if not name or (name in values and name != "cc"):
            break
        stop = _field_end(lines, number)
        values[name] = " ".join([value, *(line.text.strip() for line in lines[number + 1 : stop])])
        end = stop
        following = next_filled(lines, stop)
        number = following if following <= stop + 1 else stop
    if len(values) < 3 or "from" not in values or not values.keys() & {"date", "subject"}:
        return None
    date = dates.header(values.get("date", ""))
    return Attribution(
        parse_sender(values["from"]), date, values.get("subject", "").strip(), range(start, end), block=True
    )


def attribution(lines: list[Line], start: int) -> Attribution | None:
    """The sentence of one to three lines from line `start` on that says who wrote what follows, if there is one.

    It names a date or an address besides the verb. "As Cleo wrote:" does not, and stays the author's own words.
    """
    words = ""
    for number in range(start, min(start + _LONGEST_ATTRIBUTION, len(lines))):
        if lines[number].kind is not Kind.TEXT or (number > start and not _OPENS.match(words)):
            return None
        words = f"{words} {lines[number].text.strip()}".strip()
        if _is_attribution(words):
            return _read(words, range(start, number + 1))
    return None


def _field(text: str) -> tuple[str, str]:
    for name, pattern in _FIELD.items():
        if found := pattern.fullmatch(text):
            return name, found["value"].strip()
    return "", ""


def _field_end(lines: list[Line], number: int) -> int:
    """The line after the field that begins at `number`: further lines belong to it if another field follows them."""
    for end in range(number + 1, min(number + 1 + _LONGEST_FIELD, len(lines))):
        if lines[end].kind is not Kind.TEXT:
            break
        if _field(lines[end].text)[0]:
            return end
    return number + 1


def _is_attribution(words: str) -> bool:
    if not words.endswith((":", "：")):
        return False
    dated = dates.find(words).end > 0
    return (dated or holds_address(words)) if _SAYS.search(words) else _date_and_address(words)


def _date_and_address(words: str) -> bool:
    """As some programs write: "2020-02-13 18:25 GMT+08:00 Cleo Brook <cleo@example.org>:"."""
    return dates.find(words).start == 0 and dates.find(words).end > 0 and words.endswith((">:", ">："))


def _read(words: str, numbers: range) -> Attribution:
    date = dates.find(words)
    rest = f"{words[: date.start]} {words[date.end :]}" if date.end else words
    rest = _VERBS.sub(" ", _OPENS.sub("", rest, count=1)).strip(" ,;:：")
    return Attribution(parse_sender(rest), date if date.end else dates.Stated(None, ""), "", numbers, block=False)
