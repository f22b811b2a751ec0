"""The safe repairs of a draft, a kind a module, and the proof that none of them changes what the draft says."""

from __future__ import annotations
