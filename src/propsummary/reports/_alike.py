"""Problems that differ in nothing but their place, to be told once: a form that nobody has filled in has dozens."""

from __future__ import annotations

import functools
import itertools
import re
import string
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

import attrs

from propsummary.catalogue.codes import Words, codes
from propsummary.catalogue.places import in_words
from propsummary.problems import Language, Problem
from propsummary.reports._shown import Sources, one_line

__all__ = ["Told", "also", "gathered"]

_LINE = Words("第{}行", "line {}")
_OTHERS = Words("另有{}处同样：", "{} more of the same: ")
_AND_MORE = Words("等", " and others")

_MANY = 4  # fewer are each told by themselves
_NAMED = 10  # places; more would not be read


@attrs.frozen(kw_only=True)
class Told:
    """
    A problem that is told in full.

    Attributes:
        problem: The problem, the first of its like.

        others: Those that say the same of other places, in reading order.
    """

    problem: Problem
    others: tuple[Problem, ...] = ()


def gathered(problems: Iterable[Problem], sources: Sources) -> Iterator[Told]:
    """*problems* in their order; where four or more differ in nothing but their place, the first with the others."""
    found = [(problem, _likeness(problem, sources)) for problem in problems]
    alike: dict[Hashable, list[Problem]] = {}
    for problem, likeness in found:
        alike.setdefault(likeness, []).append(problem)
    for problem, likeness in found:
        like = alike[likeness]
        if len(like) < _MANY:
            yield Told(problem=problem)
        elif problem is like[0]:
            yield Told(problem=problem, others=tuple(like[1:]))


def also(others: Sequence[Problem], language: Language, shown: Callable[[str, Problem], str] = lambda place, _: place) -> str:
    """
    Where the others are: ``另有5处同样：第9行、第12行``; the first of them, if they are many.

    Args:
        shown: Makes of a place and its problem what stands for it.
    """
    places: dict[str, Problem] = {}
    for problem in others:
        places.setdefault(_place(problem, language), problem)
    comma, semicolon = (", ", "; ") if language == "en" else ("、", "；")
    named = (shown(place, problem) for place, problem in itertools.islice(places.items(), _NAMED))
    said = (semicolon if any(comma in place for place in places) else comma).join(named)
    return _OTHERS.in_(language).format(len(others)) + said + (_AND_MORE.in_(language) if len(places) > _NAMED else "")


def _place(problem: Problem, language: Language) -> str:
    if problem.span is None:
        return one_line(in_words(problem.path, language))
    return one_line(problem.span.place) or _LINE.in_(language).format(problem.span.line)


def _likeness(problem: Problem, sources: Sources) -> Hashable:
    """What problems that differ in nothing but their place have in common; the problem itself if it shows no text to compare."""
    file, passage = (problem.span.file, sources.passage(problem.span)) if problem.span else ("", None)
    said = _said(problem)
    if passage is None and not any("“" in words for words in said):
        return problem
    return (problem.code, problem.severity, file, passage, said, problem.zh.hint)


def _said(problem: Problem) -> tuple[str, ...]:
    """The message without the name of the thing that it is about."""
    message = problem.zh.message
    matches = (pattern.fullmatch(message) for pattern in _patterns(problem.code))
    return next((match.groups() for match in matches if match), (message,))


@functools.cache
def _patterns(code: str) -> tuple[re.Pattern[str], ...]:
    """What the messages of this library's code look like; their arguments but for the thing are groups."""
    info = codes().get(code)
    return tuple(_pattern(message.text.zh) for message in info.messages.values()) if info else ()


def _pattern(template: str) -> re.Pattern[str]:
    """The constant words are groups as well: they tell one message from another."""
    pieces = string.Formatter().parse(template)
    looks = {None: "", "thing": ".+?"}
    return re.compile("".join(f"({re.escape(words)})" + looks.get(name, "(.+?)") for words, name, _, _ in pieces), re.DOTALL)
