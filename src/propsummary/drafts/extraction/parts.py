"""Which part of the summary every block belongs to."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

import attrs

from propsummary._text import simplified
from propsummary.catalogue import departments
from propsummary.catalogue.prose import HeadingKind, prose_words
from propsummary.drafts.extraction.clauses import any_of, bare, trimmed
from propsummary.drafts.extraction.labels import names_cause, slot_of
from propsummary.drafts.numbers import read_number
from propsummary.drafts.outline import Block, Heading, Outline, Paragraph, Table
from propsummary.model import Part
from propsummary.periods import Period, find_periods, read_date

__all__ = ["Chapter", "PartName", "chapters", "kind_of", "says_only"]

#: The part that a block belongs to: one of the model's, or the lines around the title.
PartName: TypeAlias = Literal["title", "background", "results", "issues", "countermeasures", "outlook", "other"]

_PART: dict[str, PartName] = {
    "cases": "results",
    "follow_ups": "results",
    "causes": "issues",
    "directions": "outlook",
    "next": "countermeasures",
}


@attrs.frozen(kw_only=True)
class Chapter:
    """
    What stands below one heading, down to the next one.

    Attributes:
        part: The part that it belongs to.

        kind: What its heading announces, or the one around it: the part, or ``causes``, ``cases``, ``follow_ups``, ``directions``,
            ``signature``.

        heading: Its own heading; none for what stands before the first one and for the lines at the end.

        top: Whether the heading opens a part, so that it names no issue and no achievement.

        blocks: Paragraphs, tables and pictures.
    """

    part: PartName
    kind: str
    heading: Heading | None = None
    top: bool = False
    blocks: tuple[Block, ...] = ()

    @property
    def section_part(self) -> Part:
        """The part as the model has it; the lines around the title belong to none."""
        return next((part for part in Part if part.value == self.part), Part.OTHER)


def chapters(outline: Outline, period: Period | None = None) -> tuple[Chapter, ...]:
    """
    The chapters of *outline*, in reading order; every block is in one.

    Args:
        period: What the summary covers; a heading that names a later one opens the outlook.
    """
    blocks, signature = _without_signature(_with_labels(outline.blocks))
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level), len(blocks))
    found = [*_front(blocks[:first]), *_body(blocks[first:], period)]
    if signature:
        found.append(Chapter(part="other", kind="signature", blocks=tuple(signature)))
    return tuple(found)


def _with_labels(blocks: Sequence[Block]) -> Sequence[Block]:
    """*blocks*; where hardly a heading names a part, labels that do (``存在问题：一是……``) become headings."""
    named = {kind for block in blocks if isinstance(block, Heading) and block.level and (kind := kind_of(block.words.text))}
    return blocks if len(named) > 1 else [one for block in blocks for one in _unlabelled(block)]


def _unlabelled(block: Block) -> Iterator[Block]:
    """A paragraph without the label that names its part, and before it that label as a heading."""
    match = (
        re.match(r"[^，,；;。：:]{2,14}[：:。]\s*", block.words.text) if isinstance(block, Paragraph) and not block.kind else None
    )
    if not isinstance(block, Paragraph) or match is None or not _is_part(match[0]):
        yield block
        return
    yield Heading(level=1, number=block.number, words=trimmed(block.words.part(0, match.end())), position=block.position)
    if match.end() < len(block.words.text):
        yield attrs.evolve(block, number="", label=0, words=block.words.part(match.end()))


def _is_part(label: str) -> bool:
    words = [word for row in prose_words().headings for word in row.words]
    return kind_of(label) not in (None, "causes", "cases", "directions", "follow_ups") and says_only(label, words)


def kind_of(heading: str, period: Period | None = None) -> HeadingKind | None:
    """What a heading announces; none if its words tell nothing."""
    plain = simplified(heading)
    found: HeadingKind | None = None
    for row in prose_words().headings:
        if any(word in plain for word in row.words) and not (row.alone and not says_only(plain, row.words)):
            found = row.kind
            break
    if period and found in (None, "results", "background") and "完成" not in plain and "回顾" not in plain:
        later = [one for one in find_periods(plain, period=period) if one.first and one.first > period.last]
        if later:
            return "outlook"
    return found


def says_only(heading: str, words: Sequence[str]) -> bool:
    """Whether *heading* says nothing beside *words* and filler."""
    rest = re.sub(any_of(words), "", bare(simplified(heading)))
    return not _patterns()["filler"].sub("", rest)


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = prose_words()
    labels = [label for group in attrs.astuple(words.front) for label in group]
    names = [name for profile in departments() for name in profile.names if not name.isascii()]
    return {
        "filler": re.compile(f"(?:{any_of(words.filler.words)}|[0-9一二三四五六七八九十])*"),
        "label": re.compile(rf"(?:{any_of(labels)})\s*[:：]"),
        "closing": re.compile(any_of(words.closing.words)),
        "signer": re.compile(
            rf"[^，,。；;：:]{{0,24}}(?:{any_of(names)}|部|中心|处|队|组|公司)(?:[（(].{{1,10}}[）)]|\s+[\u4e00-\u9fff]{{2,4}})?|.*(?:签字|签名|盖章).*"
        ),
    }


def _without_signature(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Who signs, when, and with which formula, at the very end."""
    end = len(blocks)
    dated = signed = False
    while end > 1 and len(blocks) - end < 5:
        block = blocks[end - 1]
        if not isinstance(block, Paragraph) or block.number:
            break
        text = block.words.text
        if _is_date(text) or _dated_line(text):
            dated = True
        elif _patterns()["signer"].fullmatch(text) or (_patterns()["label"].match(text) and len(text) <= 40):
            signed = True
        elif not (_patterns()["closing"].search(text) and len(text) <= 40):
            break
        end -= 1
    return (list(blocks[:end]), list(blocks[end:])) if dated or signed or end < len(blocks) else (list(blocks), [])


