"""Frames of other libraries: they give what the files give that they were read from."""

from __future__ import annotations

import pathlib
from collections.abc import Callable
from typing import Any

import pytest

from plain_records import made_records, write_parquet
from propsummary.records import from_frames
from propsummary.testing.records import check_source

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    place = tmp_path_factory.mktemp("records")
    write_parquet(made_records(seed=17, size=120), place)
    return place


def _pandas(file: pathlib.Path) -> Any:
    import pandas

    return pandas.read_parquet(file)


def _polars(file: pathlib.Path) -> Any:
    import polars

    return polars.read_parquet(file)


def _arrow(file: pathlib.Path) -> Any:
    import pyarrow.parquet

    return pyarrow.parquet.read_table(file)


@pytest.mark.parametrize("read", [_pandas, _polars, _arrow])
def test_frames_count_what_files_count(folder: pathlib.Path, read: Callable[[pathlib.Path], Any]) -> None:
    """Every KPI, with its months and parts, to the last digit."""
    check_source(from_frames({file.stem: read(file) for file in folder.glob("*.parquet")}), folder, period="2025-Q1")
