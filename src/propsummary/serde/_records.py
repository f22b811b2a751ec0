"""The shape of every class of the model, derived once from its fields."""

from __future__ import annotations

import datetime as dt
import functools
import types
from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from propsummary.catalogue import class_label
from propsummary.catalogue.codes import Words
from propsummary.model import Goal, Metric, Owner, Share, Summary, Word, zh_key
from propsummary.periods import Deadline, Period, Recurrence
from propsummary.problems import Path
from propsummary.quantities import Change, Quantity
from propsummary.serde import _leaves as leaves
from propsummary.serde import _reading as kinds
from propsummary.serde._reading import MISSING, Reading, Shape, absent, cut
from propsummary.serde._source import Unread
from propsummary.serde._straight import Field, ReadObject, straight
from propsummary.serde._suggestions import near_keys

__all__ = ["EITHER", "field_types", "summary_shape"]

#: Classes that need one of two fields.
EITHER: Mapping[str, tuple[str, str]] = {
    "Metric": ("name", "kpi"),
    "Achievement": ("title", "text"),
    "Issue": ("title", "statement"),
}

#: Fields that are read otherwise than others of their type.
_SPECIAL: Mapping[tuple[type, str], Callable[[Words], Shape]] = {
    (Summary, "schema_version"): leaves.version,
    (Summary, "department"): leaves.department_name,
    (Metric, "kpi"): leaves.kpi_name,
    (Goal, "kpi"): leaves.kpi_name,
    (Goal, "target"): leaves.target,
}

_LEAVES: Mapping[Any, Callable[[Words], Shape]] = {
    str: leaves.text,
    int: leaves.whole,
    dt.date: leaves.date,
    Period: leaves.period,
    Deadline: leaves.deadline,
    Recurrence: leaves.recurrence,
    Quantity: leaves.quantity,
    Change: leaves.change,
    Owner: leaves.owner,
}

_MOST = 256  # orders of keys that a class remembers; those of another object are looked up one by one


@functools.cache
def summary_shape() -> Shape:
    """How a whole summary is read."""
    return _object(Summary)


@functools.cache
def field_types(cls: type) -> Mapping[str, Any]:
    """The types of the fields of *cls*, ``X | None`` as ``X``."""
    hints = get_type_hints(cls)
    return {field.name: _bare(hints[field.name]) for field in attrs.fields(cls)}