def _is_date(text: str) -> bool:
    return read_date(text.strip("（）() ")) is not None


def _dated_line(text: str) -> bool:
    """A signer and a date on one line."""
    match = re.search(r"(?:20[0-9]{2}|[二〇零○]{2}[一二三四五六七八九〇零○]{2})\s*[年./-].{2,9}$", text)
    return bool(match and len(text) <= 36 and _is_date(match[0]) and not re.search("[，,。；;]", text))


def _front(blocks: Sequence[Block]) -> Iterator[Chapter]:
    """The title with the lines around it, and what stands before the first heading."""
    end = 0
    heading = None
    for block in blocks:
        if isinstance(block, Heading) and heading is None:
            heading = block
        elif not _belongs_to_title(block, first=end == 0):
            break
        end += 1
    if end:
        title = tuple(block for block in blocks[:end] if block is not heading)
        yield Chapter(part="title", kind="title", heading=heading, top=True, blocks=title)
    if rest := tuple(blocks[end:]):
        yield Chapter(part="background", kind="background", blocks=rest)


def _belongs_to_title(block: Block, *, first: bool) -> bool:
    if isinstance(block, Table):
        return any(_patterns()["label"].match(f"{cell.text}：") for row in block.rows for cell in row[:1])
    if not isinstance(block, Paragraph):
        return False
    text = block.words.text
    if block.kind == "front" or _dated_line(text) or (_patterns()["label"].search(text) and not re.search("[。；;]", text)):
        return True
    if re.search("[。；;，,：:]", text) or len(text) > 40:
        return False
    named = bool(find_periods(text)) or "总结" in text or "汇报" in text or _is_date(text)
    return named or bool(_patterns()["signer"].fullmatch(text)) or (first and len(text) <= 30)


