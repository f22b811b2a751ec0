"""Issues with their causes."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from propsummary.drafts.extraction.causes import may_tell_why
from propsummary.drafts.extraction.item import Item
from propsummary.drafts.extraction.links import linked
from propsummary.drafts.extraction.places import Places
from propsummary.drafts.outline import Paragraph, Words
from propsummary.model import Issue, RootCause
from propsummary.problems import Path

__all__ = ["Found", "issues"]


@attrs.frozen(kw_only=True)
class Found:
    """
    The issues of a draft.

    Attributes:
        unknown: Paths of what may be said but was not understood.
    """

    issues: tuple[Issue, ...]
    unknown: frozenset[Path]


def issues(items: Sequence[Item], causes: Sequence[Item], places: Places) -> Found:
    """
    The issues that *items* tell.

    Args:
        causes: Entries of a passage of their own that tells the causes of all issues.
    """
    told = [(item, list(item.all("cause"))) for item in items]
    unlinked = _share_out(told, causes)
    unknown: set[Path] = set()
    made = []
    for at, (item, why) in enumerate(told):
        path: Path = ("issues", at)
        title, statement = item.title, item.joined("issue")
        places.put(path, title, *item.all("issue"), *why)
        places.put((*path, "title"), title)
        places.put((*path, "statement"), *item.all("issue"))
        for nth, words in enumerate(why):
            places.put((*path, "root_causes", nth), words)
            places.put((*path, "root_causes", nth, "statement"), words)
        if not why and (unlinked or may_tell_why(title, statement)):
            unknown.add((*path, "root_causes"))
        made.append(
            Issue(
                id=f"i{at + 1}",
                title=title.text if title else "",
                statement=_closed(statement.text, item) if statement else "",
                root_causes=tuple(RootCause(id=f"i{at + 1}.{nth}", statement=one.text) for nth, one in enumerate(why, 1)),
            )
        )
    return Found(issues=tuple(made), unknown=frozenset(unknown))


def _closed(text: str, item: Item) -> str:
    """A statement ends with the stop that its last sentence had where it was told."""
    if not text or text[-1] in "。！？…":
        return text
    told = (block.words.text for block in item.chapter.blocks if isinstance(block, Paragraph)) if item.chapter else ()
    return f"{text}。" if "。" in text or any(text in one and "。" in one[one.index(text) :] for one in told) else text


def _share_out(told: Sequence[tuple[Item, list[Words]]], causes: Sequence[Item]) -> list[Words]:
    """Give causes that are told apart to their issues, by number where there are as many, else by words; what is left over."""
    if not causes:
        return []
    names = [" ".join(words.text for words in (item.title, *item.all("issue")) if words) for item, _ in told]
    unlinked = []
    for at, (item, links) in enumerate(zip(causes, linked([_text(one) for one in causes], names), strict=True)):
        words = [one for one in (item.title, *item.all("cause"), *item.all("issue")) if one]
        if links is not None or len(causes) == len(told):
            told[at if len(causes) == len(told) else links or 0][1].extend(words)
        else:
            unlinked += words
    return unlinked


def _text(item: Item) -> str:
    return " ".join(words.text for words in (item.title, *item.all("cause")) if words)