def _bare(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is types.UnionType else hint


def _label(field: attrs.Attribute[Any]) -> Words:
    return Words(zh_key(field), field.name)


def _object(cls: type) -> Shape:
    shapes = {
        field.name: _SPECIAL[cls, field.name](_label(field))
        if (cls, field.name) in _SPECIAL
        else _shape(field_types(cls)[field.name], _label(field))
        for field in attrs.fields(cls)
    }
    called = Words(class_label(cls.__name__), "the " + class_label(cls.__name__, "en").lower())
    return _Record(cls, called, shapes).shape


def _shape(hint: Any, label: Words) -> Shape:
    if hint in _LEAVES:
        return _LEAVES[hint](label)
    if get_origin(hint) is dict:
        return leaves.plain(label)
    if get_origin(hint) is tuple:
        member = get_args(hint)[0]
        return _shares(label) if member is Share else _list(_shape(member, label), label)
    return leaves.word(label, hint) if issubclass(hint, Word) else _object(hint)


def _list(member: Shape, label: Words) -> Shape:
    read_member, single = member.read, not member.fields

    def read(raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
        if type(raw) is not list:
            if not single or isinstance(raw, dict):
                return _no_object(raw, reading, path, step, label=label, due=kinds.LIST, shape=member)
            value = read_member(raw, reading, path, step)
            return MISSING if value is MISSING else (value,)
        here, found = (*path, step), []
        for number, item in enumerate(raw):
            value = MISSING if item is None or item == "" else read_member(item, reading, here, number)
            if value is MISSING:
                reading.gaps.add((*here, number))
            else:
                found.append(value)
        return tuple(found)

    return Shape(read, member)


def _no_object(raw: object, reading: Reading, path: Path, step: str | int, *, label: Words, due: Words, shape: Shape) -> Any:
    """Report what stands where an object, or a list of such, is due."""
    if isinstance(raw, str):
        for colon in ":：":
            head = raw.partition(colon)[0].strip()
            if head != raw.strip() and shape.field(head):
                return reading.mismatch(path, step, label, due, raw, variant="sticking", key=head)
    elif isinstance(raw, dict) and (dashed := next((key for key in raw if key[:1] == "-" and shape.field(key[1:])), None)):
        reading.report_key((*path, step), dashed, dashed, "SHP001", "no_dash_space")
        return reading.forget(path, step)
    keys = tuple(Words(key, name) for key, (name, _) in shape.fields.items() if key != name)
    variant = "list" if due is kinds.LIST else "mapping"
    return reading.mismatch(path, step, label, due, raw, variant=variant, keys=keys[:6])


def _shares(label: Words) -> Shape:
    """A mapping of names to figures, as a list of shares."""
    read_value = leaves.quantity(label).read

    def read(raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
        if type(raw) is not dict:
            return reading.mismatch(path, step, label, kinds.OBJECT, raw)
        here, found = (*path, step), []
        for number, (name, item) in enumerate(raw.items()):
            value: Any = MISSING if absent(item) or not name else read_value(item, reading, here, number)
            if value is MISSING:
                reading.gaps.add((*here, number))
            else:
                found.append(Share(name=name, value=value))
        return tuple(found)

    return Shape(read, named=True)


def _thawed(cls: type) -> type:
    """
    *cls* unfrozen, for as long as an object is being made.

    The constructors of frozen classes go through a function call for every field, which for a class of twenty fields costs more
    than reading them.
    """
    return type(cls.__name__, (cls,), {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__})


class _Record:
    """Reads objects of one class."""

    def __init__(self, cls: type, label: Words, shapes: Mapping[str, Shape]) -> None:
        """
        Args:
            label: What messages call the object.

            shapes: The shapes of its fields, by name.
        """
        fields = attrs.fields_dict(cls)
        self._cls = cls
        self._make: Callable[[], Any] = functools.partial(object.__new__, _thawed(cls))
        self._label = label
        self._labels = {name: _label(field) for name, field in fields.items()}
        self._required = tuple(name for name, field in fields.items() if field.default is attrs.NOTHING)
        self._either: tuple[str, ...] = EITHER.get(cls.__name__, ())
        spellings = {key: name for name, field in fields.items() for key in (name, zh_key(field))}
        self.shape = Shape(self.read, fields={key: (name, shapes[name]) for key, name in spellings.items()})
        self._fields = {
            name: Field(name, shapes[name].read, shapes[name].known, MISSING if field.default is attrs.NOTHING else field.default)
            for name, field in fields.items()
        }
        self._straight: dict[tuple[str, ...], ReadObject] = {}

    def read(self, raw: Any, reading: Reading, path: Path, step: str | int) -> Any:
        if type(raw) is not dict:
            return _no_object(raw, reading, path, step, label=self._label, due=kinds.OBJECT, shape=self.shape)
        here = (*path, step) if step != "" else path
        keys = tuple(raw)
        read = self._straight.get(keys) or self._learn(keys) or self._one_by_one
        return read(raw, reading, here)

    def _learn(self, keys: tuple[str, ...]) -> ReadObject | None:
        """What reads objects with these keys from now on, if they are keys of the model, each once."""
        named = [field[0] for key in keys if (field := self.shape.field(key))]
        if len(set(named)) < len(keys) or len(self._straight) >= _MOST:
            return None
        given, others = [self._fields[name] for name in named], [self._fields[name] for name in self._fields if name not in named]
        read = straight(self._cls, self._make, given, others, self._either, self._finished)
        self._straight[keys] = read
        return read

    def _one_by_one(self, raw: dict[str, Any], reading: Reading, here: Path) -> Any:
        """An object with keys that nobody expects, or such as few others have."""
        values: dict[str, Any] = {}
        meant: set[str] = set()  # by keys that the model does not have
        for key, value in raw.items():
            known = self.shape.field(key)
            if known is None:
                meant.update(self._report_unknown(reading, here, key, value))
            elif not absent(value):
                if known[0] in values:
                    self._report_twice(reading, here, key, known[0], raw)
                else:
                    values[known[0]] = value
        reading.unknown.update((*here, name) for name in meant.difference(values))
        made: Any = self._make()
        for name, field in self._fields.items():
            setattr(made, name, field.value(values.get(name), reading, here))
        return self._finished(made, reading, here)

    def _finished(self, made: Any, reading: Reading, here: Path) -> Any:
        """*made*, which has all its values, frozen; nothing if it lacks what it cannot be without."""
        for name in self._required:
            if getattr(made, name) is MISSING:
                return self._without_object(made, reading, here)
        if self._either and not any(getattr(made, name) for name in self._either):
            self._report_neither(reading, here)
        made.__class__ = self._cls
        return made

    def _without_object(self, made: Any, reading: Reading, here: Path) -> Any:
        """Something is missing without which there is no object: tell what was not told yet."""
        for name in self._required:
            if getattr(made, name) is MISSING and (*here, name) not in reading.unknown:
                reading.report(here, name, "SHP002", "default", thing=self._label, field=self._labels[name])
                reading.unknown.add((*here, name))
        return reading.forget(here[:-1], here[-1]) if here else MISSING

    def _report_neither(self, reading: Reading, here: Path) -> None:
        if not any((*here, name) in reading.unknown for name in self._either):
            first, second = (self._labels[name] for name in self._either)
            reading.report(here, self._either[0], "SHP002", "either", thing=self._label, field=first, other=second)
            reading.unknown.add((*here, self._either[0]))

    def _report_twice(self, reading: Reading, here: Path, key: str, name: str, raw: dict[str, Any]) -> None:
        reading.measure(raw[key])
        first = next(other for other in raw if (field := self.shape.field(other)) and field[0] == name)
        reading.report_key(here, key, name, "SHP006", "default", key=cut(key), field=self._labels[name], first=first)

    def _report_unknown(self, reading: Reading, here: Path, key: str, value: object) -> Iterable[str]:
        """Report *key*, which the object does not have; gives the fields that it may stand for: they are not missing."""
        reading.measure(value)
        if reading.full:
            reading.count += 1
            return ()
        if key[:1] == "-" and (dashed := self.shape.field(key[1:])):
            reading.report_key(here, key, key, "SHP001", "no_dash_space")
            return (dashed[0],)
        head, colon, _ = key.partition("：")
        is_colon = bool(colon) and head.strip() in self.shape.fields
        near = (head.strip(),) if is_colon else near_keys(key, self.shape.fields)
        shown = cut(key, 20)
        if isinstance(value, Unread):
            reading.report_key(here, key, key, value.code, value.key, field=Words(shown, shown), **value.arguments)
        else:
            variant = "colon" if is_colon else "near" if near else "bare" if absent(value) else "default"
            reading.report_key(here, key, key, "SHP003", variant, thing=self._label, key=shown, near=near)
        return (self.shape.fields[word][0] for word in near)
