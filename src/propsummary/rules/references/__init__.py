"""References: ids that are taken twice, ids that lead nowhere, files that are not there."""

from __future__ import annotations

from propsummary.rules.base import Rule
from propsummary.rules.references.ref001_duplicate_id import duplicate_id
from propsummary.rules.references.ref002_dangling_reference import dangling_reference
from propsummary.rules.references.ref003_missing_file import missing_file
from propsummary.rules.references.ref004_unread_records import unread_records

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (duplicate_id, dangling_reference, missing_file, unread_records)
