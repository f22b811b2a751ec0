"""The two texts of a comparison: a text as it stands, a draft as the document that it gives."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TypeAlias, get_args

import attrs

from propsummary.catalogue import label
from propsummary.catalogue.codes import Words
from propsummary.document import Audience, Document, build
from propsummary.errors import NoSummaryError, WrongArgumentError, expect
from propsummary.extract import Piece, extract, format_of, sniff
from propsummary.gating.mentions import Sentence, sentences
from propsummary.model import Draft, Summary
from propsummary.problems import Language, Path
from propsummary.quantities import Change, Quantity
from propsummary.renderers import renderer
from propsummary.rules.walk import Passage, walk

__all__ = ["Side", "Source", "Telling", "form_in", "side"]

#: What figures can be taken from: a summary, a draft, a document, or a text in one of the formats of `propsummary.extract`.
Source: TypeAlias = Summary | Draft | Document | str | bytes

_TRACKERS = ("csv", "ics")
_PROSE = ("docx", "markdown", "text")


@attrs.frozen(kw_only=True)
class Telling:
    """
    One of the ways in which a draft is told as a document.

    Attributes:
        language: The language of headings, units and hedges.

        audience: Who it is told to.

        intervals: Whether rates found on a sample show how far chance alone may have moved them.
    """

    language: Language = "zh"
    audience: Audience = "management"
    intervals: bool = False


@attrs.frozen(kw_only=True, eq=False)
class Side:
    """
    One of the two texts.

    Attributes:
        source: Whom the figures are taken from; a form that was filled in is the draft that it holds.

        format: The format of a text; empty for all else.

        pieces: What a text says; empty for all else.
    """

    source: Source
    format: str = ""
    pieces: tuple[Piece, ...] = ()

    @property
    def tracks(self) -> bool:
        """Whether it is a calendar or a list of the tasks, which carries measures and goals and nothing else."""
        return self.format in _TRACKERS and all(piece.role == "again" for piece in self.pieces)

    @property
    def written(self) -> bool:
        """Whether it is a text, which says what it says in one language."""
        return isinstance(self.source, str | bytes)

    @functools.cached_property
    def draft(self) -> Summary | Draft | Document | None:
        """What the document is built from: the source, or the draft that prose gives; none if it is too vague for one."""
        if not isinstance(self.source, str | bytes):
            return self.source
        if self.format not in _PROSE:
            return None
        from propsummary.drafts import read_prose

        draft = read_prose(_bytes(self.source), format=self.format)
        return draft if draft.summary else None

    @property
    def summary(self) -> Summary | None:
        """The summary that the document is built from; none where there is no such."""
        match self.draft:
            case Draft(summary=summary) | (Summary() as summary):
                return summary
        return None

    def told(self, telling: Telling) -> tuple[Sentence, ...]:
        """What it says, a draft as a document."""
        return sentences(self.pieces) if self.written else self.derived(telling)

    def derived(self, telling: Telling) -> tuple[Sentence, ...]:
        """What the document says; nothing where there is none."""
        document = self._document(telling)
        if document is None:
            return ()
        return sentences(self._placed(extract(renderer("json").render(document), "json")))

    def tasks(self, format: str, telling: Telling) -> tuple[Sentence, ...] | None:
        """What a tracker in *format* has to say; none where nobody knows."""
        if self.tracks:
            return sentences(_said(self.pieces))
        document = self._document(telling)
        if document is None:
            return None
        pieces = extract(renderer(format).render(document), format)
        return sentences(self._placed(attrs.evolve(piece, line=None) for piece in _said(pieces)))

    def _document(self, telling: Telling) -> Document | None:
        if self.draft is None or isinstance(self.draft, Document):
            return self.draft
        if self.summary is None:
            raise NoSummaryError(self.draft.file if isinstance(self.draft, Draft) else "")
        return build(self.summary, language=telling.language, audience=telling.audience, intervals=telling.intervals)

    def _placed(self, pieces: Iterable[Piece]) -> Iterable[Piece]:
        return _in_draft(pieces, self.draft) if isinstance(self.draft, Draft) else pieces


def side(source: Source, format: str | None, call: str) -> Side:
    """
    *source*, read.

    Args:
        call: What it was handed to, for messages.

    Raises:
        WrongArgumentError: It is the name of a file, or something else that no figures can be taken from.

        UnknownNameError: There is no such format.

        UnreadableFileError: A Word, Excel, PowerPoint or PDF file is broken, locked or too large.

        MissingExtraError: The packages that read such a file are not there.
    """
    expect(call, source, *get_args(Source), instead=_OPENED)
    if not isinstance(source, str | bytes):
        return Side(source=source)
    if isinstance(source, str) and _names_file(source):
        raise WrongArgumentError(call, tuple(kind.__name__ for kind in get_args(Source)), f"“{source}”", _OPENED)
    name = format or sniff(source)
    pieces = extract(source, name)
    draft = form_in(source, name) if isinstance(source, bytes) else None
    return Side(source=draft) if draft else Side(source=source, format=name, pieces=pieces)


_OPENED = (
    "hand over read(path) for a draft, Path(path).read_bytes() for any other file",
    "草稿请交 read(路径)，别的文件请交 Path(路径).read_bytes()",
)


def _names_file(text: str) -> bool:
    """Whether *text* is the name of a file and no text: nobody has an empty file in mind that all figures are missing from."""
    from propsummary.drafts import files

    return "\n" not in text and bool(format_of(text) or files.format_of(text))


def form_in(content: bytes, format: str | None = None) -> Draft | None:
    """
    The draft in a form that was filled in with Excel or Word; none if *content* is no form.

    Hints and examples of a form are none of its text, so it is the summary in it that is compared. A broken file is no form.

    Args:
        format: As for `propsummary.gating.gate`.
    """
    match format or sniff(content):
        case "xlsx":
            from propsummary.drafts.workbook import read_workbook

            return read_workbook(content) if _is_form(content) else None
        case "docx":
            from propsummary.drafts.opening import open_outline
            from propsummary.drafts.word_forms import read_form

            return read_form(open_outline(content, format="docx"))
    return None


def _is_form(workbook: bytes) -> bool:
    """Whether it has the sheet that forms begin with and no full report, as the workbooks that are rendered have."""
    from propsummary.drafts.workbook.layout import OVERVIEW, sheet_named
    from propsummary.drafts.workbook.package import open_grids
    from propsummary.serde._source import Limits, Refused

    try:
        names = {grid.name for grid in open_grids(workbook, Limits())}
    except Refused:
        return False
    reports = {label("full_text", language) for language in ("zh", "zh-Hant", "en")}
    return names.isdisjoint(reports) and any(sheet_named(name) is OVERVIEW for name in names)


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "replace")


def _said(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces of a tracker that is held against another one: neither only says again what the other has."""
    return (attrs.evolve(piece, role="said") for piece in pieces)


def _in_draft(pieces: Iterable[Piece], draft: Draft) -> Iterator[Piece]:
    """The pieces with their places in the draft, as far as the draft says each of them once and in the same words."""
    assert draft.summary is not None
    paths: dict[str, Path | None] = {}
    for path, text in _leaves(draft.summary, draft.unknown):
        words = " ".join(text.split())
        paths[words] = None if words in paths else path
    for piece in pieces:
        found = paths.get(" ".join(piece.text.split()))
        span = draft.spans.of(found) if found else None
        if span is None:
            yield piece
        else:
            yield attrs.evolve(piece, place=Words(span.place, span.place)) if span.place else attrs.evolve(piece, line=span.line)


def _leaves(summary: Summary, unknown: frozenset[Path]) -> Iterator[tuple[Path, str]]:
    """Every passage and every figure of the summary with its path."""
    for step in walk(summary, unknown):
        if isinstance(step, Passage):
            yield step.path, step.text
            continue
        for field in attrs.fields(type(step.object)):
            value = getattr(step.object, field.name)
            if isinstance(value, Quantity | Change):
                yield (*step.path, field.name), value.text
