"""A company's own KPIs: a file that people write, read like their other settings and refused with line and column."""

from __future__ import annotations

import pathlib
import re
from decimal import Decimal

from propsummary.catalogue import DataFileError, Kpi, kpis_from_table
from propsummary.problems import Path
from propsummary.serde.toml_settings import parsed, read_text

__all__ = ["read_kpis"]

_STEP = re.compile(r"\[([0-9]+)\]|([^.\[\]]+)")


def read_kpis(file: pathlib.Path) -> tuple[Kpi, ...]:
    """
    The KPIs of *file*, in its order.

    Raises:
        ConfigurationError: It says something that cannot be.

        OSError: It cannot be opened.
    """
    text = read_text(file)
    table = parsed(text, file, number=Decimal)
    try:
        return tuple(kpis_from_table(table, str(file)).values())
    except DataFileError as error:
        raise error.at(_place(error.key, text, str(file))) from error


def _place(key: str, text: str, file: str) -> str:
    """Where *key* (``kpis[0].unit``) stands, or what it is missing in."""
    from propsummary.serde._source import Lines
    from propsummary.serde._toml_spans import toml_places

    places = toml_places(text)
    path: Path = tuple(int(index) if index else name for index, name in _STEP.findall(key))
    for length in range(len(path), 0, -1):
        if extent := places.value(path[:length]):
            return str(Lines(text, file).span(extent))
    return file
