"""JSON to plain values; the places of keys and values are looked for when somebody asks."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from propsummary.serde._json_spans import Inside, JsonPlaces, find_doubled, inside, members
from propsummary.serde._source import Limits, Refused, Tree, Unread

__all__ = ["read_json"]

_DETAIL = {
    "Expecting ',' delimiter": "json_comma",
    "Expecting ':' delimiter": "json_colon",
    "Expecting property name enclosed in double quotes": "json_key",
    "Illegal trailing comma before end of object": "json_last_comma",
    "Illegal trailing comma before end of array": "json_last_comma",
    "Expecting value": "json_value",
    "Extra data": "json_extra",
    "Unterminated string starting at": "json_quote",
    "Invalid control character at": "json_control",
    "Invalid \\escape": "escape",
    "Invalid \\uXXXX escape": "escape",
}


def read_json(text: str, limits: Limits) -> Tree:
    """
    Read one JSON text; numbers with a point become `Decimal`.

    Raises:
        Refused: It is not well-formed or goes beyond *limits*.
    """
    doubled = False

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubled
        found = dict(pairs)
        if len(found) != len(pairs):
            doubled = True
            found = dict(reversed(pairs))  # the first of a pair counts
            return {key: found[key] for key, _ in pairs}
        return found

    try:
        root, outermost = _read(text, mapping, limits)
    except json.JSONDecodeError as error:
        raise _explained(text, error) from error
    except RecursionError as error:
        raise Refused("SHP008", "depth", None, limit=limits.depth) from error
    _check_nodes(text, root, limits)
    return Tree(root=root, doubled=find_doubled(text) if doubled else (), locate=lambda: JsonPlaces(text, outermost))


def _read(text: str, mapping: Callable[..., object], limits: Limits) -> tuple[object, Inside | None]:
    how = functools.partial(json.JSONDecoder, parse_float=Decimal, parse_constant=_constant, object_pairs_hook=mapping)
    try:
        return _decoded(text, how(), mapping)
    except json.JSONDecodeError:
        raise
    except ValueError:  # a whole number of more digits than int() takes
        return _decoded(text, how(parse_int=lambda digits: _whole(digits, limits)), mapping)


def _decoded(text: str, decoder: Any, mapping: Callable[..., object]) -> tuple[object, Inside | None]:
    """What *text* holds; the outermost mapping is read member by member, and where these stand is kept."""
    read = members(text, len(text) - len(text.lstrip(" \t\n\r")), decoder.scan_once)
    if read is None or text[read[1] :].strip(" \t\n\r"):  # the decoder says what is wrong, if anything is
        return decoder.decode(text), None
    return mapping([(member.key, member.value) for member in read[0]]), inside(read[0])


def _constant(word: str) -> Unread:
    """NaN or Infinity, which `json.loads` takes and JSON has not."""
    return Unread("SHP001", "not_a_number", {"word": word})


def _whole(digits: str, limits: Limits) -> int | Unread:
    return int(digits) if len(digits) <= limits.digits else Unread("SHP008", "digits", {"limit": limits.digits})


def _check_nodes(text: str, root: object, limits: Limits) -> None:
    """Every node takes a character, so that hardly any text need be looked at."""
    if len(text) <= limits.nodes or text.count(",") * 2 + text.count("[") + text.count("{") * 2 <= limits.nodes:
        return
    count, waiting = 0, [root]
    while waiting:
        node = waiting.pop()
        count += 1
        if isinstance(node, dict):
            count += len(node)
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    if count > limits.nodes:
        raise Refused("SHP008", "nodes", None, limit=limits.nodes)


def _explained(text: str, error: json.JSONDecodeError) -> Refused:
    at = min(error.pos, len(text))
    found = text[at : at + 1]
    if found and found in "“”‘’＂":
        return Refused("SHP001", "wide_quote", (at, at + 1), character=found)
    if found and found in "，：｛｝［］":
        return Refused("SHP001", "wide_mark", (at, at + 1), character=found)
    if found == "'":
        return Refused("SHP001", "json_single", (at, at + 1))
    if found in ("/", "#"):
        return Refused("SHP001", "json_comment", (at, at + 1))
    if found in ("}", "]") and (comma := re.search(r",\s*$", text[max(0, at - 200) : at])):
        at += comma.start() - min(at, 200)
        return Refused("SHP001", "json_last_comma", (at, at + 1))
    return Refused("SHP001", _DETAIL.get(error.msg, "json"), (at, min(at + 1, len(text))), detail=error.msg)
