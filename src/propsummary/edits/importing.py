"""Summaries that were read from prose or from a form, as drafts in YAML that say where everything came from."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Mapping

import attrs

from propsummary.catalogue.codes import Words
from propsummary.edits.self_contained import self_contained
from propsummary.errors import NoSummaryError, expect
from propsummary.model import Draft, Summary, zh_key
from propsummary.problems import Language, Path, Span
from propsummary.rules.walk import Node, walk

__all__ = ["Leftover", "imported", "leftovers", "tally"]

_HEAD = Words(
    "由 {} 导入；条目上面的注释是它在原文里的位置", "imported from {}: the comment above an entry says where it stands there"
)
_UNNAMED = Words("标准输入", "standard input")
_PLACE = Words("{file}：{place}", "{file}: {place}")
_LINE = Words("{file} 第{line}行", "{file} line {line}")
_ASIDE = ("sections", "waivers")  # lists of what is no finding of its own


@attrs.frozen(kw_only=True)
class Leftover:
    """
    Text that belongs to no object and was kept as it is.

    Attributes:
        place: Where its first passage stands; empty if it stands nowhere.

        text: Its first passage.

        passages: How many there are.
    """

    place: str
    text: str
    passages: int


def imported(draft: Draft, *, language: Language = "zh") -> str:
    """
    The summary of *draft* in YAML, with a comment above every object that says where in the file it was found.

    Reading it gives the same summary; words whose meaning hangs on their place in the text (七月份 below a title that names the
    year) are spelled out.

    Args:
        draft: What `propsummary.read` made of a Word, Markdown, text or Excel file.

        language: The language of keys, fixed words and comments; what people wrote stays as it is.

    Raises:
        NoSummaryError: The draft holds no summary.

        WrongArgumentError: *draft* is none.

    .. versionadded:: 0.1.0
    """
    from propsummary.serde._plain import to_plain
    from propsummary.serde.yaml_writer import write_with_comments

    expect("imported", draft, Draft)
    if draft.summary is None:
        raise NoSummaryError(draft.file)
    summary = self_contained(draft.summary)
    head = _HEAD.in_(language).format(_file(draft.file, language))
    return write_with_comments(to_plain(summary, language), {(): head} | dict(_comments(draft, summary, language)))


def tally(summary: Summary, language: Language = "zh") -> Mapping[str, int]:
    """How many objects of each kind there are, by the names of the lists that they stand in; none for kinds without any."""
    lists = (field for field in attrs.fields(Summary) if field.default == () and field.name not in _ASIDE)
    counts = {(field.name if language == "en" else zh_key(field)): len(getattr(summary, field.name)) for field in lists}
    return {name: count for name, count in counts.items() if count}


def leftovers(draft: Draft, language: Language = "zh") -> tuple[Leftover, ...]:
    """What was kept as text because it belongs to no object, in the order of the file."""
    if draft.summary is None:
        return ()
    return tuple(
        Leftover(
            place=_said(span, language) if (span := draft.spans.value(node.path)) else "",
            text=node.object.text.split("\n")[0],
            passages=node.object.text.count("\n\n") + 1,
        )
        for node in walk(draft.summary, draft.gaps)
        if isinstance(node, Node) and node.path[:1] == ("sections",)
    )


def _comments(draft: Draft, summary: Summary, language: Language) -> Iterator[tuple[Path, str]]:
    """Where the objects of *summary* came from, by their paths in YAML; a part that stands where its whole stands needs none."""
    known: dict[Path, tuple[Path, str]] = {(): ((), "")}
    for written, read in zip(walk(summary, frozenset()), walk(summary, draft.gaps), strict=True):
        if isinstance(written, Node) and written.parent is not None:
            around, said_around = known[written.parent.path]
            span = draft.spans.value(read.path)
            said = _said(span, language) if span else said_around
            path = (*around, *_steps(written, written.parent, language))
            known[written.path] = path, said
            if said != said_around:
                yield path, said


def _steps(node: Node, parent: Node, language: Language) -> Path:
    """The way from *parent* to *node*, in the keys of *language*."""
    name, *position = node.path[len(parent.path) :]
    field = attrs.fields_dict(type(parent.object))[str(name)]
    return (field.name if language == "en" else zh_key(field), *position)


def _said(span: Span, language: Language) -> str:
    """A place as a comment names it: ``总结.docx：三、存在的问题，第2段``, ``总结.md 第29行``."""
    words = _PLACE if span.place else _LINE
    return words.in_(language).format(file=_file(span.file, language), place=span.place, line=span.line)


def _file(name: str, language: Language) -> str:
    return pathlib.PurePath(name).name if name not in ("", "-") else _UNNAMED.in_(language)
