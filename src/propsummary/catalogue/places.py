"""A place in a summary in words: how reports name it where no line of a file shows it, and how waivers may."""

from __future__ import annotations

import functools
from typing import Any, get_args, get_type_hints

import attrs

from propsummary.catalogue._departments import departments
from propsummary.catalogue.codes import Words
from propsummary.model import Summary, zh_key
from propsummary.problems import Language, Path

__all__ = ["in_words"]

_WHOLE = Words("整份总结", "the whole summary")
_PREVIOUS = Words("上期总结", "previous summary")
_FUNCTION = Words("职能", "functions")


def in_words(path: Path, language: Language = "zh") -> str:
    """
    Say where *path* is: 问题第2项 › 原因第1项, ``issues #2 › root causes #1``.

    Steps that are no field of the model (functions, keys of tables, keys that no class has) are told by their names.
    """
    said: list[str] = []
    cls: type | None = Summary
    for index, step in enumerate(path):
        if isinstance(step, int):
            said[-1:] = ["".join(said[-1:]) + _nth(step, language)]
        elif step == "previous" and index == 0:
            said.append(_PREVIOUS.in_(language))
        elif step == "functions" and index == 0:
            said.append(_FUNCTION.in_(language))
            cls = None
        elif index == 1 and path[0] == "functions":
            said.append(_area(step, language))
        else:
            word, cls = _field(cls, step, language)
            said.append(word)
    return " › ".join(said) or _WHOLE.in_(language)


def _nth(position: int, language: Language) -> str:
    return f" #{position + 1}" if language == "en" else f"第{position + 1}项"


def _area(id: str, language: Language) -> str:
    return next((area.name(language) for profile in departments() for area in profile.areas if area.id == id), id)


def _field(cls: type | None, name: str, language: Language) -> tuple[str, type | None]:
    """What the field is called, and the class of what it holds, if that is one of the model's."""
    if cls is None or name not in (fields := attrs.fields_dict(cls)):
        return name, None
    word = name.replace("_", " ") if language == "en" else zh_key(fields[name])
    return word, _class_in(_hints(cls)[name])


def _class_in(hint: Any) -> type | None:
    """The class of the model in a type such as ``Background | None`` and ``tuple[Issue, ...]``."""
    if isinstance(hint, type) and attrs.has(hint):
        return hint
    return next((found for part in get_args(hint) if (found := _class_in(part))), None)


@functools.cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)
