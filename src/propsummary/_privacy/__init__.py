"""
Personal data in running text: numbers, names and rooms, where they stand, and the same text without them.

Lowest of all rooms, because nothing that people are shown (messages, source lines, documents for owners) may repeat it.
"""

from __future__ import annotations

from propsummary._privacy.names import SURNAMES
from propsummary._privacy.numbers import Kind, Personal, find_personal, mask, shortened

__all__ = ["SURNAMES", "Kind", "Personal", "find_personal", "mask", "shortened"]
