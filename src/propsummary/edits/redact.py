"""
A draft with the personal data in it masked, byte for byte the same everywhere else.

The words are replaced where they stand in the file, so that comments, order and layout stay; then the result is read again and
held against what it should be.
"""

from __future__ import annotations

import itertools
import json
import pathlib
import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from propsummary._privacy import find_personal
from propsummary._privacy.contacts import contacts
from propsummary._privacy.people import Pseudonyms
from propsummary._privacy.tables import parts
from propsummary.edits._leaves import Leaf, Leaves
from propsummary.edits._masking import Masker, apart, edits_of, pseudonyms
from propsummary.edits._places import Replacement, applied
from propsummary.errors import PropsummaryError
from propsummary.model import Draft
from propsummary.problems import Path
from propsummary.rules.privacy._pieces import personal_at
from propsummary.serde import Format, format_of, loads, sniff

__all__ = ["Redaction", "RedactionError", "redact"]

# Where a picture or a page is found is read by the program; whom a link calls or writes to is not.
_TARGET = re.compile(r"(\]\((?!tel:|mailto:)[^)\n]*\))")


class RedactionError(PropsummaryError, ValueError):
    """A draft cannot be masked without changing something else; nothing of it is given out."""


@attrs.frozen(kw_only=True)
class Redaction:
    """
    A draft without personal data.

    Attributes:
        text: The draft.

        encoding: The encoding of the original.

        masked: How many places were masked.

        people: How many people got a letter in place of their name.
    """

    text: str
    encoding: str
    masked: int
    people: int

    @property
    def data(self) -> bytes:
        """The draft in the encoding of the original."""
        return self.text.encode(self.encoding)


def redact(draft: Draft, *, staff: bool = False, format: Format | None = None) -> Redaction:
    """
    Mask phone numbers, plates, identity and card numbers, and residents whom a text names (王女士 becomes A女士), with their flats.

    The same person stays the same throughout. Figures, ids, file names and whatever the author and the organization say of
    themselves stay as they are; so do owners and other staff, unless *staff* is set.

    In prose every text is masked where it stands, but for where Markdown finds pictures and pages.

    Args:
        draft: A draft that was read from a text.

        staff: Whether names of staff (owners, author, reviewer) are masked as well, with the author's and the reviewer's numbers.

        format: The format of the text; told from the file's name or from the text if left out.

    Raises:
        ValueError: The draft holds no summary, or came from no text.

        RedactionError: Some data stands in a way that cannot be masked without changing something else.
    """
    if not draft.source or (draft.summary is None and not draft.prose):
        raise ValueError("only a draft that was read from a text and holds a summary can be redacted")
    if draft.prose:
        return _of_prose(draft, staff=staff)
    form = format or format_of(draft.file) or sniff(draft.source)
    leaves = Leaves(draft)
    passages = [leaf.text for leaf in leaves.texts if leaf.voice == "passage"]
    for whole in (False, True):  # first word by word; where that fails, the values anew
        names = pseudonyms(draft, passages, staff=staff)
        writer = _Writer(draft, form, names, staff=staff, whole=whole)
        text = writer.write(leaves)
        if leaves.are_kept_in(loads(text, form, file=draft.file, folder=draft.folder), writer.expected):
            return Redaction(text=text, encoding=draft.encoding, masked=writer.masked, people=len(writer.names.given))
    raise RedactionError("some personal data stands in keys or escapes that cannot be masked safely: take it out by hand")


def _of_prose(draft: Draft, *, staff: bool) -> Redaction:
    """Running text, masked line by line; there is nothing but words in it, so that nothing has to be read again."""
    lines = draft.source.splitlines(keepends=True)
    told = list(parts(lines))
    masker = Masker(draft, [lead + words for line in told for words, lead in line], staff=staff)
    text = "".join(
        words if _TARGET.fullmatch(words) else masker(words, lead, star=star)
        for line, star in zip(told, _stars(lines, draft.file), strict=True)
        for part, lead in line
        for words in _TARGET.split(part)
    )
    return Redaction(text=text, encoding=draft.encoding, masked=masker.masked, people=masker.people)


