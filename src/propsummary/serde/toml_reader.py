"""TOML to plain values; the places of keys and values are looked for when somebody asks."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal, InvalidOperation

from propsummary.serde._source import Limits, Refused, Tree
from propsummary.serde._toml_spans import toml_places

__all__ = ["read_toml"]

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_CHINESE_KEYS = (
    re.compile(r"^\s*(?:\[\[?\s*)?([^\s\"'\[\]=#.A-Za-z0-9_-][^\s\"'\[\]=#.]*)\s*(?:[=\].]|$)"),
    re.compile(r"[{,]\s*([^\s\"'\[\]{}=#.,A-Za-z0-9_-][^\s\"'=,{}]*)\s*="),
)
_WIDE = re.compile("[“”‘’＂＝，：［］｛｝]")
# tomllib's work grows with the square of the parts of one dotted key.
_ENDLESS_KEY = re.compile(r"(?<![\w\"'.-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){64}")
_TWICE = ("Cannot overwrite a value", "Cannot declare", "Duplicate inline table key", "Cannot mutate", "Cannot redefine namespace")


#: tomllib's words, by how they begin, and what we say instead.
_SAID = (
    ("Invalid value", "toml_value"),
    ("Unclosed", "toml_open"),
    ("Unterminated string", "toml_open"),
    ("Expected '=' after a key", "toml_equals"),
    ("Unescaped '\\\\'", "escape"),
)


def read_toml(text: str, limits: Limits) -> Tree:
    """
    Read one TOML text; numbers with a point become `Decimal`, dates stay dates.

    Raises:
        Refused: It is not well-formed or goes beyond *limits*.
    """
    if found := _ENDLESS_KEY.search(text):
        raise Refused("SHP008", "depth", found.span(), limit=limits.depth)
    if text.count("=") > limits.nodes or text.count(",") > limits.nodes:
        raise Refused("SHP008", "nodes", None, limit=limits.nodes)
    try:
        root = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _explained(text, str(error)) from error
    except RecursionError as error:
        raise Refused("SHP008", "depth", None, limit=limits.depth) from error
    except (ValueError, InvalidOperation) as error:  # more digits than int() takes, or a day that no calendar has
        key = "digits" if "digit" in str(error) else "toml"
        code = "SHP008" if key == "digits" else "SHP001"
        raise Refused(code, key, None, limit=limits.digits, detail=str(error)) from error
    return Tree(root=root, locate=lambda: toml_places(text))


def _explained(text: str, message: str) -> Refused:
    match = _AT.search(message)
    detail = _AT.sub("", message)
    if match is None or match[1] is None:
        key = "toml_open" if detail.startswith(("Unterminated", "Unclosed", "Expected", "Invalid value")) else "toml"
        return Refused("SHP001", key, (len(text), len(text)), detail=detail)
    start = 0
    for _ in range(int(match[1]) - 1):
        start = text.find("\n", start) + 1
    at = min(start + int(match[2]) - 1, len(text))
    line = text[start : start + 400].partition("\n")[0]
    for pattern in _CHINESE_KEYS:
        if bare := pattern.search(line):
            return _bare_key(bare[1], start + bare.start(1))
    if found := _WIDE.match(text, at):
        return Refused("SHP001", "wide_mark", found.span(), character=found[0])
    if detail.startswith(_TWICE):  # said at the end of the statement
        return Refused("SHP006", "file", (max(start, at - len(line.rstrip())), at), detail=detail)
    said = next((key for words, key in _SAID if detail.startswith(words)), "toml")
    return Refused("SHP001", said, (at, min(at + 1, len(text))), detail=detail)


def _bare_key(key: str, at: int) -> Refused:
    if wide := _WIDE.search(key):
        return Refused("SHP001", "wide_mark", (at + wide.start(), at + wide.end()), character=wide[0])
    return Refused("SHP001", "toml_bare_key", (at, at + len(key)), name=key)
