"""The items of a part: one issue, measure or goal each, with its fields."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of, sentences, trimmed
from propsummary.drafts.extraction.dates import deadline_in
from propsummary.drafts.extraction.goal_lists import aims_in, labelled_goal, several_goals, shared_deadline
from propsummary.drafts.extraction.labels import (
    Slice,
    begins_with_label,
    names_cause,
    slices,
    slot_of,
    sounds_like_cause,
    split_row,
)
from propsummary.drafts.extraction.parts import Chapter
from propsummary.drafts.numbers import Scheme, read_number
from propsummary.drafts.outline import Paragraph, Table, Words, join
from propsummary.periods import Period
from propsummary.quantities import has_figure, read_quantity

__all__ = ["Item", "Leftover", "items"]


@attrs.frozen(kw_only=True)
class Item:
    """
    One entry of a part.

    Attributes:
        title: A heading or label that names it.

        slices: Its fields, in reading order.

        number: Which of its siblings it is, counted from 1; 0 where siblings are not numbered.

        topic: The heading that it stands below together with others; empty for none.

        tabled: Whether it is a row of a table.

        chapter: Where it stands.
    """

    title: Words | None = None
    slices: tuple[Slice, ...] = ()
    number: int = 0
    topic: str = ""
    tabled: bool = False
    chapter: Chapter | None = None

    def all(self, slot: str) -> tuple[Words, ...]:
        """The words of one field."""
        return tuple(one.words for one in self.slices if one.slot == slot)

    def first(self, slot: str) -> Words | None:
        """The first words of one field."""
        return next(iter(self.all(slot)), None)

    def joined(self, slot: str) -> Words | None:
        """All words of one field as one passage."""
        words = self.all(slot)
        return join(words, "。") if len(words) > 1 else words[0] if words else None


@attrs.frozen
class Leftover:
    """
    Words that became part of no object, with the chapter that they stand in.

    Attributes:
        aside: Whether that is as it should be: headings, and what belongs to no part.
    """

    chapter: Chapter
    words: Words
    aside: bool = False


def items(chapters: Sequence[Chapter], primary: str, period: Period | None) -> tuple[list[Item], list[Leftover]]:
    """
    The entries of all *chapters*, and what is left over.

    Args:
        primary: What an entry without labels is: ``issue``, ``cause``, ``measure`` or ``goal``.
    """
    found: list[Item] = []
    left: list[Leftover] = []
    for chapter in chapters:
        reader = _Reader(chapter, primary, period)
        reader.read()
        found += (attrs.evolve(item, chapter=chapter) for item in reader.items)
        left += (Leftover(chapter, words) for words in reader.left)
    return found, left


@attrs.frozen
class _Entry:
    """A numbered paragraph with those that go on with it."""

    head: Paragraph
    rest: tuple[Paragraph, ...] = ()
    number: int = 0


class _Reader:
    """Reads one chapter."""

    def __init__(self, chapter: Chapter, primary: str, period: Period | None) -> None:
        self._chapter = chapter
        self._primary = primary
        self._period = period
        self.items: list[Item] = []
        self.left: list[Words] = []

    def read(self) -> None:
        """Read everything."""
        paragraphs: list[Paragraph] = []
        for block in self._chapter.blocks:
            if isinstance(block, Paragraph):
                paragraphs.append(block)
            elif isinstance(block, Table):
                self._paragraphs(paragraphs)
                paragraphs = []
                self._table(block)
        self._paragraphs(paragraphs)

    @property
    def _title(self) -> Words | None:
        heading = self._chapter.heading
        return heading.words if heading and not self._chapter.top else None

    def _paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        usual = [one for one in paragraphs if not one.kind or one.kind == "box"]
        self.left += (one.words for one in paragraphs if one not in usual)
        if not usual:
            if self._title and not self._chapter.blocks and self._primary != "goal":
                self.items.append(Item(title=self._title))
            return
        opening, entries = _entries(usual)
        if self._is_one(opening, entries):
            self._single(usual)
            return
        if len(entries) == 0:
            self._unnumbered(opening)
            return
        if opening:
            self._lead(opening, entries)
        for entry in entries:
            self._entry(entry)

    def _is_one(self, opening: Sequence[Paragraph], entries: Sequence[_Entry]) -> bool:
        """Whether all paragraphs below a heading tell of the one thing that it names."""
        if self._title is None or self._primary == "goal":
            return False
        labelled = [begins_with_label(entry.head.words.text) for entry in entries]
        return (
            not entries
            or (all(labelled) and labelled.count("issue") < 2)
            or (bool(opening) and sum(map(bool, labelled)) * 2 > len(entries))
        )

    def _single(self, paragraphs: Sequence[Paragraph]) -> None:
        """One item under its own heading."""
        named = [Slice("issue", self._title)] if self._title else []
        found: list[Slice] = []
        for paragraph in paragraphs:
            found += self._continued([*named, *found], paragraph.words)
        number = read_number(f"{self._chapter.heading.number} x") if self._chapter.heading else None
        self.items.append(Item(title=self._title, slices=tuple(found), number=number.value if number else 0))

    def _slices(self, words: Words) -> tuple[Slice, ...]:
        return slices(words, self._primary, self._period)

    def _lead(self, opening: Sequence[Paragraph], entries: Sequence[_Entry]) -> None:
        """What stands before the numbered ones: usually a sentence that leads over."""
        for paragraph in opening:
            self.left.append(paragraph.words)

    def _entry(self, entry: _Entry) -> None:
        title, words = _titled(entry.head, self._primary)
        rows = split_row(words) if self._primary in ("issue", "measure", "goal") and not title else None
        if rows and not entry.rest and not rows[0].text:
            for nth, member in enumerate(rows[1], 1):
                self.items.append(Item(slices=self._slices(member), number=nth, topic=self._topic))
            return
        if self._primary == "goal" and (several := several_goals(words)):
            self.left += several[0]
            self.items += (Item(slices=self._slices(one), topic=self._topic) for one in several[1])
            self.left += (paragraph.words for paragraph in entry.rest if not self._dates_all(paragraph.words))
            return
        found = list(self._slices(words)) if words.text else []
        behind: list[Words] = []
        for paragraph in entry.rest:
            if _is_closing(paragraph.words.text) or (self._primary == "goal" and not begins_with_label(paragraph.words.text)):
                behind.append(paragraph.words)
            else:
                found += self._continued(found, paragraph.words)
        self.items.append(Item(title=title, slices=tuple(found), number=entry.number, topic=self._topic))
        self.left += (words for words in behind if not self._dates_all(words))

    def _continued(self, before: Sequence[Slice], words: Words) -> tuple[Slice, ...]:
        """A paragraph that goes on with an entry: behind an issue told with a figure also what sounds like its cause."""
        told = [one for one in before if one.slot == "issue" and has_figure(one.words.text)]
        if self._primary == "issue" and told and not names_cause(words.text) and sounds_like_cause(words.text):
            return (Slice("cause", trimmed(words)),)
        return self._slices(words)

    @property
    def _topic(self) -> str:
        return self._title.text if self._title else ""

    def _unnumbered(self, paragraphs: Sequence[Paragraph]) -> None:
        for nth, paragraph in enumerate(paragraphs):
            if self._dates_all(paragraph.words):
                continue
            if _is_closing(paragraph.words.text) or (len(paragraphs) > 1 and nth == 0 and _leads(paragraph.words.text)):
                self.left.append(paragraph.words)
                continue
            slot = begins_with_label(paragraph.words.text)
            if slot and slot != self._primary and self.items and not self.items[-1].tabled:
                last = self.items[-1]
                self.items[-1] = attrs.evolve(last, slices=(*last.slices, *self._slices(paragraph.words)))
                continue
            rows = split_row(paragraph.words)
            if rows:
                self._row(*rows)
            elif self._primary == "goal":
                self._sentences(paragraph)
            else:
                title, words = _titled(paragraph, self._primary)
                found = self._slices(words) if words.text else ()
                self.items.append(Item(title=title, slices=tuple(found), topic=self._topic))

    def _row(self, lead: Words, members: Sequence[Words]) -> None:
        if lead.text:
            self.left.append(lead)
        for nth, member in enumerate(members, 1):
            self.items.append(Item(slices=self._slices(member), number=nth, topic=self._topic))

    def _sentences(self, paragraph: Paragraph) -> None:
        """Goals that stand in one paragraph, parted by stops; a sentence without a word of aim leads over."""
        label, body = labelled_goal(paragraph.words)
        self.left += label
        pieces = list(sentences(body))
        for nth, sentence in enumerate(pieces):
            if nth == 0 and len(pieces) > 1 and _leads(sentence.text):
                self.left.append(sentence)
            elif not self._dates_all(sentence):
                aims = aims_in(sentence, self._period)
                date = (Slice("deadline", aims.deadline),) if aims.deadline else ()
                self.items += (Item(slices=(*self._slices(one), *date), topic=self._topic) for one in aims.goals)

    def _dates_all(self, words: Words) -> bool:
        """Whether *words* only say by when all goals before are due; then those without a date of their own have that one."""
        date = shared_deadline(words, self._period) if self._primary == "goal" and self.items else None
        if date:
            self.items = [self._dated(one, date) for one in self.items]
        return date is not None

    def _dated(self, item: Item, date: Words) -> Item:
        said = item.joined("goal")
        own = item.first("deadline") or (said and deadline_in(said, self._period))
        return item if own else attrs.evolve(item, slices=(*item.slices, Slice("deadline", date)))

    def _table(self, table: Table) -> None:
        """The rows of a table whose headings are labels; any other is left over."""
        head = [slot_of(cell.text) for cell in table.rows[0]] if table.rows and table.headers else []
        columns = _columns(head, self._primary)
        if self._primary == "goal":
            columns = _figures(columns, table)
        if self._primary not in columns and not {"issue", "measure", "goal"} & set(columns):
            self.left += (words for row in table.rows for cell in row if not cell.merged for words in cell.words)
            return
        above: dict[int, tuple[Words, ...]] = {}
        for nth, row in enumerate(table.rows[table.headers :], 1):
            found: list[Slice] = []
            for at, cell in enumerate(row):
                above[at] = above.get(at, ()) if cell.merged else cell.words
                slot = columns[at] if at < len(columns) else None
                words = join(above[at], "\n") if above[at] else None
                if words is None or not words.text or words.text in ("/", "-", "—", "无"):
                    continue
                if slot is None or slot in ("area", "status"):
                    self.left.append(words)
                elif slot in ("issue", "cause", "measure", "owner"):
                    found += slices(words, slot, self._period)
                elif slot != "number":
                    found.append(Slice(slot, trimmed(words)))
            if found:
                self.items.append(Item(slices=tuple(found), number=nth, topic=self._topic, tabled=True))


def _columns(head: Sequence[str | None], primary: str) -> list[str | None]:
    """The fields of the columns; one heading of two kinds means the one that is asked for."""
    columns = list(head)
    if primary not in columns:
        other = {"issue": ("goal",), "goal": ("target", "measure"), "measure": ("goal", "issue")}.get(primary, ())
        for name in other:
            if name in columns and not (name == "target" and "goal" in columns):
                columns[columns.index(name)] = primary
                break
    return columns


def _figures(columns: list[str | None], table: Table) -> list[str | None]:
    """The columns of a table of goals: of those with figures, one tells the target (明年目标), one where it starts (今年实际)."""
    heads = [cell.text for cell in table.rows[0]]
    found = list(columns)
    for at, head in enumerate(heads):
        cells = [row[at].text for row in table.rows[table.headers :] if at < len(row) and row[at].text]
        amounts = bool(cells) and sum(read_quantity(text) is not None for text in cells) * 2 > len(cells)
        behind = "goal" in columns[:at] or (at > 0 and "goal" not in columns)
        if not amounts or not behind or columns[at] not in (None, "goal", "target", "baseline", "status"):
            continue
        if _STARTS.search(head) and "baseline" not in found:
            found[at] = "baseline"
        elif _AIMED.search(head) and "target" not in found:
            found[at] = "target"
    return found


_STARTS = re.compile("实际|现状|现值|当前|目前|实绩|完成值|基期|基数|[今本去上]年(?!目标|计划|指标)")
_AIMED = re.compile("目标|计划|指标|预期|拟达|达到")


def _entries(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[_Entry]]:
    """Paragraphs before the first numbered one, and the numbered ones with those that go on with them."""
    opening: list[Paragraph] = []
    entries: list[_Entry] = []
    level = min((one.level for one in paragraphs if one.number), default=0)
    outer = None
    for at, paragraph in enumerate(paragraphs):
        number = _number(paragraph, paragraphs[at + 1] if at + 1 < len(paragraphs) else None, entries[-1].number if entries else 0)
        scheme = number[0] if number else None
        if number and outer is None:
            outer = scheme
        if number and paragraph.level == level and scheme == outer:
            entries.append(_Entry(number[2], number=number[1]))
        elif entries:
            entries[-1] = attrs.evolve(entries[-1], rest=(*entries[-1].rest, paragraph))
        else:
            opening.append(paragraph)
    return opening, entries


def _number(paragraph: Paragraph, following: Paragraph | None, before: int) -> tuple[int, int, Paragraph] | None:
    """Scheme, value and paragraph; a number that could be part of the text (1.6月, 1、8月) counts where it is the next one."""
    if paragraph.number:
        found = read_number(f"{paragraph.number} x")
        return (found.scheme, found.value, paragraph) if found else (-1, 0, paragraph)
    match = re.match(r"([1-9])[.．、]\s*", paragraph.words.text)
    if match is None or int(match[1]) != before + 1:
        return None
    after = read_number(f"{following.number} x") if following and following.number else None
    goes_on = after is not None and after.value == before + 2
    if goes_on or "、" in match[0]:
        scheme = after.scheme if after and goes_on else Scheme.ARABIC
        return scheme, before + 1, attrs.evolve(paragraph, words=paragraph.words.part(match.end()))
    return None


def _titled(paragraph: Paragraph, primary: str) -> tuple[Words | None, Words]:
    """The label that names an entry, and what it says; only issues have a title apart from what they say."""
    words = paragraph.words
    if begins_with_label(words.text):
        return None, words
    if paragraph.label:
        title, rest = trimmed(words.part(0, paragraph.label)), words.part(paragraph.label)
        if primary == "issue" or not rest.text:
            return (title, rest) if rest.text else (None, words)
    if primary != "issue":
        return None, words
    colon = re.match(r"[^，,；;。.：:（(]{2,20}[：:](?=\s*\S)", words.text)
    if colon:
        return trimmed(words.part(0, colon.end())), words.part(colon.end())
    stop = re.match(r"[^，,；;。：:]{4,18}[。.](?![0-9])(?=\s*\S{6})", words.text)
    if stop and not has_figure(stop[0]) and not begins_with_label(words.text[stop.end() :].lstrip()):
        return trimmed(words.part(0, stop.end())), words.part(stop.end())
    return None, words


def _leads(text: str) -> bool:
    """Whether a sentence only leads over to what follows."""
    leading = any_of(prose_words().leading.words)
    return text.endswith((":", "：")) or (not has_figure(text) and bool(re.search(leading, text)) and len(text) <= 80)


def _is_closing(text: str) -> bool:
    return len(text) <= 40 and bool(re.search(any_of(prose_words().closing.words), text))
