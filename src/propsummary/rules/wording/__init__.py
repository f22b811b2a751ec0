"""Wording."""

from __future__ import annotations

from propsummary.rules.base import Rule
from propsummary.rules.wording.wrd001_placeholder_left import placeholder_left
from propsummary.rules.wording.wrd002_vague_wording import vague_wording
from propsummary.rules.wording.wrd003_repeated_passage import repeated_passage
from propsummary.rules.wording.wrd004_long_sentence import long_sentence
from propsummary.rules.wording.wrd005_pasted_residue import pasted_residue
from propsummary.rules.wording.wrd006_no_will_to_solve import no_will_to_solve

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    placeholder_left,
    vague_wording,
    repeated_passage,
    long_sentence,
    pasted_residue,
    no_will_to_solve,
)
