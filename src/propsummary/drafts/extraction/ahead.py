"""What comes after the next period, and what may go wrong till then: directions, innovations, risks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from propsummary.drafts.extraction.chapter import Chapter
from propsummary.drafts.extraction.goal_lists import is_direction
from propsummary.drafts.extraction.item import Item, Leftover
from propsummary.drafts.extraction.levels import level_of
from propsummary.drafts.extraction.links import same_thing
from propsummary.drafts.extraction.places import Places
from propsummary.drafts.extraction.risk_tables import Row, direction_rows, is_risk_table, risk_rows
from propsummary.drafts.extraction.rows import split_row
from propsummary.drafts.extraction.sections import cells_of
from propsummary.drafts.outline import Block, Paragraph, Table, Words
from propsummary.model import Countermeasure, Outlook, Risk, StrategicDirection

__all__ = ["answered_by", "outlook", "risks"]


def risks(chapters: Sequence[Chapter], places: Places) -> tuple[tuple[Risk, ...], list[Leftover]]:
    """The risks that tables of *chapters* tell, each with the names of the measures that answer it, and what is left over."""
    found: list[Risk] = []
    left: list[Leftover] = []
    for chapter in chapters:
        for block in chapter.blocks:
            if isinstance(block, Table) and is_risk_table(block):
                for row in risk_rows(block):
                    left += (Leftover(chapter, words, aside=True) for words in _risk(row, found, places))
            elif isinstance(block, Table):
                left += (Leftover(chapter, one) for one in cells_of(block))
            elif isinstance(block, Paragraph) and not is_direction(block.words.text):
                left.append(Leftover(chapter, block.words, aside=True))
    return tuple(found), left


def _risk(row: Row, found: list[Risk], places: Places) -> tuple[Words, ...]:
    """Take in a risk; what of its row has no field."""
    told, rest = row
    if "statement" not in told:
        return (*told.values(), *rest)
    at, fields = len(found), {"statement", "response", "countermeasures"}
    levels = {field: level for field in ("likelihood", "impact") if field in told and (level := level_of(told[field].text))}
    fields |= levels.keys()
    places.put(("risks", at), *told.values())
    for field in fields & told.keys():
        places.put(("risks", at, field), told[field])
    named = told["countermeasures"].text.split("；") if "countermeasures" in told else ()
    response = told["response"].text if "response" in told else ""
    found.append(
        Risk(
            id=f"r{at + 1}",
            statement=told["statement"].text,
            likelihood=levels.get("likelihood"),
            impact=levels.get("impact"),
            response=response,
            countermeasures=tuple(named),
        )
    )
    return (*(words for field, words in told.items() if field not in fields), *rest)


def answered_by(risk: Risk, measures: Sequence[Countermeasure]) -> Risk:
    """A risk with the ids of the measures that it names by their words, or where none is such, with those as what is done."""
    ids = [one.id for name in risk.countermeasures for one in measures if same_thing(name, one.statement)]
    unknown = [name for name in risk.countermeasures if not any(same_thing(name, one.statement) for one in measures)]
    response = "；".join((risk.response, *unknown)) if risk.response else "；".join(unknown)
    return attrs.evolve(risk, countermeasures=tuple(dict.fromkeys(ids)), response=response)


def outlook(chapters: Sequence[Chapter], ahead: Sequence[Item], places: Places) -> tuple[Outlook | None, list[Leftover]]:
    """
    Directions and innovations, and what is left over.

    Args:
        ahead: Entries among the goals that look several years ahead.
    """
    reader = _Reader(places)
    for chapter in chapters:
        for block in chapter.blocks:
            reader.read(block, chapter)
    for item in ahead:
        if said := item.joined("goal"):
            reader.lead({"statement": said})
    places.put(("outlook",), *reader.words)
    told = Outlook(directions=tuple(reader.directions), innovations=tuple(reader.innovations)) if reader.words else None
    return told, reader.left


class _Reader:
    """Reads the chapters of the outlook but for its goals."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self.words: list[Words] = []
        self.directions: list[StrategicDirection] = []
        self.innovations: list[str] = []
        self.left: list[Leftover] = []

    def read(self, block: Block, chapter: Chapter) -> None:
        """Take in one block; what a chapter on risks says of them is read elsewhere."""
        risky = chapter.kind == "risks"
        if isinstance(block, Table) and not risky:
            self._table(block, chapter)
        elif isinstance(block, Paragraph) and block.kind and not risky:
            self.left.append(Leftover(chapter, block.words, aside=True))
        elif isinstance(block, Paragraph) and chapter.kind == "innovations":
            self._innovate(block, chapter)
        elif isinstance(block, Paragraph) and (not risky or is_direction(block.words.text)):  # 风险与展望
            self.lead({"statement": block.words})

    def lead(self, told: Mapping[str, Words]) -> None:
        """Take in a direction."""
        path = ("outlook", "directions", len(self.directions))
        self._places.put(path, *told.values())
        for field, words in told.items():
            self._places.put((*path, field), words)
        self.words += told.values()
        fields = {field: words.text for field, words in told.items()}
        self.directions.append(StrategicDirection(id=f"d{len(self.directions) + 1}", **fields))

    def _table(self, table: Table, chapter: Chapter) -> None:
        rows = direction_rows(table) if chapter.kind == "directions" else None
        if rows is None:
            self.left += (Leftover(chapter, one) for one in cells_of(table))
        for told, rest in rows or ():
            self.left += (Leftover(chapter, one, aside=True) for one in rest)
            if "statement" in told:
                self.lead(told)

    def _innovate(self, paragraph: Paragraph, chapter: Chapter) -> None:
        leading, members = split_row(paragraph.words) or (None, (paragraph.words,))
        self.left += [Leftover(chapter, leading, aside=True)] if leading and leading.text else []
        for words in members:
            self._places.put(("outlook", "innovations", len(self.innovations)), words)
            self.words.append(words)
            self.innovations.append(words.text)
