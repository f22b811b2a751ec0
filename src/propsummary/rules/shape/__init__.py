"""Shape: what is wrong with the file itself. Readers report these codes; the rules here only explain them."""

from __future__ import annotations

from propsummary.rules.base import Rule
from propsummary.rules.shape.shp001_syntax_error import syntax_error
from propsummary.rules.shape.shp002_missing_key import missing_key
from propsummary.rules.shape.shp003_unknown_key import unknown_key
from propsummary.rules.shape.shp004_wrong_type import wrong_type
from propsummary.rules.shape.shp005_bad_value import bad_value
from propsummary.rules.shape.shp006_duplicate_key import duplicate_key
from propsummary.rules.shape.shp007_unsupported_version import unsupported_version
from propsummary.rules.shape.shp008_over_limit import over_limit
from propsummary.rules.shape.shp009_unparsed_text import unparsed_text

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    syntax_error,
    missing_key,
    unknown_key,
    wrong_type,
    bad_value,
    duplicate_key,
    unsupported_version,
    over_limit,
    unparsed_text,
)
