"""The previous summaries that a draft is held against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from propsummary.cli._drafts import open_summary
from propsummary.cli._failure import Misuse
from propsummary.cli._voice import Voice

if TYPE_CHECKING:
    from propsummary.model import Draft, Summary

__all__ = ["Previous", "open_previous", "refuse_unrelated"]

#: Summaries with the names of their files, newest first.
Previous: TypeAlias = "Sequence[tuple[str, Summary]]"


def open_previous(names: Iterable[str], say: Voice) -> Previous:
    """
    Read the previous summaries, in whatever order they are named.

    Raises:
        Misuse: One holds no summary.

        OSError: One cannot be opened.
    """
    opened = [(name, open_summary(name, say)) for name in names]
    return sorted(opened, key=lambda one: one[1].period.last, reverse=True)


def refuse_unrelated(draft: Draft, previous: Previous, say: Voice) -> None:
    """
    See that the previous summaries are what they are called: held against another department's, a draft is accused of anything.

    Raises:
        Misuse: One is another department's, or not an earlier one.
    """
    from propsummary.rules.chain import misfit

    for name, last in previous:
        if draft.summary is not None and (words := misfit(draft.summary, last)):
            raise Misuse(f"{name}{say('：', ': ')}{say(words.zh, words.en)}")
