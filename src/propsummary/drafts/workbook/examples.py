"""The row of every sheet that shows how it is filled in."""

from __future__ import annotations

import functools
import pathlib
import tomllib
from collections.abc import Mapping
from typing import Any

from propsummary.drafts.workbook.layout import Column, Sheet
from propsummary.problems import Language

__all__ = ["EXAMPLE", "NOTES", "example"]

#: What stands before the rows that are none of the summary's: the explanation of the columns, and the example.
NOTES: Mapping[Language, str] = {"zh": "说明", "en": "Notes"}
EXAMPLE: Mapping[Language, str] = {"zh": "示例", "en": "Example"}


def example(sheet: Sheet, language: Language) -> Mapping[Column, str]:
    """What the example row of *sheet* holds."""
    told: Mapping[str, str] = _file()[language].get(sheet.path[-1], {})
    return {column: told[key] for column in sheet.columns if (key := ".".join(column.path)) in told}


@functools.cache
def _file() -> Mapping[str, Any]:
    return tomllib.loads(pathlib.Path(__file__).with_name("examples.toml").read_text("utf-8"))
