"""Strict reading of the catalogue's TOML files into its classes: nothing coerced, nothing ignored."""

from __future__ import annotations

import functools
import re
import types
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from propsummary.errors import ConfigurationError

__all__ = ["DATA", "Bounds", "DataFileError", "build", "read_toml", "refuse", "unique"]

T = TypeVar("T", bound=attrs.AttrsInstance)

#: Lower and upper end of a range, both included; ``None`` is an open end.
Bounds: TypeAlias = tuple[Decimal | None, Decimal | None]

#: Where the data files that come with the package are.
DATA = Path(__file__).parent / "data"

_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_KINDS: dict[type, tuple[str, str]] = {
    str: ("text", "文字"),
    bool: ("true or false", " true 或 false"),
    int: ("a whole number", "整数"),
    Decimal: ("a number", "数"),
}


class DataFileError(ConfigurationError):
    """
    A data file says something that cannot be.

    Attributes:
        key: Where in the file: ``kpis[0].possible.low``; empty for the whole of it.
    """

    def __init__(self, file: str, key: str, en: str, zh: str = "") -> None:
        super().__init__(": ".join(filter(None, (file, key, en))), "：".join(filter(None, (file, key, zh or en))))
        self.args = (file, key, en, zh)
        self.key = key

    def at(self, place: str) -> DataFileError:
        """The same, said of *place*, which is the file with line and column."""
        return DataFileError(place, *self.args[1:])


def refuse(file: str, key: str, en: str, zh: str = "") -> DataFileError:
    """The error that says what is wrong with *key* of *file*, for the caller to raise; in Chinese too where a company may have
    written the file."""
    return DataFileError(file, key, en, zh)


def read_toml(path: Path) -> dict[str, Any]:
    """
    Read a TOML file; its decimal fractions become `Decimal`.

    Raises:
        ConfigurationError: The file cannot be opened, is not UTF-8 or is not TOML.
    """
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (OSError, ValueError) as error:  # ValueError covers bad UTF-8, bad TOML and absurdly long numbers
        raise refuse(str(path), "", str(error)) from error


def build(cls: type[T], raw: object, file: str, at: str = "") -> T:
    """
    Make a *cls* (an attrs class) of the table *raw* by the types of its fields.

    Args:
        file, at: Where the table stands, for the message.

    Raises:
        ConfigurationError: A key is unknown or missing, or a value is of another type than its field.
    """
    if not isinstance(raw, dict):
        raise refuse(file, at, f"expected a table, not {raw!r}", f"要写成一节，不能是 {raw!r}")
    hints = _hints(cls)
    for key in raw:
        if key not in hints:
            en, zh = f"unknown key; known are {', '.join(hints)}", f"没有这一项，可以写：{'、'.join(hints)}"
            raise refuse(file, _under(at, key), en, zh)
    values = {}
    for field in attrs.fields(cls):
        if field.name in raw:
            values[field.name] = _value(hints[field.name], raw[field.name], file, _under(at, field.name))
        elif field.default is attrs.NOTHING:
            raise refuse(file, _under(at, field.name), "missing", "没有写")
    return cls(**values)


def unique(names: list[tuple[str, str]], file: str, what: str) -> None:
    """
    See that no name stands for two things; *names* holds each name with the id of what it stands for.

    Raises:
        ConfigurationError: One does.
    """
    seen: dict[str, str] = {}
    for name, owner in names:
        if seen.setdefault(name, owner) != owner:
            other = seen[name]
            raise refuse(file, f"{what} {owner}", f"the name {name!r} already stands for {other}", f"“{name}”已经是 {other} 的名称")


@functools.cache
def _hints(cls: type) -> dict[str, Any]:
    return {name: hint for name, hint in get_type_hints(cls).items() if not name.startswith("_")}


def _under(at: str, key: str) -> str:
    return f"{at}.{key}" if at else key


def _value(hint: Any, raw: object, file: str, at: str) -> Any:
    """*raw* as a value of the type *hint*."""
    if hint in _KINDS:
        return _scalar(hint, raw, file, at)
    if hint == Bounds:
        return _bounds(raw, file, at)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, Union):  # of the form ``X | None``: what is absent is left out, never written
        return _value(arguments[0], raw, file, at)
    if origin is Literal:
        if raw not in arguments:
            zh = f"只能是 {'、'.join(map(repr, arguments))}，不能是 {raw!r}"
            raise refuse(file, at, f"expected one of {', '.join(map(repr, arguments))}, not {raw!r}", zh)
        return raw
    if origin is tuple:
        if not isinstance(raw, list):
            raise refuse(file, at, f"expected a list, not {raw!r}", f"要写成列表，不能是 {raw!r}")
        return tuple(_value(arguments[0], item, file, f"{at}[{i}]") for i, item in enumerate(raw))
    return build(hint, raw, file, at)


def _scalar(kind: type, raw: object, file: str, at: str) -> object:
    if kind is Decimal and type(raw) is int:
        return Decimal(raw)
    if type(raw) is not kind:
        en, zh = _KINDS[kind]
        raise refuse(file, at, f"expected {en}, not {raw!r}", f"要写{zh}，不能是 {raw!r}")
    if isinstance(raw, Decimal) and not raw.is_finite():
        raise refuse(file, at, "expected a finite number", "要写有限的数")
    if isinstance(raw, str) and at.rpartition(".")[2] == "id" and not _ID.fullmatch(raw):
        raise refuse(file, at, f"an id is made of a-z, 0-9, - and _, not {raw!r}", f"编号只用 a-z、0-9、- 和 _，不能是 {raw!r}")
    return raw


def _bounds(raw: object, file: str, at: str) -> Bounds:
    ends = build(_Ends, raw, file, at)
    if ends.low is not None and ends.high is not None and ends.low > ends.high:
        raise refuse(file, at, f"low {ends.low} is above high {ends.high}", f"low {ends.low} 大于 high {ends.high}")
    return ends.low, ends.high


@attrs.frozen(kw_only=True)
class _Ends:
    low: Decimal | None = None
    high: Decimal | None = None
