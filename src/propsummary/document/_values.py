"""The words and texts that blocks are made of: what they may hold, and how two of them are put together."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from propsummary._text import width
from propsummary.problems import Language

__all__ = ["Language", "Tone", "beginning", "captioned", "labelled", "named", "one_line", "several_lines"]

#: What a figure or word says about the work; never told by colour alone, the text says it too.
Tone: TypeAlias = Literal["", "good", "bad", "neutral", "muted"]

# Controls, surrogates, non-characters and the marks that turn the direction of writing: no format can carry them safely.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_SENTENCE_END = re.compile(r"[。！？!?；;\n]|\.(?=\s|$)")
_HEADING = 48  # columns of a heading that is made of a sentence
_TOO_LITTLE = 10  # columns that say nothing: 今年，
_LINE_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def several_lines(value: str) -> str:
    """Text of any number of lines, without what no format can carry and without blank edges."""
    if not value.isprintable():
        value = _UNPRINTABLE.sub("", _LINE_BREAK.sub("\n", value).replace("\t", " "))
    return value.strip()


def one_line(value: str) -> str:
    """Text that stands on one line."""
    value = several_lines(value)
    return " ".join(value.split()) if "\n" in value else value


def beginning(text: str) -> str:
    """How a passage begins, for a heading: its first sentence, else the clauses of it that fit, else what fits of the first one."""
    sentence = _SENTENCE_END.split(several_lines(text), maxsplit=1)[0].strip()
    if width(sentence) <= _HEADING:
        return sentence
    clauses = (sentence[: comma.start()] for comma in re.finditer("，|, ", sentence))
    fitting = [clause for clause in clauses if _TOO_LITTLE < width(clause) <= _HEADING]
    return fitting[-1] if fitting else _cut(sentence)


def _cut(sentence: str) -> str:
    """What fits of *sentence*, no figure and no Latin word cut in two."""
    end = next(i for i in range(len(sentence)) if width(sentence[: i + 1]) > _HEADING - 2)
    kept = sentence[:end] if sentence[end].isspace() else re.sub("[!-~]+$", "", sentence[:end]) or sentence[:end]
    return kept.rstrip() + "…"


def named(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Names and values, in order."""
    return tuple((one_line(name), several_lines(value)) for name, value in pairs)


def captioned(number: str, text: str, note: str = "", language: Language = "zh") -> str:
    """A caption as printed: ``图 1　整改前后（2025年5月）``."""
    blank = "　" if language != "en" else ". "
    caption = f"{number}{blank}{text}" if number and text else number or text
    if not note:
        return caption
    return f"{caption}（{note}）" if language != "en" else f"{caption} ({note})"


def labelled(label: str, text: str, language: Language = "zh") -> str:
    """A label and what it stands before, joined by the language's colon: ``责任人：周明``."""
    colon = "：" if language != "en" else ": "
    return f"{label}{colon}{text}" if label and text else label or text
