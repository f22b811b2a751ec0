"""
What is wrong, where, and how a person is told.

The lowest room of the house: every other one may import it. It knows no rule, no file format and no catalogue.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Literal, TypeAlias

import attrs

__all__ = [
    "Finding",
    "Language",
    "Path",
    "Problem",
    "Report",
    "Severity",
    "Span",
    "Waived",
    "Wording",
    "in_order",
    "join",
    "parse_path",
    "pointer",
]

#: The way from the summary to one of its parts: field names (always the English ones) and positions in lists.
Path: TypeAlias = tuple[str | int, ...]

#: The languages that people are spoken to in. Documents know traditional characters as well; messages are in simplified ones then.
Language: TypeAlias = Literal["zh", "en", "zh-Hant"]


def pointer(path: Path) -> str:
    """Write *path* as a JSON pointer (RFC 6901): ``("issues", 0)`` becomes ``/issues/0``, the summary itself ``""``."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def parse_path(text: str) -> Path:
    """Read a JSON pointer, with or without its first slash; steps that are all digits are positions in a list."""
    if not text or text == "/":
        return ()
    steps = text.removeprefix("/").split("/")
    return tuple(int(s) if s.isdecimal() else s.replace("~1", "/").replace("~0", "~") for s in steps)


def join(base: Path, at: str | Path) -> Path:
    """Where *at* is, seen from *base*: a pointer that begins with a slash is absolute, all else is relative."""
    if isinstance(at, tuple):
        return (*base, *at)
    return parse_path(at) if at.startswith("/") else (*base, *parse_path(at))


class Severity(enum.Enum):
    """How much a problem matters; the members compare, `ERROR` is the greatest."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return _RANK[self]

    def __lt__(self, other: Severity) -> bool:
        return self.rank < other.rank


_RANK = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@attrs.frozen(kw_only=True)
class Span:
    """
    A stretch of a source file.

    Attributes:
        file: The file's name as the caller gave it; empty for a text that has none.

        line, column: Where it begins, counted from 1; columns count code points.

        end_line, end_column: Where it ends, just behind its last character.

        place: How a person finds it in a file that has no lines (``三、存在的问题，第2段``, ``措施!D5``). Lines are then the
            paragraphs of a Word file in reading order, those in tables too, or the rows of a sheet; columns are the characters
            of the paragraph, or the columns of the sheet.

        sheet: Which sheet of a workbook it is on, counted from 1; 0 in a file without sheets.
    """

    file: str = ""
    line: int
    column: int
    end_line: int
    end_column: int
    place: str = ""
    sheet: int = 0

    def __str__(self) -> str:
        if self.place:
            return f"{self.file}: {self.place}" if self.file else self.place
        return f"{self.file}:{self.line}:{self.column}" if self.file else f"{self.line}:{self.column}"


@attrs.frozen
class Wording:
    """
    What a person is told, in one language.

    Attributes:
        message: One sentence that names the thing and says what is wrong with it.

        hint: What to do about it; may be empty.
    """

    message: str
    hint: str = ""


@attrs.frozen(init=False)
class Finding:
    """
    What a rule yields: a place and the arguments of a message, nothing else.

    The engine makes a `Problem` of it by adding code, severity, span and words, so that a configuration can re-grade a rule and no
    rule can pose as another.

    Attributes:
        at: The place, relative to the object that the rule looks at (``"owner"``, ``"root_causes/0"``, ``""`` for the object
            itself); with a first slash it counts from the summary (``"/risks"``).

        key: Which of the rule's messages is meant; empty for its only or first one.

        arguments: What the message's ``{placeholders}`` stand for.
    """

    at: str | Path
    key: str
    arguments: dict[str, object] = attrs.field(hash=False)

    def __init__(self, at: str | Path = "", /, key: str = "", **arguments: object) -> None:
        self.__attrs_init__(at, key, arguments)


@attrs.frozen(kw_only=True)
class Problem:
    """
    One thing that is wrong with a summary, with its place and its words.

    Attributes:
        code, name: The rule's stable code (``ISS001``) and name (``issue-without-cause``).

        severity: How much it matters, after configuration and stage.

        path: Where in the summary.

        object: Id of the innermost object around *path*, if it has one.

        span: Where in the file, or none if the thing is absent or the summary came from no file.

        zh, en: What a person is told, in either language.
    """

    code: str
    name: str
    severity: Severity
    path: Path = ()
    object: str | None = None
    span: Span | None = None
    zh: Wording
    en: Wording

    def wording(self, language: Language = "zh") -> Wording:
        """The words in *language*."""
        return self.en if language == "en" else self.zh

    @property
    def message(self) -> str:
        """The sentence in Chinese; `wording` gives the English one."""
        return self.zh.message

    @property
    def hint(self) -> str:
        """What to do, in Chinese; `wording` gives the English one."""
        return self.zh.hint

    @property
    def pointer(self) -> str:
        """*path* as a JSON pointer."""
        return pointer(self.path)

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """Order of reading: sheet by sheet and line by line, then by path and code; what has no line comes last."""
        span = self.span
        sheet, line, column = (span.sheet, span.line, span.column) if span else (1 << 30, 0, 0)
        return (sheet, line, column, tuple(map(str, self.path)), self.code, self.zh.message)


@attrs.frozen(kw_only=True)
class Waived:
    """A problem that the draft itself waives, with the reason it gives."""

    problem: Problem
    reason: str


@attrs.frozen(kw_only=True)
class Report:
    """
    The outcome of a check.

    Iterating gives the problems in reading order.

    Attributes:
        file: The draft's name, if it came from a file.

        problems: What is wrong.

        waived: What the draft waives, with its reasons.

        skipped: Codes of rules that could not run, each with the reason; a summary made in code has no folder to look for
            photos in, for example.

        known: Problems that a baseline lists, which are not told again.

        gone: What the baseline lists and is no longer found, each in a line.
    """

    file: str = ""
    problems: tuple[Problem, ...] = ()
    waived: tuple[Waived, ...] = ()
    skipped: tuple[tuple[str, Wording, Wording], ...] = ()
    known: tuple[Problem, ...] = ()
    gone: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.problems)

    def __len__(self) -> int:
        return len(self.problems)

    def __bool__(self) -> bool:
        """A report is always true, even an empty one: ask `ok`."""
        return True

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that make the summary unfit to hand in."""
        return tuple(p for p in self.problems if p.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that a reader will stumble over."""
        return tuple(p for p in self.problems if p.severity is Severity.WARNING)

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return not self.errors

    @property
    def counts(self) -> dict[str, int]:
        """How many problems of each severity: ``{"error": 2, "warning": 0, "info": 5}``."""
        seen = Counter(p.severity for p in self.problems)
        return {s.value: seen[s] for s in (Severity.ERROR, Severity.WARNING, Severity.INFO)}


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in reading order, each told once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: p.sort_key))
