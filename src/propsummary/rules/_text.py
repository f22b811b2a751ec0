"""What rules ask of a passage: its figures, its sentences, its clauses."""

from __future__ import annotations

import re

from propsummary.catalogue.lexicon import Hit, lexicon
from propsummary.quantities import find_figures

__all__ = ["clauses", "first_hit", "has_figure", "sentences"]

_SENTENCE = re.compile(r"[。！？!?；;\n]|\.(?=\s|$)")
_CLAUSE = re.compile(r"[，,、：:。！？!?；;\n（）()]|\.(?=\s|$)")


def has_figure(text: str) -> bool:
    """Whether *text* holds a figure; a date, a building's number and a mere article (打造一支队伍) are none."""
    return bool(find_figures(text))


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
