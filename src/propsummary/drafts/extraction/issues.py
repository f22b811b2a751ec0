"""Issues with their causes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from propsummary.drafts.extraction.causes import dimension_of, may_tell_why
from propsummary.drafts.extraction.clauses import bare
from propsummary.drafts.extraction.item import Item
from propsummary.drafts.extraction.labels import Slice
from propsummary.drafts.extraction.levels import level_of
from propsummary.drafts.extraction.links import linked
from propsummary.drafts.extraction.places import Places
from propsummary.drafts.extraction.repeats import Names
from propsummary.drafts.outline import Heading, Paragraph
from propsummary.model import Issue, RootCause
from propsummary.problems import Path

__all__ = ["Found", "issues"]

_CAUSES = ("cause", "issue", "why")


@attrs.frozen(kw_only=True)
class Found:
    """
    The issues of a draft.

    Attributes:
        unknown: Paths of what may be said but was not understood.
    """

    issues: tuple[Issue, ...]
    unknown: frozenset[Path]


def issues(items: Sequence[Item], causes: Sequence[Item], others: Sequence[Item], places: Places) -> Found:
    """
    The issues that *items* tell.

    Args:
        causes: Entries of a passage of their own that tells the causes of all issues.

        others: Entries that may name an issue once more and say why it is: measures, rows of a table that sums up.
    """
    apart = {id(heading) for one in causes if one.chapter and (heading := one.chapter.within)}
    items = [_stated(item) if id(_heading(item)) in apart else item for item in items]
    told = [(item, [one for one in item.slices if one.slot in ("cause", "why")]) for item in items]
    unlinked = _share_out(told, causes)
    _add_from(others, told)
    unknown: set[Path] = set()
    made = []
    for at, (item, why) in enumerate(told):
        path: Path = ("issues", at)
        title, statement = item.title, item.joined("issue")
        places.put(path, title, *item.all("issue"), *(one.words for one in why))
        places.put((*path, "title"), title)
        places.put((*path, "statement"), *item.all("issue"))
        if not why and (unlinked or may_tell_why(title, statement)):
            unknown.add((*path, "root_causes"))
        made.append(
            Issue(
                id=f"i{at + 1}",
                title=title.text if title else "",
                statement=_closed(statement.text, item) if statement else "",
                root_causes=_roots(why, f"i{at + 1}", path, places),
                **_beside(item, path, places),
            )
        )
    return Found(issues=tuple(made), unknown=frozenset(unknown))


def _stated(item: Item) -> Item:
    """An issue whose causes stand apart below its heading: what its text says is the issue itself."""
    if item.first("issue"):
        return item
    told = (Slice("issue", one.words) if one.slot == "cause" else one for one in item.slices)
    return attrs.evolve(item, slices=tuple(told))


def _roots(why: Sequence[Slice], ident: str, path: Path, places: Places) -> tuple[RootCause, ...]:
    """The causes of an issue, each once, with what was asked further."""
    found: dict[str, RootCause] = {}
    for one in why:
        dimension, words = dimension_of(one.words)
        last = next(reversed(found), None)
        if one.slot == "why" and last is not None:
            found[last] = attrs.evolve(found[last], whys=(*found[last].whys, one.words.text))
        elif bare(words.text) not in found:
            nth = len(found)
            places.put((*path, "root_causes", nth), one.words)
            places.put((*path, "root_causes", nth, "statement"), words)
            found[bare(words.text)] = RootCause(id=f"{ident}.{nth + 1}", dimension=dimension, statement=words.text)
    return tuple(found.values())


def _beside(item: Item, path: Path, places: Places) -> dict[str, Any]:
    """What lines beside the text of an issue say of it: ``部位：东门岗``."""
    told = {field: words for field in ("kind", "where", "severity") if (words := item.first(field))}
    for field, words in told.items():
        places.put((*path, field), words)
    fields: dict[str, Any] = {field: words.text for field, words in told.items() if field != "severity"}
    level = level_of(told["severity"].text) if "severity" in told else None
    return fields | ({"severity": level} if level else {})


def _closed(text: str, item: Item) -> str:
    """A statement ends with the stop that its last sentence had where it was told."""
    if not text or text[-1] in "。！？…":
        return text
    told = (block.words.text for block in item.chapter.blocks if isinstance(block, Paragraph)) if item.chapter else ()
    return f"{text}。" if "。" in text or any(text in one and "。" in one[one.index(text) :] for one in told) else text


def _share_out(told: Sequence[tuple[Item, list[Slice]]], causes: Sequence[Item]) -> list[Slice]:
    """
    Give causes that are told apart to their issues; what is left over.

    Those below the heading of an issue are its own; others go by number where there are as many, else by words.
    """
    apart = []
    for item in causes:
        own = (why for issue, why in told if item.chapter and item.chapter.within and _heading(issue) is item.chapter.within)
        if (why := next(own, None)) is None:
            apart.append(item)
        else:
            why.extend(_said(item))
    if not apart:
        return []
    names = [" ".join(words.text for words in (item.title, *item.all("issue")) if words) for item, _ in told]
    unlinked = []
    for at, (item, links) in enumerate(zip(apart, linked([_text(one) for one in apart], names), strict=True)):
        if links is not None or len(apart) == len(told):
            told[at if len(apart) == len(told) else links or 0][1].extend(_said(item))
        else:
            unlinked += _said(item)
    return unlinked


def _add_from(others: Sequence[Item], told: Sequence[tuple[Item, list[Slice]]]) -> None:
    """Give the issues that tell no cause of their own those that stand where they are named once more."""
    lacking = {at for at, (_, why) in enumerate(told) if not why}
    names = Names()
    for at, (item, _) in enumerate(told):
        for words in (item.title, item.joined("issue")):
            names.add(words.text if words else "", at)
    for item in others:
        why = [one for one in item.slices if one.slot == "cause"]
        for words in (*item.all("issue"), *item.all("answers")) if why else ():
            for at in lacking.intersection(names.of(words.text)):
                told[at][1].extend(why)


def _heading(item: Item) -> Heading | None:
    return item.chapter.heading if item.chapter else None


def _said(item: Item) -> list[Slice]:
    """Everything that an entry on causes says, in reading order."""
    title = [Slice("cause", item.title)] if item.title else []
    return [*title, *(one if one.slot == "why" else Slice("cause", one.words) for one in item.slices if one.slot in _CAUSES)]


def _text(item: Item) -> str:
    return " ".join(words.text for words in (item.title, *item.all("cause")) if words)
