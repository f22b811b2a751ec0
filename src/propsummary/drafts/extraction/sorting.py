"""Which part each heading opens, seen from those before it and from what stands below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of
from propsummary.drafts.extraction.kinds import kind_of, part_of, says_only
from propsummary.drafts.extraction.labels import labels_in, slot_of
from propsummary.drafts.extraction.owners import names_owner
from propsummary.drafts.extraction.slices import names_cause
from propsummary.drafts.numbers import read_number
from propsummary.drafts.outline import Block, Heading, Paragraph, Table
from propsummary.periods import Period
from propsummary.quantities import has_figure

__all__ = ["Sorter"]


class Sorter:
    """Walks over the headings and says what each announces, seen from those before it."""

    def __init__(self, groups: Sequence[tuple[Heading, list[Block]]], outermost: int, period: Period | None) -> None:
        self._groups = groups
        self._outermost = outermost
        self._period = period
        self._current: str = ""
        self._base: str = ""  # of the outer heading, where an inner one has switched
        self._inner = 0  # the level of that inner one
        self._opener: Heading | None = None
        told = [self._told(heading) for heading, _ in groups if heading.level <= outermost]
        self._tops = set(told)

    def place(self, at: int) -> tuple[str, bool]:
        """The kind of the chapter at *at*, and whether its heading opens a part."""
        heading = self._groups[at][0]
        told = self._told(heading)
        if heading.level <= self._outermost and (told or self._is_next(heading)):
            shown = self._by_content(at, told) or self._by_figures(at, told)
            kind = shown or told or self._guessed(at)
            self._current, self._opener = self._settled(kind, at), heading
            self._base, self._inner = self._current, 0
            return self._current, bool(told or shown)
        if heading.level < self._inner or (heading.level == self._inner and told == self._base == "results"):
            self._current, self._inner = self._base, 0
        if told and told not in ("background", "results", "other", "next") and self._may_switch(heading, told):
            inner = part_of(told)
            if inner == told:
                self._current, self._inner = told, heading.level
            return told, True
        return self._current or "results", False

    def _guessed(self, at: int) -> str:
        """The kind of a part whose heading tells nothing: by the parts or owners named below it, else by what came before."""
        if self._is_whole(at):
            return "results"
        if self._current == "issues" and self._names_owners(at):
            return "countermeasures"
        return "results" if self._current in ("", "background", "results") else "other"

    def _is_whole(self, at: int) -> bool:
        """Whether headings below one tell parts of their own: of 会议服务 the 工作情况 and the 存在问题."""
        inner: set[str | None] = set()
        for heading, _ in self._groups[at + 1 :]:
            if heading.level <= self._groups[at][0].level:
                break
            inner.add(self._told(heading))
        return "results" in inner and bool({"issues", "countermeasures"} & inner)

    def _by_content(self, at: int, told: str | None) -> str | None:
        """
        What the entries below a heading are, where it tells nothing, or names their cure alone (整改清单); none if they do not say.

        Entries that mostly name their causes are issues, with or without what is done about them; those that mostly label who
        answers are measures, and what names a cause right before them are issues. A heading with parts of its own is none of these.
        """
        if told not in (None, "countermeasures") or (told and "issues" in self._tops) or self._is_whole(at):
            return None
        if self._tells_causes(at):
            return "issues"
        if told or self._current in ("", "background"):
            return None
        return "countermeasures" if self._labels_owners(at) else "issues" if self._stands_before_cures(at) else None

    def _labels_owners(self, at: int) -> bool:
        """Whether most entries below a heading that tells nothing label who answers: ``责任人：``."""
        told = [block.words.text for block in self._groups[at][1] if isinstance(block, Paragraph)]
        return len(told) > 1 and sum("owner" in labels_in(text) for text in told) * 2 > len(told)

    def _stands_before_cures(self, at: int) -> bool:
        """Whether what stands below a heading that tells nothing names a cause, and the next such heading tells who cures it."""
        later = [nth for nth in range(at + 1, len(self._groups)) if self._groups[nth][0].level <= self._groups[at][0].level]
        cured = bool(later) and self._told(self._groups[later[0]][0]) in (None, "countermeasures") and self._labels_owners(later[0])
        below = [block.words.text for block in self._below(at) if isinstance(block, Paragraph)]
        return cured and "issues" not in self._tops and any(map(names_cause, below))

    def _by_figures(self, at: int, told: str | None) -> str | None:
        """``results`` where 工作概况 heads a list of what was done, and not who the department is."""
        items = [block for block in self._groups[at][1] if isinstance(block, Paragraph) and block.number]
        listed = len(items) > 1 and all(has_figure(block.words.text) for block in items)
        return "results" if told == "background" and listed and "工作" in self._groups[at][0].words.text else None

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
        labels = rf"(?:{any_of((*slots['owner'], *slots['measure']))})\s*[:：|]|由.{{2,14}}(?:负责|牵头)|(?m:^针对.{{2,40}}[：:])"
        return bool(re.search(labels, told)) or names_owner(told)

    def _plans(self, at: int) -> bool:
        """Whether a heading announces what shall be done (四季度工作计划, 6月安排), and no figures to be reached."""
        text = self._groups[at][0].words.text
        return bool(re.search("计划|安排|打算|思路|部署|重点工作", text)) and not re.search("目标|指标", text)

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
        named = part_of(told)
        if told in ("causes", "cases", "follow_ups", "directions"):
            return named == part_of(self._current) or told == "causes"
        if named == self._current:
            return any(word in opener for row in prose_words().headings if row.kind == told for word in row.words)
        return told not in self._tops or _names(opener, told)

    def _settled(self, kind: str, at: int) -> str:
        """What 下步打算 means here: measures where there are goals beside; ``next`` where owners are named and it may be both."""
        if kind == "outlook" and self._plans(at) and "issues" in self._tops and not {"countermeasures", "next"} & self._tops:
            return "next" if self._names_owners(at) else kind
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
