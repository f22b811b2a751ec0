"""Words that documents, reports and schemas need, in Chinese and English."""

from __future__ import annotations

import functools

import attrs

from propsummary._text import nearest
from propsummary.catalogue._hant import spoken
from propsummary.catalogue._reader import DATA, build, read_toml
from propsummary.errors import UnknownNameError
from propsummary.problems import Language

__all__ = ["class_doc", "class_label", "field_doc", "field_label", "label", "labels"]

#: The key under which a class's own words stand among those of its fields.
_ITSELF = "class"


@attrs.frozen(kw_only=True)
class _Pair:
    zh: str
    en: str


@attrs.frozen(kw_only=True)
class _Words:
    zh: str
    en: str
    label_zh: str
    label_en: str
    plural_en: str = ""


def label(key: str, language: Language = "zh") -> str:
    """
    The word or phrase called *key* in *language*.

    Raises:
        UnknownNameError: There is no such key.
    """
    pair = labels().get(key)
    if pair is None:
        raise UnknownNameError("label", key, nearest(key, labels()))
    return spoken(pair.zh, pair.en, language)


def class_label(cls_name: str, language: Language = "zh", *, plural: bool = False) -> str:
    """
    What a heading calls the objects of a model class: 问题, ``Issue``, ``Issues``.

    Raises:
        UnknownNameError: The model has no such class.
    """
    words = _words(cls_name, _ITSELF)
    return spoken(words.label_zh, words.plural_en if plural else words.label_en, language)


def class_doc(cls_name: str, language: Language = "zh") -> str:
    """
    What a model class is for, in one line.

    Raises:
        UnknownNameError: The model has no such class.
    """
    words = _words(cls_name, _ITSELF)
    return words.en if language == "en" else words.zh


def field_label(cls_name: str, field: str, language: Language = "zh") -> str:
    """
    What a table heading calls a field: ``Metric.baseline`` is 上期.

    Raises:
        UnknownNameError: The model has no such class or field.
    """
    words = _words(cls_name, field)
    return spoken(words.label_zh, words.label_en, language)


def field_doc(cls_name: str, field: str, language: Language = "zh") -> str:
    """
    What a field holds, in one line, with unit and range where it matters.

    Raises:
        UnknownNameError: The model has no such class or field.
    """
    words = _words(cls_name, field)
    return words.en if language == "en" else words.zh


@functools.cache
def labels() -> dict[str, _Pair]:
    """Every key that `label` knows, with its words."""
    path = DATA / "labels.toml"
    return {key: build(_Pair, raw, str(path), key) for key, raw in read_toml(path).items()}


@functools.cache
def _fields() -> dict[str, dict[str, _Words]]:
    path = DATA / "fields.toml"
    return {
        cls: {field: build(_Words, raw, str(path), f"{cls}.{field}") for field, raw in fields.items()}
        for cls, fields in read_toml(path).items()
    }


def field_words() -> tuple[str, ...]:
    """The Chinese headings of all classes and fields."""
    return tuple(words.label_zh for fields in _fields().values() for words in fields.values())


def _words(cls_name: str, field: str) -> _Words:
    fields = _fields().get(cls_name)
    if fields is None:
        raise UnknownNameError("class", cls_name, nearest(cls_name, _fields()))
    if field not in fields:
        raise UnknownNameError(f"field of {cls_name}", field, nearest(field, fields))
    return fields[field]
