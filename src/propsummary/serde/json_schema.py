"""JSON Schemas of drafts, for editors and for systems that write them."""

from __future__ import annotations

import datetime as dt
import json
import pathlib
from collections.abc import Mapping
from typing import Any, get_args, get_origin

import attrs

from propsummary.catalogue import class_doc, field_doc
from propsummary.model import Owner, Share, Summary, Word, zh_key
from propsummary.periods import Deadline, Period, Recurrence
from propsummary.problems import Language
from propsummary.quantities import Change, Quantity
from propsummary.serde._records import EITHER, field_types

__all__ = ["generate", "schema", "schema_file"]

_LEAVES: Mapping[Any, tuple[str, ...]] = {
    str: ("string",),
    int: ("integer",),
    dt.date: ("string",),
    Period: ("string", "integer"),
    Deadline: ("string", "integer"),
    Recurrence: ("string",),
    Quantity: ("string", "number"),
    Change: ("string", "number"),
    Owner: ("string",),
}


def schema(language: Language = "zh") -> dict[str, Any]:
    """
    The JSON Schema (2020-12) of a draft that is written in *language*.

    Keys and words of the other language are allowed too, since a draft may mix them: an editor must not accuse a right draft.
    Keys in traditional characters are read as well, but no schema lists them.
    """
    found: dict[str, Any] = json.loads(schema_file(language).read_text(encoding="utf-8"))
    return found


def schema_file(language: Language = "zh") -> pathlib.Path:
    """The file that `schema` reads, for editors that want one; traditional Chinese has that of simplified."""
    name = "summary.en.schema.json" if language == "en" else "summary.zh.schema.json"
    return pathlib.Path(__file__).parent / "schemas" / name


def generate(language: Language) -> str:
    """The text that `schema_file` shall have."""
    generator = _Generator(language)
    top = generator.object(Summary)
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "工作总结" if language == "zh" else "Work summary",
        **top,
        "$defs": dict(sorted(generator.definitions.items())),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


class _Generator:
    """Walks the classes from the summary down."""

    def __init__(self, language: Language) -> None:
        self.definitions: dict[str, Any] = {}
        self._language = language

    def object(self, cls: type) -> dict[str, Any]:
        """The schema of the class *cls*; its own language's keys come first."""
        fields = attrs.fields(cls)
        first, second = {}, {}
        for field in fields:
            shape = {"description": field_doc(cls.__name__, field.name, self._language)} | self._value(field_types(cls)[field.name])
            own, other = self._keys(field)
            first[own], second[other] = shape, shape
        required = [self._one_of(field) for field in fields if field.default is attrs.NOTHING]
        if cls.__name__ in EITHER:
            chosen = attrs.fields_dict(cls)
            required.append({"anyOf": [one for name in EITHER[cls.__name__] for one in self._one_of(chosen[name])["anyOf"]]})
        found: dict[str, Any] = {
            "description": class_doc(cls.__name__, self._language),
            "type": "object",
            "properties": first | second,
            "additionalProperties": False,
        }
        return found | ({"allOf": required} if required else {})

    def _keys(self, field: attrs.Attribute[Any]) -> tuple[str, str]:
        return (zh_key(field), field.name) if self._language == "zh" else (field.name, zh_key(field))

    def _one_of(self, field: attrs.Attribute[Any]) -> dict[str, Any]:
        return {"anyOf": [{"required": [key]} for key in self._keys(field)]}

    def _value(self, hint: Any) -> dict[str, Any]:
        if hint in _LEAVES:
            return {"type": [*_LEAVES[hint], "null"]}
        if get_origin(hint) is dict:
            return {"type": ["object", "null"]}
        if get_origin(hint) is tuple:
            member = get_args(hint)[0]
            if member is Share:
                return {"type": ["object", "null"], "additionalProperties": {"type": [*_LEAVES[Quantity], "null"]}}
            return self._list(self._value(member), single=not (attrs.has(member) and member not in _LEAVES))
        if issubclass(hint, Word):
            return {"enum": self._words(hint)}
        if hint.__name__ not in self.definitions:
            self.definitions[hint.__name__] = {}  # holds the place while the class is walked
            self.definitions[hint.__name__] = self.object(hint)
        return {"anyOf": [{"$ref": f"#/$defs/{hint.__name__}"}, {"type": "null"}]}

    def _list(self, member: dict[str, Any], *, single: bool) -> dict[str, Any]:
        if single:
            return {"type": [*member["type"], "array"], "items": member}
        return {"type": ["array", "null"], "items": member}

    def _words(self, kind: type[Word]) -> list[str | None]:
        chinese, english = [word.zh for word in kind], [str(word.value) for word in kind]
        words = (*chinese, *english) if self._language == "zh" else (*english, *chinese)
        return [*dict.fromkeys(words), None]
