"""How the leaves say no: what is told of a value that cannot be read, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from propsummary.catalogue.codes import Words, code_info
from propsummary.problems import Path
from propsummary.serde._reading import Reading, cut

__all__ = ["LONGEST", "hint", "refuse", "unquoted", "why_no_quantity"]

LONGEST = 200  # characters; no spelling of a date, period or change is longer

_QUOTED = re.compile(r"[“”\"‘’'「『]\s*([^“”\"‘’'「」『』]+?)\s*[“”\"‘’'」』]")
_NO_EXACT_NUMBER = re.compile(
    r"(?:[约近超]|大约|将近)?(?:上[十百千万亿]|[数几][十百千万亿个次起件名人台户]|好几|若干|多[次起件名个台户]|不少|许多|大量|很多|一些)"
)
# 9O件, l2起: what looks like a digit and is a letter.
_LETTER = re.compile(r"[0-9.,]*[0-9] ?[OoIl]+ ?[余百千万亿]*[一-龥]|[OoIl]+[0-9]")
_PRODUCT = re.compile(r"[0-9]+ ?[×xX*✕] ?[0-9]+")


def refuse(
    reading: Reading,
    path: Path,
    step: str | int,
    label: Words,
    written: str,
    *,
    variant: str,
    understood: Callable[[str], object],
    **arguments: object,
) -> Any:
    """Report a spelling that is not *understood*; if it only has quotes of its own around it, say that."""
    inner = unquoted(written[:LONGEST])
    if inner and understood(inner):
        return reading.lose(path, step, "SHP005", "quoted", field=label, value=cut(inner))
    return reading.lose(path, step, "SHP005", variant, field=label, value=cut(inner or written), **arguments)


def unquoted(written: str) -> str:
    """What stands between quotes that belong to the value; nothing if there are none."""
    match = _QUOTED.fullmatch(written)
    return match[1] if match else ""


def hint(variant: str) -> Words:
    """How such a value is written."""
    return code_info("SHP005").message(variant).hint


def why_no_quantity(raw: str) -> str:
    """Which message says best what keeps *raw* from being a quantity."""
    if _NO_EXACT_NUMBER.match(raw.strip()):
        return "no_number"
    if _LETTER.match(raw.strip()):
        return "letter"
    return "product" if _PRODUCT.match(raw.strip()) else "quantity"
