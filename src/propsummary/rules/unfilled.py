"""
Objects that nobody has filled in yet.

The forms of this library hold a mark wherever people have to write, and WRD001 tells of each. Where an object holds nothing else,
that it lacks a cause, an owner or a figure only repeats what the mark says.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Any, get_args, get_type_hints

import attrs

from propsummary.catalogue.codes import Words
from propsummary.model import Owner, Word, refs_of
from propsummary.problems import Path, Problem, Severity
from propsummary.rules.context import View
from propsummary.rules.walk import PARTS, Node

__all__ = ["BLANK", "without_echoes"]

#: What stands in a form where people have to write.
BLANK = Words("【请填写】", "TODO")

_MARKS = frozenset({BLANK.zh, BLANK.en})

# The rule that tells of the marks: without it nothing else would.
_TELLS = "WRD001"

# These forms fill in by themselves, beside references and words of fixed lists; a place alone says nothing of what is there.
_LABELS = frozenset({"id", "kpi", "where"})


def without_echoes(problems: Iterable[Problem], view: View, codes: Iterable[str]) -> tuple[Problem, ...]:
    """
    *problems* without those that an object has only because it is not filled in yet.

    Errors about something that is there all the same (a reference to nothing) stay, and so does all that WRD001 says.

    Args:
        codes: The codes of the rules that looked at *view*; what others said, such as readers, stays.
    """
    problems = tuple(problems)
    marked = {node.path: node for problem in problems if problem.code == _TELLS and (node := _around(problem.path, view)).path}
    if not marked:
        return problems
    forms = _MARKS | _headings(view)
    unfilled = {path: node for path, node in marked.items() if _is_unfilled(node, view, forms)}
    lists = {path[:-1] for path in unfilled if isinstance(path[-1], int)}
    lists -= {path[:-1] for path in view.by_path if path not in unfilled}
    echoing = frozenset(codes) - {_TELLS}
    return tuple(p for p in problems if p.code not in echoing or not _echoes(p, unfilled, lists, view))


def _is_unfilled(node: Node, view: View, forms: frozenset[str]) -> bool:
    """Whether nothing was written into *node*; what could not be read was written."""
    fields = _fields(type(node.object))  # type: ignore[arg-type]  # classes are hashable
    return _says_nothing(node.object, forms) and not any(view.is_clouded((*node.path, field)) for field in fields)


def _echoes(problem: Problem, unfilled: Mapping[Path, Node], lists: set[Path], view: View) -> bool:
    node = unfilled.get(_around(problem.path, view).path)
    if problem.severity is not Severity.ERROR:
        return node is not None or problem.path in lists
    return node is not None and not _is_about_something(problem.path[len(node.path) :], node.object)


def _is_about_something(inside: Path, held: Any) -> bool:
    """Whether the field of *held* that the path *inside* it leads to holds more than a mark."""
    return bool(inside) and not _says_nothing(getattr(held, str(inside[0]), None), _MARKS)


def _around(path: Path, view: View) -> Node:
    """The innermost object around *path*."""
    return next(view.by_path[path[:length]] for length in range(len(path), -1, -1) if path[:length] in view.by_path)


def _headings(view: View) -> frozenset[str]:
    """The functions of the department, below whose names a Word form asks for achievements."""
    functions = view.profile.functions if view.profile else ()
    return frozenset(words for function in functions for words in (function.zh, function.en))


def _says_nothing(value: Any, forms: frozenset[str]) -> bool:
    """Whether *value* is empty or holds nothing but words of *forms*, labels aside."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip() or value.strip() in forms
    if isinstance(value, tuple):
        return all(_says_nothing(member, forms) for member in value)
    if isinstance(value, Owner):
        return value.text in forms
    fields = _fields(type(value)) if type(value) in PARTS else None  # type: ignore[arg-type]  # classes are hashable
    return fields is not None and all(_says_nothing(getattr(value, field), forms) for field in fields)


@functools.cache
def _fields(cls: type) -> tuple[str, ...]:
    """The fields of *cls* in which people write."""
    hints = get_type_hints(cls)
    written = (f for f in attrs.fields(cls) if f.name not in _LABELS and not refs_of(f))
    return tuple(f.name for f in written if not _is_chosen(hints[f.name]))


def _is_chosen(hint: Any) -> bool:
    """Whether what a field holds is a word of a fixed list."""
    return any(isinstance(one, type) and issubclass(one, Word) for one in (hint, *get_args(hint)))
