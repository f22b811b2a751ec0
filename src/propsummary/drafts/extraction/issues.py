"""Issues with their causes."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of, sentences
from propsummary.drafts.extraction.items import Item
from propsummary.drafts.extraction.links import linked
from propsummary.drafts.extraction.places import Places
from propsummary.drafts.outline import Words
from propsummary.model import Issue, RootCause
from propsummary.problems import Path
from propsummary.quantities import has_figure

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
        if not why and (unlinked or _may_tell_why(title, statement)):
            unknown.add((*path, "root_causes"))
        made.append(
            Issue(
                id=f"i{at + 1}",
                title=title.text if title else "",
                statement=statement.text if statement else "",
                root_causes=tuple(RootCause(id=f"i{at + 1}.{nth}", statement=one.text) for nth, one in enumerate(why, 1)),
            )
        )
    return Found(issues=tuple(made), unknown=frozenset(unknown))


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


def _may_tell_why(title: Words | None, statement: Words | None) -> bool:
    """Whether a last sentence sounds like a cause that no word introduces, or stands where one is told: behind the facts."""
    told = [one for words in (title, statement) if words for one in sentences(words)]
    said = list(sentences(statement)) if statement else []
    causes = prose_words().causes
    if len(told) > 2 and has_figure(told[-2].text) and not re.search(any_of(causes.trouble), told[-1].text):
        return True
    signs = any_of(causes.alone if said and has_figure(said[-1].text) else causes.signs)
    return len(said) > 1 and bool(re.search(signs, said[-1].text))
