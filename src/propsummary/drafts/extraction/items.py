"""The items of a part: one issue, measure or goal each, with its fields."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from propsummary.drafts.extraction.attributes import attributes_in
from propsummary.drafts.extraction.causes import lists_causes, opens_cause, tells_state
from propsummary.drafts.extraction.clauses import sentences, trimmed
from propsummary.drafts.extraction.dates import deadline_in
from propsummary.drafts.extraction.entries import (
    Entry,
    denies,
    entries_of,
    is_about_table,
    is_closing,
    is_name,
    leads,
    perorates,
    titled,
    with_fields,
)
from propsummary.drafts.extraction.goal_lists import (
    aims_in,
    counted_goals,
    deadline_of_all,
    is_aside,
    is_lead_with_date,
    labelled_goal,
    several_goals,
    shared_deadline,
)
from propsummary.drafts.extraction.item import Item, Leftover
from propsummary.drafts.extraction.item_tables import table_items
from propsummary.drafts.extraction.labels import Slice
from propsummary.drafts.extraction.parts import Chapter
from propsummary.drafts.extraction.rows import split_row
from propsummary.drafts.extraction.slices import begins_with_label, names_cause, slices
from propsummary.drafts.extraction.untold import untold
from propsummary.drafts.numbers import read_number
from propsummary.drafts.outline import Paragraph, Table, Words
from propsummary.periods import Period
from propsummary.quantities import has_figure

__all__ = ["items"]


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
        told = (words for item in reader.items for words in (item.title, *(one.words for one in item.slices)) if words)
        reader.left += untold(chapter.blocks, (*told, *reader.left))
        for item in reader.items:
            said = item.joined("issue")
            if primary == "issue" and said and len(item.slices) == 1 and not item.title and denies(said.text):
                left.append(Leftover(chapter, said, aside=True))
            else:
                found.append(attrs.evolve(item, chapter=chapter))
        left += (Leftover(chapter, words) for words in reader.left)
    return found, left


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
        tabled = False
        for block in self._chapter.blocks:
            if isinstance(block, Paragraph):
                paragraphs.append(block)
            elif isinstance(block, Table):
                told = table_items(block, self._primary, self._period)
                tabled = tabled or told is not None
                self._paragraphs(self._not_about_table(paragraphs) if tabled else paragraphs)
                paragraphs = []
                self._table(block, told)
        self._paragraphs(self._not_about_table(paragraphs) if tabled else paragraphs)

    def _not_about_table(self, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
        """Of the paragraphs around a table of issues or measures those that do more than speak of it; the others are left over."""
        if self._primary == "goal":
            return paragraphs
        about = [one for one in paragraphs if not one.number and not one.kind and is_about_table(one.words.text)]
        self.left += (one.words for one in about)
        return [one for one in paragraphs if one not in about]

    def _table(self, table: Table, told: tuple[list[Item], list[Words]] | None) -> None:
        """A table, with the entries that its rows tell and what is left over; all words of one that tells none."""
        if told is None:
            self.left += (words for row in table.rows for cell in row if not cell.merged for words in cell.words)
            return
        self.items += (attrs.evolve(item, topic=self._topic) for item in told[0])
        self.left += told[1]

    @property
    def _title(self) -> Words | None:
        heading = self._chapter.heading
        return heading.words if heading and not self._chapter.top else None

    def _paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        usual = [one for one in paragraphs if not one.kind or one.kind == "box"]
        self.left += (one.words for one in paragraphs if one not in usual)
        if not usual:
            if self._title and not self._chapter.blocks and self._primary != "goal":
                told = self._slices(self._title) if self._primary == "measure" else ()
                self.items.append(Item(title=None if told else self._title, slices=told))
            return
        opening, entries = entries_of(usual)
        if self._is_one(opening, entries):
            self._single(usual)
            return
        slots = {begins_with_label(entry.head.words.text) for entry in entries}
        if len(entries) == 0 or (opening and not slots & {None, self._primary}):  # an issue, and as a list why it is
            self._unnumbered(usual)
            return
        self.left += (paragraph.words for paragraph in opening)
        before = len(self.items)
        for entry in with_fields(entries, self._primary):
            self._entry(entry, only=len(entries) == 1)
        self._date_from([paragraph.words for paragraph in opening], before)

    def _is_one(self, opening: Sequence[Paragraph], entries: Sequence[Entry]) -> bool:
        """Whether all paragraphs below a heading tell of the one thing that it names."""
        if self._title is None or self._primary == "goal":
            return False
        labelled = [begins_with_label(one.text) or bool(attributes_in(one)) for one in (entry.head.words for entry in entries)]
        return (
            not entries
            or (all(labelled) and labelled.count("issue") < 2)
            or (bool(opening) and sum(map(bool, labelled)) * 2 > len(entries))
        )

    def _single(self, paragraphs: Sequence[Paragraph]) -> None:
        """One item under its own heading."""
        named = [Slice("issue", self._title)] if self._title else []
        found: list[Slice] = []
        why = self._listed_causes(named, paragraphs)
        for paragraph in paragraphs:
            words = paragraph.words
            found += [Slice("cause", trimmed(words))] if paragraph in why else self._continued([*named, *found], words)
        number = read_number(f"{self._chapter.heading.number} x") if self._chapter.heading else None
        self.items.append(Item(title=self._title, slices=tuple(found), number=number.value if number else 0))

    def _slices(self, words: Words) -> tuple[Slice, ...]:
        return slices(words, self._primary, self._period)

    def _entry(self, entry: Entry, *, only: bool) -> None:
        title, words = titled(entry.head, self._primary)
        members = self._members(entry, words, only=only) if not title else ()
        if members:
            self._row(members)
            self.left += (paragraph.words for paragraph in entry.rest if not self._dates_all(paragraph.words))
            return
        if self._primary == "goal" and (several := several_goals(words)):
            self.left += several[0]
            self.items += (Item(slices=self._slices(one), topic=self._topic) for one in several[1])
            self.left += (paragraph.words for paragraph in entry.rest if not self._dates_all(paragraph.words))
            return
        if self._primary == "issue" and entry.rest and not title and is_name(words.text):
            title, words = trimmed(words), words.part(len(words.text))
        found = list(self._slices(words)) if words.text else []
        behind: list[Words] = []
        why = self._listed_causes(found, entry.rest)
        for paragraph in entry.rest:
            if paragraph in why:
                found.append(Slice("cause", trimmed(paragraph.words)))
            elif is_closing(paragraph.words.text) or (self._primary == "goal" and not begins_with_label(paragraph.words.text)):
                behind.append(paragraph.words)
            else:
                found += self._continued(found, paragraph.words)
        self.items.append(Item(title=title, slices=tuple(found), number=entry.number, topic=self._topic))
        self.left += (words for words in behind if not self._dates_all(words))

    def _members(self, entry: Entry, words: Words, *, only: bool) -> tuple[Words, ...]:
        """The entries that one numbered paragraph holds: （1）…（2）…; 1、…；2、… where its own number is the first of them."""
        if self._primary == "cause" or (entry.rest and self._primary != "goal"):
            return ()
        if begins_with_label(words.text) not in (None, self._primary):  # 措施一：…… among issues
            return ()
        rows = split_row(words)
        if rows and not rows[0].text:
            return rows[1]
        rows = split_row(words, first=2) if only and entry.number == 1 else None
        return (rows[0], *rows[1]) if rows and rows[0].text else ()

    def _listed_causes(self, before: Sequence[Slice], rest: Sequence[Paragraph]) -> Sequence[Paragraph]:
        """Of the paragraphs that go on with an issue told with a figure those of a numbered list that says why it is."""
        listed = [one for one in rest if one.number and not begins_with_label(one.words.text) and not attributes_in(one.words)]
        told = [*(one.words for one in before if one.slot == "issue"), *(one.words for one in rest if not one.number)]
        if self._primary != "issue" or not any(has_figure(one.text) for one in told):
            return ()
        return listed if lists_causes([one.words.text for one in listed]) else ()

    def _continued(self, before: Sequence[Slice], words: Words) -> tuple[Slice, ...]:
        """A paragraph that goes on with an entry: behind an issue told with a figure also what sounds like its cause."""
        if self._primary == "issue" and (beside := attributes_in(words)):
            return beside
        told = (one.words.text for one in before if one.slot == "issue")
        if self._primary == "issue" and any(map(has_figure, told)) and not names_cause(words.text) and tells_state(words.text):
            return (Slice("cause", trimmed(words)),)
        return self._slices(words)

    @property
    def _topic(self) -> str:
        return self._title.text if self._title else ""

    def _unnumbered(self, paragraphs: Sequence[Paragraph]) -> None:
        before, leading = len(self.items), []
        for nth, paragraph in enumerate(paragraphs):
            if self._dates_all(paragraph.words):
                continue
            if is_closing(paragraph.words.text):
                self.left.append(paragraph.words)
                continue
            if self._leads(paragraph.words, first=len(paragraphs) > 1 and nth == 0):
                leading.append(paragraph.words)
                continue
            slot = begins_with_label(paragraph.words.text)
            if slot and slot != self._primary and self.items and not self.items[-1].tabled:
                last = self.items[-1]
                self.items[-1] = attrs.evolve(last, slices=(*last.slices, *self._slices(paragraph.words)))
                continue
            rows = split_row(paragraph.words)
            if rows and not (self._primary == "issue" and opens_cause(f"{rows[0].text}：", anywhere=True)):
                self.left += (rows[0],) if rows[0].text else ()
                self._row(rows[1], rows[0], first=len(self.items) + 1 if len(rows[1]) == 1 else 1)
            elif self._primary == "goal":
                self._sentences(paragraph)
            elif self._primary == "issue" and nth and self.items and re.match("[这该此]|上述|以上", paragraph.words.text):
                last = self.items[-1]
                self.items[-1] = attrs.evolve(last, slices=(*last.slices, *self._continued(last.slices, paragraph.words)))
            else:
                title, words = titled(paragraph, self._primary)
                found = self._slices(words) if words.text else ()
                self.items.append(Item(title=title, slices=tuple(found), topic=self._topic))
        self.left += leading
        self._date_from(leading, before)

    def _leads(self, words: Words, *, first: bool) -> bool:
        """Whether a paragraph only leads over to what follows, or dates all goals that do."""
        return leads(words.text, first=first) or (first and self._primary == "goal" and is_lead_with_date(words, self._period))

    def _row(self, members: Sequence[Words], lead: Words | None = None, *, first: int = 1) -> None:
        """Members of a row in one passage; behind the last goal a sentence may date all of them."""
        before = len(self.items)
        last, closing = members[-1], None
        if self._primary == "goal" and len(told := list(sentences(last))) > 1 and shared_deadline(told[-1], self._period):
            last, closing = trimmed(last.part(0, last.text.rindex(told[-1].text))), told[-1]
        for nth, member in enumerate((*members[:-1], last), first):
            self.items.append(Item(slices=self._slices(member), number=nth, topic=self._topic))
        if closing:
            self._dates_all(closing)
        self._date_from([lead] if lead else [], before)

    def _date_from(self, leading: Sequence[Words], before: int) -> None:
        """Goals from place *before* on are due when what leads over to them says: ``到2026年12月31日，实现以下目标：``."""
        date = next(filter(None, (deadline_of_all(words, self._period) for words in leading)), None)
        if date and self._primary == "goal":
            self.items[before:] = [self._dated(one, date) for one in self.items[before:]]

    def _sentences(self, paragraph: Paragraph) -> None:
        """Goals that stand in one paragraph, parted by stops; a sentence without a word of aim leads over."""
        label, body = labelled_goal(paragraph.words)
        self.left += label
        before = len(self.items)
        pieces = list(sentences(body))
        for nth, sentence in enumerate(pieces):
            behind = self.items and (perorates(sentence.text) or is_aside(sentence.text))
            if behind or (nth == 0 and len(pieces) > 1 and leads(sentence.text)):
                self.left.append(sentence)
            elif not self._dates_all(sentence):
                aims = aims_in(sentence, self._period)
                date = (Slice("deadline", aims.deadline),) if aims.deadline else ()
                self.left += aims.leading
                self.items += (Item(slices=(*self._slices(one), *date), topic=self._topic) for one in aims.goals)
        self._date_from(label, before)

    def _dates_all(self, words: Words) -> bool:
        """Whether *words* only say by when all goals before are due; then those without a date of their own have that one."""
        date = shared_deadline(words, self._period) if self._primary == "goal" and self.items else None
        if date:
            meant = counted_goals(words, len(self.items))
            self.items[meant] = [self._dated(one, date) for one in self.items[meant]]
        return date is not None

    def _dated(self, item: Item, date: Words) -> Item:
        said = item.joined("goal")
        own = item.first("deadline") or (said and deadline_in(said, self._period))
        return item if own else attrs.evolve(item, slices=(*item.slices, Slice("deadline", date)))
