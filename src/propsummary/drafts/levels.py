"""How deep each heading of a draft stands, from its style, its number and its look, and from the headings before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import attrs

from propsummary.drafts.numbers import Number, Scheme
from propsummary.drafts.passages import Passage

__all__ = ["Levels", "frames"]

_WHOLE = re.compile("(?:总结|小结|报告|汇报|述职|讲话|发言)(?:稿|[（(][^（）()]*[)）])?$")
_FRAME = re.compile("前言|引言|序言|导语|结语|结束语|后记|附件|附录|附表|目录|(?:序|引|首|终|尾|末)[章篇].*")


def frames(heading: str) -> bool:
    """Whether a heading frames the whole, whatever it stands behind: ``前言``, ``终章 许下的``."""
    return _FRAME.fullmatch(heading) is not None


@attrs.define
class _Open:
    """
    A heading that what follows stands below.

    Attributes:
        level: Its level.

        plain: Whether only looks tell that there is such a level.

        values: The last number at this level, by scheme.

        looks: What headings without numbers look like that stand at this level; for those behind a sign (👉) the sign.
    """

    level: int
    plain: bool
    values: dict[Scheme, int] = attrs.field(factory=dict)
    looks: set[str] = attrs.field(factory=set)


class Levels:
    """The levels of headings, asked for one after another."""

    def __init__(self, headings: Sequence[tuple[Passage, Number | None]]) -> None:
        """Look at all *headings*, each with its number."""
        used = sorted({passage.style for passage, _ in headings if passage.style})
        self._title = _title(headings)
        if self._title:
            used = used[1:]
        self._of_style = {style: nth for nth, style in enumerate(used, 1)}
        self._signs = Counter(number.printed for _, number in headings if number and number.scheme is Scheme.BULLET)
        firsts = [number.scheme for passage, number in headings if number and number.value == 1 and passage.style is None]
        self._outermost = min(firsts, default=Scheme.BULLET)
        self._counted_once = firsts.count(self._outermost) == 1
        self._open: list[_Open] = []  # the outermost first

    def next(self, passage: Passage, number: Number | None) -> int:
        """The level of the next heading."""
        if passage is self._title or passage.style == 0:
            return 0
        look = passage.look
        if number and number.scheme is Scheme.BULLET:
            look = number.printed if self._signs[number.printed] > 1 else "sign"  # one picture for each heading
            number = None
        level = self._of_style[passage.style] if passage.style else self._told(number, passage.words.text, look)
        while self._open and self._open[-1].level > level:
            self._open.pop()
        if not self._open or self._open[-1].level < level:
            self._open.append(_Open(level, plain=True))
        here = self._open[-1]
        here.plain = here.plain and number is None and passage.style is None
        if number:
            here.values[number.scheme] = number.value
            here.looks.clear()  # what looked like 前言 before 一、 stands below 一、 now
        elif passage.style is None:
            here.looks.add(look)
        return level

    def _told(self, number: Number | None, text: str, look: str) -> int:
        """The level of the heading around that is numbered alike or, without numbers, looks alike; else below the outer ones."""
        if number is None:
            if frames(text):
                return 1
            alike = (around.level for around in self._open if look in around.looks)
            return next(alike, self._below(Scheme.BULLET))  # below all that are around
        counted = [(around.level, last) for around in self._open if (last := around.values.get(number.scheme)) is not None]
        if not counted:
            return self._below(number.scheme)
        goes_on = [level for level, last in counted if number.value == last + 1] or [
            level for level, last in counted if number.value > last
        ]
        deepest, _ = counted[-1]
        return goes_on[-1] if goes_on else deepest + (number.value == 1)  # a second 1. below 3. begins a level of its own

    def _below(self, scheme: Scheme) -> int:
        """One level below the headings around whose numbers are of outer schemes, or that have none."""
        whole = scheme is self._outermost and self._counted_once  # it counts the sections, whatever stands out among them
        outer = (around for around in self._open if all(one < scheme for one in around.values))
        return max((around.level for around in outer if not (whole and around.plain)), default=0) + 1


def _title(headings: Sequence[tuple[Passage, Number | None]]) -> Passage | None:
    """
    The heading that names the whole: the first, if by style no other stands as high, and others stand lower by style or look.

    The only heading of all names the whole if its words say so.
    """
    styled = [(passage, number) for passage, number in headings if passage.style is not None]
    if not styled or any(passage.style == 0 for passage, _ in styled):
        return None
    first, number = styled[0]
    others = [passage.style or 0 for passage, _ in styled[1:]]
    several = len(headings) > 1 or _WHOLE.search(first.words.text) is not None
    highest = min(others) > (first.style or 0) if others else first is headings[0][0] and several
    return first if (number is None or number.scheme is Scheme.BULLET) and highest else None
