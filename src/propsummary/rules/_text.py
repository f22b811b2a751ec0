"""What rules ask of a passage: its sentences, its clauses, the words of a lexicon in it."""

from __future__ import annotations

import re

from propsummary.catalogue.lexicon import Hit, lexicon

__all__ = ["clauses", "first_hit", "sentences"]

_SENTENCE = re.compile(r"[。！？!?；;\n]|\.(?=\s|$)")
_CLAUSE = re.compile(r"[，,、：:。！？!?；;\n（）()]|\.(?=\s|$)")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of *text* and what semicolons part, without their stops."""
    return _parts(_SENTENCE, text)


def clauses(text: str) -> tuple[str, ...]:
    """The pieces of *text* between any two marks."""
    return _parts(_CLAUSE, text)


def first_hit(name: str, text: str) -> Hit | None:
    """The first word of that lexicon in *text*."""
    return next(lexicon(name).find(text), None)


def _parts(mark: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in mark.split(text) if part.strip())
