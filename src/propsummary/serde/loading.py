"""Text and files to drafts."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias

import attrs

from propsummary.catalogue.codes import code_info, say
from propsummary.errors import UnknownNameError
from propsummary.model import Draft, Spans, Summary, with_ids
from propsummary.problems import Path, Problem, Span, in_order
from propsummary.serde._locating import Located, model_path
from propsummary.serde._reading import Fault, Reading, Shape, cut
from propsummary.serde._records import summary_shape
from propsummary.serde._source import Extent, Limits, Lines, Places, Refused, Tree, Unread
from propsummary.serde.encodings import decode
from propsummary.serde.migrations import migrate

__all__ = ["FORMATS", "Format", "format_of", "from_tree", "loads", "read_bytes", "read_file", "sniff"]

#: The formats that hold a summary as it is.
Format: TypeAlias = Literal["yaml", "json", "toml"]

#: The endings of file names, with their formats.
FORMATS: Mapping[str, Format] = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".toml": "toml"}

_ID = ("编号", "id", "編號")
_FIRST = ("period", "prepared_on")  # deadlines are read against these


def loads(
    text: str, format: str = "yaml", *, file: str = "", folder: pathlib.Path | None = None, limits: Limits | None = None
) -> Draft:
    """
    Read a summary from *text*.

    Args:
        format: ``yaml``, ``json`` or ``toml``.

        file: The name that spans carry.

        folder: Where photos are looked for.

        limits: How much is taken; the usual limits if left out.

    Raises:
        UnknownNameError: There is no such format. Whatever is wrong with the text itself becomes problems.
    """
    if format not in FORMATS.values():
        raise UnknownNameError("format", format, ("yaml", "json", "toml"))
    limits = limits or Limits()
    text = text.removeprefix("\ufeff")
    lines = Lines(text, file)
    try:
        if len(text) > limits.size:
            raise Refused("SHP008", "size", None, limit=limits.size)
        if not text or text.isspace():
            raise Refused("SHP002", "empty")
        tree = _parse(text, format, limits)
        return _structured(tree, lines, limits, Draft(summary=None, file=file, folder=folder, source=text))
    except Refused as refused:
        told = _other_format(text, format, limits, refused) or refused
        return Draft(summary=None, problems=_refusals(told, lines), file=file, folder=folder, source=text)


def read_bytes(
    data: bytes, format: str | None = None, *, file: str = "", folder: pathlib.Path | None = None, limits: Limits | None = None
) -> Draft:
    """
    Read a summary from the bytes of a file, whose encoding is found out.

    Args:
        format, file, folder, limits: As for `loads`; a format that is not given is guessed from *file*, else from the text.
    """
    limits = limits or Limits()
    try:
        if len(data) > limits.size:
            raise Refused("SHP008", "size", None, limit=limits.size)
        text, encoding = decode(data)
    except Refused as refused:
        text = data.decode("utf-8", errors="replace").removeprefix("\ufeff") if refused.at else ""
        return Draft(summary=None, problems=_refusals(refused, Lines(text, file)), file=file, folder=folder)
    draft = loads(text, format or format_of(file) or sniff(text), file=file, folder=folder, limits=limits)
    return attrs.evolve(draft, encoding=encoding)


def read_file(path: str | pathlib.Path, *, format: str | None = None, limits: Limits | None = None) -> Draft:
    """
    Read a summary from a file; its photos are looked for in the folder of the file.

    Args:
        format, limits: As for `read_bytes`.

    Raises:
        OSError: The file cannot be opened.
    """
    path = pathlib.Path(path)
    limits = limits or Limits()
    with path.open("rb") as stream:
        data = stream.read(limits.size + 1)
    return read_bytes(data, format, file=str(path), folder=path.parent, limits=limits)


def format_of(file: str) -> Format | None:
    """The format that the ending of a file name says."""
    return FORMATS.get(pathlib.PurePath(file).suffix.lower())


def sniff(text: str) -> Format:
    """The format that *text* looks like."""
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("{"):
        return "json"
    for line in start.splitlines()[:200]:
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        if words.startswith("[") and words.endswith("]"):
            return "toml"
        key, equals, _ = words.partition("=")
        return "toml" if equals and ":" not in key else "yaml"
    return "yaml"


def from_tree(read: Callable[[], Tree], lines: Lines, limits: Limits, draft: Draft) -> Draft:
    """
    Read a summary from what is no text of ours: a form, a document.

    Args:
        read: Gives the tree; what it refuses becomes problems.

        lines: Turns the tree's places into spans.

        draft: The draft without summary and problems.
    """
    try:
        return _structured(read(), lines, limits, draft)
    except Refused as refused:
        return attrs.evolve(draft, problems=_refusals(refused, lines))


def _parse(text: str, format: str, limits: Limits) -> Tree:
    match format:
        case "json":
            from propsummary.serde.json_reader import read_json

            return read_json(text, limits)
        case "toml":
            from propsummary.serde.toml_reader import read_toml

            return read_toml(text, limits)
    from propsummary.serde.yaml_reader import read_yaml

    return read_yaml(text, limits)


def _other_format(text: str, format: str, limits: Limits, refused: Refused) -> Refused | None:
    """What to say in place of *refused* if the text is a well-formed draft in another format than the one it was said to be in."""
    if refused.code not in ("SHP001", "SHP004") or (format == "json" and text.lstrip().startswith(("{", "["))):
        return None
    others: tuple[Format, ...] = ("json", "toml", "yaml")  # what is JSON is YAML as well
    for other in others:
        if other == format:
            continue
        try:
            root = _parse(text, other, limits).root
        except Refused:
            continue
        if isinstance(root, dict) and any(isinstance(key, str) and summary_shape().field(key) for key in root):
            said, looks = format.upper(), other.upper()
            return Refused("SHP001", "other_format", (0, 0), said=said, looks=looks, suffix=f".{other}", format=other)
    return None


def _structured(tree: Tree, lines: Lines, limits: Limits, draft: Draft) -> Draft:
    shape, reading = summary_shape(), Reading(limits)
    root = _current(tree, shape)
    _read_first(root, shape, reading)
    summary = shape.read(root, reading, (), "")

    locate = tree.locate  # and not the tree itself, which the spans would keep alive
    spans = Spans(lambda: Located(locate(), shape, lines).maps())
    problems: list[Problem] = []
    if reading.faults:
        located = Located(locate(), shape, lines)
        spans = Spans(located.maps)
        problems = [_problem(fault, spans, located, tree.root) for fault in reading.faults]
    if tree.doubled:
        places = locate()
        problems += [_twice(path, extent, shape, places, lines) for path, extent in tree.doubled[: limits.problems]]
    if reading.count > limits.problems:
        problems.append(_told("SHP008", "problems", {"limit": limits.problems, "count": reading.count}, (), None))
    return attrs.evolve(
        draft,
        summary=with_ids(summary) if isinstance(summary, Summary) else None,
        problems=in_order(problems),
        spans=spans,
        unknown=frozenset(reading.unknown),
        gaps=frozenset(reading.gaps),
    )


def _current(tree: Tree, shape: Shape) -> dict[str, Any]:
    """The tree in today's format."""
    root = tree.root
    if isinstance(root, Unread):
        raise Refused(root.code, root.key, tree.locate().value(()), **root.arguments)
    if not isinstance(root, dict):
        raise Refused("SHP002", "empty") if root is None else Refused("SHP004", "root", (0, 0))
    for key, version in root.items():
        known = shape.field(key)
        if known and known[0] == "schema_version" and type(version) is int and version > 0:
            return migrate(root, version)
    return migrate(root, 1)