def _body(blocks: Sequence[Block], period: Period | None) -> Iterator[Chapter]:
    groups: list[tuple[Heading, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading):
            groups.append((block, []))
        else:
            groups[-1][1].append(block)
    levels = [heading.level for heading, _ in groups if heading.level]
    sorter = _Sorter(groups, min(levels, default=1), period)
    for at, (heading, below) in enumerate(groups):
        kind, top = sorter.place(at)
        yield Chapter(part=_PART.get(kind, kind), kind=kind, heading=heading, top=top, blocks=tuple(below))  # type: ignore[arg-type]


class _Sorter:
    """Walks over the headings and says what each announces, seen from those before it."""

    def __init__(self, groups: Sequence[tuple[Heading, list[Block]]], outermost: int, period: Period | None) -> None:
        self._groups = groups
        self._outermost = outermost
        self._period = period
        self._current: str = ""
        self._opener: Heading | None = None
        told = [self._told(heading) for heading, _ in groups if heading.level <= outermost]
        self._tops = set(told)

    def place(self, at: int) -> tuple[str, bool]:
        """The kind of the chapter at *at*, and whether its heading opens a part."""
        heading = self._groups[at][0]
        told = self._told(heading)
        if heading.level <= self._outermost and (told or self._is_next(heading)):
            kind = self._by_content(at, told) or told or self._guessed(at)
            self._current, self._opener = self._settled(kind, at), heading
            return self._current, told is not None
        if told and told not in ("background", "results", "other", "next") and self._may_switch(heading, told):
            inner = _PART.get(told, told)
            if inner == told:
                self._current = told
            return told, True
        return self._current or "results", False

    def _guessed(self, at: int) -> str:
        """The kind of a part whose heading tells nothing: by who is named below it, else by what came before."""
        if self._current == "issues" and self._names_owners(at):
            return "countermeasures"
        return "results" if self._current in ("", "background", "results") else "other"

    def _by_content(self, at: int, told: str | None) -> str | None:
        """
        What the entries below a heading are, where it tells nothing, or names their cure alone (整改清单); none if they do not say.

        Entries that mostly name their causes are issues, with or without what is done about them.
        """
        if told not in (None, "countermeasures") or (told and "issues" in self._tops):
            return None
        return "issues" if self._tells_causes(at) else None

    def _tells_causes(self, at: int) -> bool:
        """Whether most of what stands below a heading, or a table's columns, names causes."""
        below = self._below(at)
        if any(slot_of(cell.text) == "cause" for block in below if isinstance(block, Table) for cell in block.rows[0]):
            return True
        told = [block.words.text for block in below if isinstance(block, Paragraph)]
        entries = [block for block in below if isinstance(block, Paragraph) and block.number] or told
        return len(entries) > 1 and sum(names_cause(text) for text in told) * 2 > len(entries)

    def _below(self, at: int) -> list[Block]:
        """What stands below a heading, down to the next one of its rank."""
        found = list(self._groups[at][1])
        for heading, blocks in self._groups[at + 1 :]:
            if heading.level <= self._groups[at][0].level:
                break
            found += blocks
        return found

    def _names_owners(self, at: int) -> bool:
        below = self._groups[at][1]
        told = "\n".join(block.words.text if isinstance(block, Paragraph) else _head(block) for block in below)
        slots = {slot.slot: slot.words for slot in prose_words().slots}
        labels = rf"(?:{any_of((*slots['owner'], *slots['measure']))})\s*[:：|]|由.{{2,14}}(?:负责|牵头)"
        return bool(re.search(labels, told))

    def _told(self, heading: Heading) -> str | None:
        return kind_of(heading.words.text, self._period)

    def _is_next(self, heading: Heading) -> bool:
        """Whether a heading that tells nothing stands beside the part's heading and not below it."""
        if self._opener is None or not self._opener.number or self._current in ("", "background", "results"):
            return True
        here, before = read_number(f"{heading.number} x"), read_number(f"{self._opener.number} x")
        return here is not None and before is not None and here.scheme == before.scheme and here.value == before.value + 1

    def _may_switch(self, heading: Heading, told: str) -> bool:
        """Whether a heading inside a part opens another: it says nothing else, and the summary has no such part of its own."""
        words = [word for row in prose_words().headings for word in row.words]
        if not says_only(heading.words.text, words):
            return False
        opener = self._opener.words.text if self._opener else ""
        named = _PART.get(told, told)
        if told in ("causes", "cases", "follow_ups", "directions"):
            return named == _PART.get(self._current, self._current) or told == "causes"
        if named == self._current:
            return any(word in opener for row in prose_words().headings if row.kind == told for word in row.words)
        return told not in self._tops or _names(opener, told)

    def _settled(self, kind: str, at: int) -> str:
        """What 下步打算 means here: measures where there are goals beside; ``next`` where owners are named and it may be both."""
        if kind != "next":
            return kind
        if "countermeasures" in self._tops:
            return "outlook"
        if "outlook" in self._tops:
            return "countermeasures"
        return "next" if "issues" in self._tops and self._names_owners(at) else "outlook"


def _head(block: Block) -> str:
    return "|".join(cell.text for cell in block.rows[0]) + "|" if isinstance(block, Table) and block.rows else ""


def _names(opener: str, kind: str) -> bool:
    return any(word in opener for row in prose_words().headings if row.kind == kind for word in row.words)
