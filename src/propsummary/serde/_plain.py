"""Summaries to plain values for writing: keys and fixed words in one language, value types as their text."""

from __future__ import annotations

import datetime as dt
import functools
import math
import operator
import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args, get_origin

import attrs

from propsummary.model import Owner, Share, Summary, Word, zh_key
from propsummary.periods import Deadline, Period, Recurrence
from propsummary.problems import Language
from propsummary.quantities import Change, Quantity
from propsummary.serde._records import field_types

if TYPE_CHECKING:
    import cattrs

__all__ = ["PLAIN_NUMBER", "Written", "to_plain", "written_fields"]

#: A number whose printed form survives being written without quotes.
PLAIN_NUMBER = re.compile(r"(?!-0\Z)-?(?:0|[1-9][0-9]{0,39})(?:\.[0-9]{1,40})?")

_VALUES = (Change, Deadline, Owner, Period, Quantity, Recurrence)  # written as one text or number
_VERSION = "schema_version"
_SHARES = "breakdown"  # written as a mapping of names to figures
_NEVER = object()  # equals no value of any field

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def to_plain(summary: Summary, language: Language) -> dict[str, Any]:
    """
    *summary* as dict, list, str, int, `Decimal`, bool and date, in the model's order and without what is absent.

    Its version is always there: a later library must be able to tell what it reads.
    """
    plain: dict[str, Any] = _converter(language).unstructure(summary)
    return plain


@attrs.frozen(eq=False)
class Written:
    """
    How a field is written.

    Attributes:
        name: What it is called in the model.

        key: What it is called in the file.

        hint: Its type; of ``X | None`` the ``X``.

        absent: The value that is not written.

        plain: Makes plain values of its own; none where they are plain already.
    """

    name: str
    key: str
    hint: Any
    absent: Any
    plain: Callable[[Any], Any] | None

    @property
    def member(self) -> type | None:
        """The class of the model's whose objects it holds, one or several; none if it holds none."""
        kind = get_args(self.hint)[0] if get_origin(self.hint) is tuple else self.hint
        return kind if attrs.has(kind) and kind not in _VALUES and self.name != _SHARES else None


@functools.cache
def written_fields(cls: type, language: Language) -> tuple[Written, ...]:
    """How the fields of *cls* are written, in order."""
    special = {_SHARES: _breakdown, "extra": _carried}
    converter = _converter(language)
    found = [
        Written(
            field.name,
            zh_key(field) if language == "zh" else field.name,
            hint := field_types(cls)[field.name],
            _NEVER if field.name == _VERSION else _absent(field),
            special.get(field.name) or _field_hook(hint, converter),
        )
        for field in attrs.fields(cls)
    ]
    return tuple(sorted(found, key=lambda field: field.name != _VERSION))


@functools.cache
def _converter(language: Language) -> cattrs.Converter:
    import cattrs

    converter = cattrs.Converter()
    converter.register_unstructure_hook_factory(attrs.has, lambda cls: _object_hook(cls, language))
    for kind in (Recurrence, Change, Owner):
        converter.register_unstructure_hook(kind, operator.attrgetter("text"))
    converter.register_unstructure_hook(Quantity, _figure)
    converter.register_unstructure_hook(Period, _period)
    converter.register_unstructure_hook(Deadline, lambda deadline: _day(deadline.text))
    converter.register_unstructure_hook(dt.date, lambda day: day)
    converter.register_unstructure_hook_func(
        lambda hint: isinstance(hint, type) and issubclass(hint, Word), operator.attrgetter("zh" if language == "zh" else "value")
    )
    return converter


def _object_hook(cls: type, language: Language) -> Callable[[Any], dict[str, Any]]:
    """What cattrs would make, but with the fields in the model's order, required ones too, and in one pass."""
    fields = written_fields(cls, language)
    values = operator.attrgetter(*(field.name for field in fields))
    shapes = tuple((field.key, field.absent, field.plain) for field in fields)

    def hook(value: Any) -> dict[str, Any]:
        found = {}
        for (key, absent, plain), item in zip(shapes, values(value), strict=True):
            if item or (item is not absent and item != absent):  # comparing is dear, and hardly ever needed
                found[key] = item if plain is None else plain(item)
        return found

    return hook


def _absent(field: attrs.Attribute[Any]) -> Any:
    """The value of *field* that is not written."""
    default: Any = field.default
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]


def _field_hook(hint: Any, converter: cattrs.Converter) -> Callable[[Any], Any] | None:
    """What makes plain values of such a field; none where they are plain already."""
    if hint in (str, int, dt.date):
        return None
    if get_origin(hint) is not tuple:
        return converter.get_unstructure_hook(hint)
    member = _field_hook(get_args(hint)[0], converter)
    return list if member is None else lambda members: [member(item) for item in members]


def _figure(quantity: Quantity) -> Any:
    """A figure as it was written; without quotes where the number by itself reads back the same."""
    text = quantity.text
    if quantity.unit is None and quantity.hedge is None and PLAIN_NUMBER.fullmatch(text):
        number = Decimal(text)
        if quantity.low == quantity.high == number:
            return number if "." in text else int(text)
    return text


def _period(period: Period) -> Any:
    """A period as it was written; a year without quotes, and a day as such."""
    text = period.text
    if len(text) == 4 and text.isascii() and text.isdecimal() and text[0] != "0":
        return int(text)
    return _day(text)


def _day(text: str) -> dt.date | str:
    """*text*, as a day where it is spelled as one."""
    try:
        return dt.date.fromisoformat(text) if _ISO_DATE.fullmatch(text) else text
    except ValueError:
        return text


def _breakdown(shares: tuple[Share, ...]) -> dict[str, Any]:
    return {share.name: _figure(share.value) for share in shares}


def _carried(value: Any) -> Any:
    """What a host system carries along, as far as every format can hold it."""
    match value:
        case dict():
            return {str(key): _carried(item) for key, item in value.items()}
        case list() | tuple():
            return [_carried(item) for item in value]
        case None | bool() | int() | str():
            return value
        case Decimal() if value.is_finite():
            return value
        case float() if math.isfinite(value):
            return Decimal(repr(value))
        case dt.date() | dt.time():
            return value.isoformat()
    return str(value)