def _read_first(root: dict[str, Any], shape: Shape, reading: Reading) -> None:
    """Find period and date before everything else; what is wrong with them is told when their turn comes."""
    trial = Reading(reading.limits)
    for key, value in root.items():
        known = shape.field(key)
        if known and known[0] in _FIRST and value is not None and getattr(reading, known[0]) is None:
            found = known[1].read(value, trial, (), known[0])
            if (known[0],) not in trial.unknown:
                setattr(reading, known[0], found)


def _problem(fault: Fault, spans: Spans, located: Located, root: Any) -> Problem:
    span = spans.key(fault.place) if fault.on_key else spans.of(fault.place)
    arguments = fault.arguments
    if "first" in arguments:  # of two keys for one field
        first = located.written((*located.source(fault.path[:-1]), str(arguments["first"])))
        arguments = {**arguments, "line": 1 if first is None else first.line}
    return _told(fault.code, fault.key, arguments, fault.path, span, around=_id_around(located.source(fault.path), root))


def _id_around(source: Path, root: Any) -> str | None:
    """The id of the innermost object around what stands at *source*."""
    found, node = None, root
    for step in source:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):  # the second of two like keys has a place but no value
            return found
        if isinstance(node, dict):
            found = next((node[key] for key in _ID if isinstance(node.get(key), str)), found)
    return found


def _twice(source: Path, extent: Extent, shape: Shape, places: Places, lines: Lines) -> Problem:
    first = places.key(source)
    arguments = {"key": cut(str(source[-1])), "line": 1 if first is None else lines.span(first).line}
    return _told("SHP006", "same", arguments, model_path(source, shape), lines.span(extent))


def _refusals(refused: Refused, lines: Lines) -> tuple[Problem, ...]:
    """The problem of *refused*, and of the other slips that were seen."""
    return tuple(
        _told(one.code, one.key, one.arguments, (), None if one.at is None else lines.span(one.at))
        for one in (refused, *refused.also)
    )


def _told(
    code: str, key: str, arguments: Mapping[str, object], path: Path, span: Span | None, *, around: str | None = None
) -> Problem:
    info = code_info(code)
    zh, en = say(info, key, arguments)
    return Problem(code=code, name=info.name, severity=info.severity, path=path, object=around, span=span, zh=zh, en=en)
