"""CTM: what is done about problems, by whom and until when."""

from __future__ import annotations

from propsummary.rules.base import Rule
from propsummary.rules.countermeasures.ctm001_measure_without_owner import measure_without_owner
from propsummary.rules.countermeasures.ctm002_vague_owner import vague_owner
from propsummary.rules.countermeasures.ctm003_measure_without_deadline import measure_without_deadline
from propsummary.rules.countermeasures.ctm004_vague_deadline import vague_deadline
from propsummary.rules.countermeasures.ctm005_deadline_out_of_reach import deadline_out_of_reach
from propsummary.rules.countermeasures.ctm006_orphan_countermeasure import orphan_countermeasure
from propsummary.rules.countermeasures.ctm007_not_operable import not_operable
from propsummary.rules.countermeasures.ctm008_closed_without_evidence import closed_without_evidence
from propsummary.rules.countermeasures.ctm009_family_mismatch import family_mismatch
from propsummary.rules.countermeasures.ctm010_overloaded_owner import overloaded_owner

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    measure_without_owner,
    vague_owner,
    measure_without_deadline,
    vague_deadline,
    deadline_out_of_reach,
    orphan_countermeasure,
    not_operable,
    closed_without_evidence,
    family_mismatch,
    overloaded_owner,
)
