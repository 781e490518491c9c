"""What the tally refuses, in sentences one can act on."""


class TallyError(ValueError):
    """Something handed in cannot be counted; the sentence says what it is and how to mend it."""


class BadFile(TallyError):
    """A file of ballots cannot be read: where, and what was expected there.

    `line` and `column` count from 1; `column` is None where the line as a whole is meant.
    """

    def __init__(self, sentence: str, line: int, column: int | None = None) -> None:
        where = f"Line {line}" if column is None else f"Line {line}, column {column}"
        super().__init__(f"{where}: {sentence}")
        self.line = line
        self.column = column
