"""Word files that were begun as a form: tables are read field by field, what is written between them as prose."""

from __future__ import annotations

import pathlib
from collections.abc import Collection, Iterable, Iterator, Sequence

import attrs

from propsummary.catalogue.codes import Words as Words_
from propsummary.catalogue.codes import code_info, say
from propsummary.drafts.extraction import extract
from propsummary.drafts.forms import FormTable, form_objects, is_hint
from propsummary.drafts.outline import Block, Heading, Outline, Paragraph, Table, Words
from propsummary.drafts.workbook.tree import Growing
from propsummary.model import Draft, Spans, Summary, zh_key
from propsummary.problems import Path, Problem, Span, in_order
from propsummary.serde._source import Limits
from propsummary.serde.loading import from_tree

__all__ = ["read_form"]


def read_form(outline: Outline, *, folder: pathlib.Path | None = None) -> Draft | None:
    """
    The draft that a form says; none if the file is no form: it has no table that names department and period, or no other one.

    Lists that no table fills are taken from the prose. Prose may be vague where a form asks, so such a draft counts as a form.

    Args:
        folder: Where pictures are looked for.
    """
    found = {at: form_objects(block) for at, block in enumerate(outline.blocks) if isinstance(block, Table)}
    forms = {at: form for at, form in found.items() if form is not None}
    growing = _grown(outline.file, forms.values())
    if not {"department", "period"} <= growing.root.keys() or not any(form.path for form in forms.values()):
        return None
    empty = Draft(summary=None, file=outline.file, folder=folder, source=outline.source, encoding=outline.encoding)
    draft = from_tree(growing.grown, growing, Limits(), empty)
    draft = attrs.evolve(draft, problems=(*outline.problems, *draft.problems))
    if draft.summary is None:
        return draft
    prose = extract(_without(outline, forms, draft.summary), folder=folder)
    return _with_prose(draft, draft.summary, prose)


def _grown(file: str, forms: Iterable[FormTable]) -> Growing:
    growing = Growing(file)
    for form in forms:
        for column, piece in form.lines:
            growing.line(column, piece)
        growing.add(form.path, form.objects)
    return growing


def _without(outline: Outline, forms: Collection[int], summary: Summary) -> Outline:
    """The prose of *outline*, below a title that says whose it is and when."""
    kept: list[Block] = []
    for at, block in enumerate(outline.blocks):
        if at in forms:
            while kept and isinstance(kept[-1], Heading) and kept[-1].level > 1:  # it belongs to the table
                kept.pop()
        elif not _is_aside(block):
            kept.append(block)
    title = f"{summary.period.title()}{summary.department}工作总结"
    first = Heading(level=0, words=Words(text=title), position=0)
    return attrs.evolve(outline, blocks=(first, *kept), problems=())


def _is_aside(block: Block) -> bool:
    """Whether *block* is a hint or the title, which the tables say."""
    if isinstance(block, Heading):
        return block.level == 0
    return isinstance(block, Paragraph) and is_hint(block.words.text)


def _with_prose(form: Draft, summary: Summary, prose: Draft) -> Draft:
    """*form* and its *summary*, with the lists that it leaves empty taken from *prose*."""
    if prose.summary is None:
        return form
    taken = [name for name in _lists(prose.summary) if name not in _lists(summary)]
    lists = {name: getattr(prose.summary, name) for name in taken}
    if "achievements" in lists and "metrics" not in taken:  # the numbers of the tables are others than those found in the prose
        lists["achievements"] = tuple(attrs.evolve(one, metrics=()) for one in lists["achievements"])
    told = (problem for problem in prose.problems if problem.path[:1] in _firsts(taken))
    return attrs.evolve(
        form,
        summary=attrs.evolve(summary, **lists),
        problems=in_order((*form.problems, *told, *_beside(prose, prose.summary, taken))),
        spans=_Either(form.spans, prose.spans, taken),
        unknown=form.unknown | {path for path in prose.unknown if path[:1] in _firsts(taken)},
        gaps=form.gaps | {path for path in prose.gaps if path[:1] in _firsts(taken)},
    )


def _beside(prose: Draft, found: Summary, taken: Collection[str]) -> Iterator[Problem]:
    """What the prose says of lists that tables fill; figures stay in the text that they are told in."""
    info = code_info("SHP009")
    for name in _lists(found):
        if name not in taken and name not in ("metrics", "activities"):
            thing = Words_(zh_key(attrs.fields_dict(Summary)[name]), name)
            zh, en = say(info, "beside", {"thing": thing, "count": len(getattr(found, name))})
            span = prose.spans.of((name, 0))
            yield Problem(code=info.code, name=info.name, severity=info.severity, path=(name,), span=span, zh=zh, en=en)


def _lists(summary: Summary) -> list[str]:
    """The lists in which there is something."""
    return [field.name for field in attrs.fields(Summary) if field.default == () and getattr(summary, field.name)]


def _firsts(names: Sequence[str]) -> list[Path]:
    return [(name,) for name in names]


class _Either(Spans):
    """The places of a draft, of which some lists were taken from another one."""

    __slots__ = ("_other", "_own", "_taken")

    def __init__(self, own: Spans, other: Spans, taken: Sequence[str]) -> None:
        super().__init__()
        self._own = own
        self._other = other
        self._taken = frozenset(taken)

    def value(self, path: Path) -> Span | None:
        return self._of(path).value(path)

    def key(self, path: Path) -> Span | None:
        return self._of(path).key(path)

    def of(self, path: Path) -> Span | None:
        return self._of(path).of(path)

    def _of(self, path: Path) -> Spans:
        return self._other if path and path[0] in self._taken else self._own
