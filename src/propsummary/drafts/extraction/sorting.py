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
from propsummary.drafts.levels import frames
from propsummary.drafts.numbers import Scheme, read_number
from propsummary.drafts.outline import Block, Heading, Paragraph, Table
from propsummary.periods import Period
from propsummary.quantities import has_figure

__all__ = ["Sorter"]

_TARGET = re.compile(
    r"(?:达到?|[降升提压增高]至|[降升压到]到|控制在|保持在|不低于|不少于|不超过|不高于)\s*\d|\d[^，,；;。]{0,6}(?:以[上下内]|为零)"
)

#: What a heading within a part announces for all headings below it too.
_WITHIN = ("cases", "risks", "directions", "innovations")


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
        told = {at: self._told(heading) for at, (heading, _) in enumerate(groups) if heading.level <= outermost}
        self._named = set(told.values())
        self._first = next((at for at, kind in told.items() if kind != "background"), 0)
        self._shown = {at: shown for at, kind in told.items() if (shown := self._by_content(at, kind))}
        self._tops = {kind for at, kind in told.items() if at not in self._shown or kind != "outlook"} | set(self._shown.values())

    def place(self, at: int) -> tuple[str, bool]:
        """The kind of the chapter at *at*, and whether its heading opens a part."""
        heading = self._groups[at][0]
        told = self._told(heading)
        if told == "innovations" and part_of(self._current) != "outlook":  # among results they are what was done
            told = None
        if heading.level <= self._outermost and (told or self._is_next(heading)):
            shown = self._shown.get(at) or self._by_figures(at, told)
            kind = shown or told or self._guessed(at)
            self._current, self._opener = self._settled(kind, at), heading
            self._base, self._inner = self._current, 0
            return self._current, bool(told or shown)
        beside = self._current in _WITHIN or told == self._base == "results"
        if heading.level < self._inner or (heading.level == self._inner and beside):
            self._current, self._inner = self._base, 0
        if told and told not in ("background", "results", "other", "next") and self._may_switch(heading, told):
            inner = part_of(told)
            if inner == told or told in _WITHIN:
                self._current, self._inner = told, heading.level
            return told, True
        return self._current or "results", False

    def _guessed(self, at: int) -> str:
        """The kind of a part whose heading tells nothing: by the parts or owners named below it, else by what came before."""
        if self._is_whole(at):
            return "results"
        if self._current == "issues" and self._names_owners(at):
            return "countermeasures"
        if self._current in ("issues", "countermeasures") and "outlook" not in self._tops and self._aims(at):
            return "outlook"
        return "results" if part_of(self._current) in ("", "background", "results") else "other"

    def _aims(self, at: int) -> bool:
        """Whether most entries below a heading name a figure to be reached."""
        told = [block.words.text for block in self._groups[at][1] if isinstance(block, Paragraph)]
        return bool(told) and sum(map(bool, map(_TARGET.search, told))) * 2 > len(told)

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
        if self._asks_how(at, told):
            return "countermeasures" if self._assigns(at) else None
        if told not in (None, "countermeasures") or (told and "issues" in self._named) or self._is_whole(at):
            return None
        if self._tells_causes(at):
            return "issues" if told or at > self._first else None
        if told or at <= self._first:
            return None
        return "countermeasures" if self._assigns(at) else "issues" if self._stands_before_cures(at) else None

    def _asks_how(self, at: int, told: str | None) -> bool:
        """Whether a heading of a later period asks how: 来年怎么把窟窿补上."""
        asks = re.search("怎么|怎样|如何|咋", self._groups[at][0].words.text) is not None
        return told == "outlook" and asks and "countermeasures" not in self._named

    def _assigns(self, at: int) -> bool:
        """Whether most entries below a heading label who answers (``责任人：``), or name them with a date."""
        told = [block.words.text for block in self._groups[at][1] if isinstance(block, Paragraph)]
        told = told if len(told) > 1 else re.split("[。；;]", told[0].rstrip("。；;")) if told else []
        owned = (
            "owner" in labels_in(text) or (names_owner(text) and re.search("[月季年][底末内初]|月.{0,4}前", text)) for text in told
        )
        return len(told) > 1 and sum(map(bool, owned)) * 2 > len(told)

    def _stands_before_cures(self, at: int) -> bool:
        """Whether what stands below a heading that tells nothing names a cause, and the next such heading tells who cures it."""
        level = self._groups[at][0].level
        later = next((nth for nth in range(at + 1, len(self._groups)) if self._groups[nth][0].level <= level), None)
        if later is None or "issues" in self._named:
            return False
        cure = self._told(self._groups[later][0])
        cured = (cure in (None, "countermeasures") or self._asks_how(later, cure)) and self._assigns(later)
        below = [block.words.text for block in self._below(at) if isinstance(block, Paragraph)]
        return cured and any(map(names_cause, below))

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
        if frames(heading.words.text):
            return True
        here, before = read_number(f"{heading.number} x"), read_number(f"{self._opener.number} x")
        if here is not None and before is not None and here.scheme == before.scheme == Scheme.BULLET:
            return True
        return here is not None and before is not None and here.scheme == before.scheme and here.value == before.value + 1

    def _may_switch(self, heading: Heading, told: str) -> bool:
        """Whether a heading inside a part opens another: it says nothing else, and the summary has no such part of its own."""
        words = [word for row in prose_words().headings for word in row.words]
        if not says_only(heading.words.text, words):
            return False
        opener = self._opener.words.text if self._opener else ""
        named = part_of(told)
        if told == "risks":
            return part_of(self._current) in ("issues", "countermeasures", "outlook")
        if told in ("causes", "follow_ups", *_WITHIN):
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
