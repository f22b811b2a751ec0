"""How the classes of the model declare their fields."""

from __future__ import annotations

import enum
from typing import Any

import attrs

__all__ = ["Word", "key", "refs_of", "zh_key"]


def key(zh: str, *, default: Any = "", refs: tuple[str, ...] = (), prose: bool = False) -> Any:
    """
    Declare a field with the facts that readers, writers and rules share.

    Args:
        zh: The field's Chinese name: its key in a draft that is written in Chinese.

        default: What an absent field is; `attrs.NOTHING` for one that cannot be absent.

        refs: The collections of `Summary` whose ids the field may hold (``("issues", "risks")``); ``previous`` stands for the
            summary before this one, ``areas`` for the areas of the department.

        prose: Whether the field holds sentences that people read, rather than a name or an id.
    """
    return attrs.field(default=default, metadata={"zh": zh, "refs": refs, "prose": prose})


def zh_key(field: attrs.Attribute[Any]) -> str:
    """The Chinese key of *field*."""
    name: str = field.metadata["zh"]
    return name


def refs_of(field: attrs.Attribute[Any]) -> tuple[str, ...]:
    """The collections that *field* names ids of."""
    names: tuple[str, ...] = field.metadata["refs"]
    return names


class Word(enum.Enum):
    """
    A word of a fixed list, English (the value) and Chinese.

    Attributes:
        zh: The Chinese word, as drafts and documents write it.
    """

    zh: str

    def __new__(cls, value: str, zh: str) -> Word:
        member = object.__new__(cls)
        member._value_ = value
        member.zh = zh
        return member

    def __str__(self) -> str:
        return str(self.value)
