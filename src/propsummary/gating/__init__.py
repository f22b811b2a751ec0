"""The number gate: every figure of a text accounted for in another."""

from __future__ import annotations

from propsummary.gating.comparing import gate
from propsummary.gating.report import Fate, GateEntry, GateReport, Mention
from propsummary.gating.showing import gate_html, gate_json, gate_text
from propsummary.gating.sources import Source, form_in

__all__ = ["Fate", "GateEntry", "GateReport", "Mention", "Source", "form_in", "gate", "gate_html", "gate_json", "gate_text"]