def _stars(lines: Sequence[str], file: str) -> Iterator[str]:
    r"""The star for each line: ``\*`` where Markdown would find emphasis between the stars of a paragraph or of a cell."""
    markdown = pathlib.PurePath(file).suffix.lower() in (".md", ".markdown")
    for kind, group in itertools.groupby(lines, key=_kind):
        together = list(group)
        passages = [cell for line in together for cell in line.split("|")] if kind == "row" else ["".join(together)]
        crowded = any(text.count("*") + len([*find_personal(text), *contacts(text)]) > 1 for text in passages)
        yield from (r"\*" if markdown and crowded else "*" for _ in together)


def _kind(line: str) -> str:
    """What *line* is to Markdown: a row of a table, a blank, or a part of a paragraph."""
    words = line.strip()
    return "row" if words.startswith("|") else "words" if words else "blank"


class _Writer:
    """Writes the draft anew, from the top to the end."""

    def __init__(self, draft: Draft, form: Format, names: Pseudonyms, *, staff: bool, whole: bool) -> None:
        """
        Args:
            staff: Whether staff is masked, too.

            whole: Whether values that hold anything to mask are written anew as a whole.
        """
        self.names = names
        self.masked = 0
        self.expected: Mapping[Path, str] = {}
        self._source = draft.source
        self._form = form
        self._staff = staff
        self._whole = whole

    def write(self, leaves: Leaves) -> str:
        """The text of the draft, masked."""
        by_place = sorted(leaves.texts, key=lambda leaf: (leaf.start, leaf.end))
        fixed = [(start, end) for start, end, _ in leaves.kept]
        pieces: list[str] = []
        at = 0
        masked: dict[Path, str] = {}
        starts = sorted([*((leaf.start, leaf.end, leaf) for leaf in by_place), *((s, e, None) for s, e in fixed)], key=_place)
        for start, end, leaf in starts:
            if start < at:  # a single word in place of a list, or a part of something that stays
                continue
            pieces.append(self._between(self._source[at:start]))
            raw = self._source[start:end]
            if leaf is None:
                pieces.append(raw)
            else:
                edits = self._edits(leaf)
                masked[leaf.path] = applied(leaf.text, edits)
                self.masked += len(edits)
                pieces.append(self._value(raw, leaf.text, edits))
            at = end
        pieces.append(self._between(self._source[at:]))
        self.expected = {leaf.path: masked.get(leaf.path, leaf.text) for leaf in leaves.texts}
        return "".join(pieces)

    def _edits(self, leaf: Leaf) -> list[Replacement]:
        personal = tuple(
            piece for piece in personal_at(leaf.path, leaf.text) if piece.kind != "phone-number" or not self._published(leaf)
        )
        return edits_of(leaf.text, personal, self.names, passage=leaf.voice == "passage")

    def _published(self, leaf: Leaf) -> bool:
        """Whether a phone number there may stay: the organization's may, those of its people while their names do."""
        return leaf.voice == "own" and (leaf.path[0] == "organization" or not self._staff)

    def _between(self, text: str) -> str:
        """What stands between values: keys, comments, what could not be read."""
        edits = apart((*self._numbers(text), *self.names.colleagues(text), *self.names.residents(text)))
        self.masked += len(edits)
        return applied(text, edits)

    def _numbers(self, text: str) -> Iterator[Replacement]:
        for piece in personal_at((), text):
            bare = self._form != "yaml" and text[: piece.start].rstrip(" \t")[-1:] in (":", "=")
            yield piece.start, piece.end, f'"{piece.masked}"' if bare else piece.masked

    def _value(self, raw: str, text: str, edits: list[Replacement]) -> str:
        """A value as it stands in the file, masked."""
        if not edits:
            return raw
        here = None if self._whole or (self._form != "yaml" and raw[:1] not in ('"', "'")) else list(_in_raw(raw, text, edits))
        if here is None or len(here) < len(edits):
            return json.dumps(applied(text, edits), ensure_ascii=False) + ("\n" if raw.endswith("\n") else "")
        return applied(raw, here)


def _place(piece: tuple[int, int, Leaf | None]) -> tuple[int, int]:
    return piece[0], -piece[1]


def _in_raw(raw: str, text: str, edits: list[Replacement]) -> Iterator[Replacement]:
    """The edits of *text* at their places in *raw*, as far as the words stand there as they are."""
    for start, end, new in edits:
        word = text[start:end]
        at = -1
        for _ in range(text.count(word, 0, start) + 1):  # the same word may stand before, where it means something else
            at = raw.find(word, at + 1)
            if at < 0:
                return
        yield at, at + len(word), new
