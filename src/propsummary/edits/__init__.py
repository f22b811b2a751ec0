"""What writes drafts for people to go on with."""

from __future__ import annotations

from propsummary.edits.compute import compute
from propsummary.edits.fill_in import fill_in
from propsummary.edits.fix import Fixed, Repair, fix
from propsummary.edits.follow_up import follow_up
from propsummary.edits.new import starter

__all__ = ["Fixed", "Repair", "compute", "fill_in", "fix", "follow_up", "starter"]
