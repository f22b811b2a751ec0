"""
The codes: what each one is called, how much it matters and how people are told, in Chinese and in English.

Readers, rules and reports share them, so they are data (``data/rules/<FAMILY>.toml``). A third party's rules bring their own.
"""

from __future__ import annotations

import functools
import os
import pathlib
import tomllib
from collections.abc import Mapping
from typing import Any

import attrs

from propsummary._privacy import mask
from propsummary.errors import ConfigurationError, expect_path
from propsummary.problems import Language, Severity, Wording

__all__ = ["CodeInfo", "Message", "Words", "code_info", "codes", "codes_from_toml", "say"]

_DATA = pathlib.Path(__file__).parent / "data" / "rules"


@attrs.frozen
class Words:
    """The same words in both languages."""

    zh: str
    en: str

    def in_(self, language: Language) -> str:
        """The words in *language*."""
        return self.en if language == "en" else self.zh


@attrs.frozen(kw_only=True)
class Message:
    """
    One sentence that a code can say, with ``{placeholders}``, and the hint that goes with it.

    Attributes:
        text: What is wrong.

        hint: What to do about it; may be empty.
    """

    text: Words
    hint: Words


@attrs.frozen(kw_only=True)
class CodeInfo:
    """
    What is known of a code.

    Attributes:
        code: The stable code (``ISS001``); never used again once it was given up.

        name: What it reports, as a pattern in kebab case.

        severity: How much it matters in a draft.

        final: How much it matters in a summary that is to be handed in.

        serves: Ids of the requirements behind it.

        title: The pattern in a few words.

        why: Why it matters.

        messages: What it can say, by key; the first is the usual one.
    """

    code: str
    name: str
    severity: Severity
    final: Severity
    serves: tuple[str, ...]
    title: Words
    why: Words
    messages: Mapping[str, Message] = attrs.field(hash=False)

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")

    def message(self, key: str = "") -> Message:
        """The message of that key; the usual one for an empty key."""
        return self.messages[key] if key else next(iter(self.messages.values()))


@functools.cache
def codes() -> Mapping[str, CodeInfo]:
    """Every code of this library, in order."""
    found: dict[str, CodeInfo] = {}
    for file in sorted(_DATA.glob("*.toml")):
        found |= codes_from_toml(file)
    return dict(sorted(found.items()))


def code_info(code: str) -> CodeInfo:
    """What is known of *code*; `KeyError` if it is none of this library's."""
    return codes()[code]


def codes_from_toml(file: str | os.PathLike[str]) -> dict[str, CodeInfo]:
    """
    Read a file of codes, this library's or a third party's.

    Raises:
        ConfigurationError: A key is missing, unknown or of the wrong type; the message names file and key.

        WrongArgumentError: *file* is no path.
    """
    file = expect_path("codes_from_toml", file)
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    found = {}
    for code, entry in data.items():
        try:
            found[code] = _info(code, entry)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ConfigurationError(f"{file.name}: [{code}]: {type(error).__name__}: {error}") from error
    return found


_KEYS = {"name", "severity", "final", "serves", "title", "why", "messages"}


def _info(code: str, entry: dict[str, Any]) -> CodeInfo:
    if unknown := entry.keys() - _KEYS:
        raise ValueError(f"unknown key {min(unknown)!r}")
    severity = Severity(entry["severity"])
    return CodeInfo(
        code=code,
        name=entry["name"],
        severity=severity,
        final=Severity(entry.get("final", severity.value)),
        serves=tuple(entry.get("serves", ())),
        title=_words(entry["title"]),
        why=_words(entry["why"]),
        messages={
            key: Message(text=_words(value), hint=_words(value.get("hint", {"zh": "", "en": ""})))
            for key, value in entry["messages"].items()
        },
    )


def _words(value: Mapping[str, Any]) -> Words:
    return Words(str(value["zh"]), str(value["en"]))


def say(info: CodeInfo, key: str, arguments: Mapping[str, object]) -> tuple[Wording, Wording]:
    """
    What *info* says with these arguments, in Chinese and in English.

    Arguments may be texts, whole numbers, `Words`, members of the model's fixed lists, value types of the model, and tuples of
    these. Personal data in them is masked: a message is read by more people than the draft is.
    """
    message = info.message(key)
    return _wording(message, arguments, "zh"), _wording(message, arguments, "en")


def _wording(message: Message, arguments: Mapping[str, object], language: Language) -> Wording:
    spoken = {name: _spoken(value, language) for name, value in arguments.items()}
    return Wording(message.text.in_(language).format_map(spoken), message.hint.in_(language).format_map(spoken))


def _spoken(value: object, language: Language) -> object:
    return value if isinstance(value, int) else mask(_in_words(value, language))


def _in_words(value: object, language: Language) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple | list):
        return (", " if language == "en" else "、").join([_in_words(one, language) for one in value])
    if language != "en" and isinstance(zh := getattr(value, "zh", None), str):
        return zh
    for name in ("en", "text", "value"):
        if isinstance(found := getattr(value, name, None), str) and found:
            return found
    return str(value)
