"""Summaries as YAML, JSON and TOML: read with the place of everything, written in either language, described by JSON Schemas."""

from __future__ import annotations

from propsummary.serde._source import Limits
from propsummary.serde.json_schema import schema, schema_file
from propsummary.serde.loading import FORMATS, Format, format_of, loads, read_bytes, read_file, sniff
from propsummary.serde.writing import dumps

__all__ = [
    "FORMATS",
    "Format",
    "Limits",
    "dumps",
    "format_of",
    "loads",
    "read_bytes",
    "read_file",
    "schema",
    "schema_file",
    "sniff",
]
