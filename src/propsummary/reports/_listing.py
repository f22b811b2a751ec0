"""A draft's text with its problems beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

import attrs

from propsummary.catalogue.codes import Words
from propsummary.problems import Language, Problem
from propsummary.reports._cards import Cards
from propsummary.reports._shown import excerpt
from propsummary.reports._words import GRADES

__all__ = ["Listing", "Placed"]

_CLEAN = Words("第{}至{}行没有问题", "lines {} to {}: nothing found")
_CLEAN_PARAGRAPHS = Words("{}段没有问题", "{} paragraphs: nothing found")

_CONTEXT = 2  # lines before one with problems
_FEW = 5  # so many clean lines are shown; more are folded
_MANY = 500  # more than these are not even there to be unfolded
_LONGEST = 1_000  # characters of a line
_EXCERPT = 120


@attrs.frozen
class Placed:
    """
    A problem on a line.

    Attributes:
        problem: The problem.

        ident: The address of its card; empty if another card tells of it.

        also: Where else it is, as HTML.
    """

    problem: Problem
    ident: str = ""
    also: str = ""


@attrs.frozen(kw_only=True)
class Listing:
    """
    Writes one draft.

    Attributes:
        language: The language of what is not the draft's.

        cards: Writes the problems.

        lines: The draft, ready to be shown.

        prefix: What the addresses of its lines begin with.

        numbered: Whether its lines are shown with their numbers; the paragraphs of a Word file have none that anybody knows.
    """

    language: Language
    cards: Cards
    lines: Sequence[str]
    prefix: str
    numbered: bool = True

    def html(self, placed: Sequence[Placed]) -> Iterator[str]:
        """The text, in stretches that each end in a line with problems; the problems stand beside their stretch."""
        by_line: dict[int, list[Placed]] = {}
        for one in placed:
            assert one.problem.span
            by_line.setdefault(one.problem.span.line, []).append(one)
        numbers = sorted(by_line)
        for before, number in pairwise((0, *numbers)):
            yield '<div class="row"><div class="code">'
            yield from self._clean(before + 1, number - 1, _CONTEXT)
            yield self._line(number, [one.problem for one in by_line[number]])
            yield "</div>"
            if told := [one for one in by_line[number] if one.ident]:
                yield '<ol class="cards">\n'
                yield from self._cards(number, told)
                yield "</ol>"
            yield "</div>\n"
        if numbers and numbers[-1] < len(self.lines):
            yield '<div class="row"><div class="code">'
            yield from self._clean(numbers[-1] + 1, len(self.lines), 0)
            yield "</div></div>\n"

    def _cards(self, number: int, placed: Sequence[Placed]) -> Iterator[str]:
        line = self.lines[number - 1]
        for one in placed:
            assert one.problem.span
            passage = excerpt(line, one.problem.span, _EXCERPT).text if len(line) > _LONGEST else ""
            yield from self.cards.card(one.problem, one.ident, f"{self.prefix}{number}", passage, one.also)

    def _clean(self, first: int, last: int, context: int) -> Iterator[str]:
        """The lines from *first* to *last*, folded but for the last *context* if they are many."""
        if last - first + 1 > _FEW + context:
            shown = last - context + 1
            said = (
                _CLEAN.in_(self.language).format(first, shown - 1)
                if self.numbered
                else _CLEAN_PARAGRAPHS.in_(self.language).format(sum(map(bool, self.lines[first - 1 : shown - 1])))
            )
            if shown - first <= _MANY:
                yield f"<details><summary>{said}</summary>"
                yield from (self._line(number) for number in range(first, shown))
                yield "</details>"
            else:
                yield f'<p class="gap">{said}</p>'
            first = shown
        yield from (self._line(number) for number in range(first, last + 1))

    def _line(self, number: int, problems: Sequence[Problem] = ()) -> str:
        line = self.lines[number - 1]
        text, more = line[:_LONGEST], "…" if len(line) > _LONGEST else ""
        worst = f" {_worst(problems)}" if problems else ""
        ident = f' id="{self.prefix}{number}"' if problems else ""
        shown = number if self.numbered else ""
        return f'<div class="l{worst}"{ident} data-n="{shown}"><code>{_marked(text, problems)}{more}</code></div>\n'


def _worst(problems: Sequence[Problem]) -> str:
    return min((problem.severity for problem in problems), key=GRADES.index).value


def _marked(text: str, problems: Sequence[Problem]) -> str:
    """*text* with the stretches that problems are about; where several overlap the gravest shows."""
    stretches = {problem: _stretch(problem, len(text)) for problem in problems}
    ends = sorted({0, len(text), *(end for stretch in stretches.values() for end in stretch)})
    return "".join(_piece(text, start, end, stretches) for start, end in pairwise(ends))


def _piece(text: str, start: int, end: int, stretches: Mapping[Problem, tuple[int, int]]) -> str:
    over = [problem for problem, (first, last) in stretches.items() if first <= start and end <= last]
    piece = escape(text[start:end])
    return f'<mark class="{_worst(over)}">{piece}</mark>' if over else piece


def _stretch(problem: Problem, length: int) -> tuple[int, int]:
    span = problem.span
    assert span
    start = min(span.column - 1, length)
    last = span.end_column - 1 if span.end_line == span.line else length
    return start, max(start, min(last, length))
