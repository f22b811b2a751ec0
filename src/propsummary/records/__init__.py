"""From records to figures: canonical tables, KPI queries, and the engines that run them."""

from __future__ import annotations

from propsummary.records.adapters import Adapter, adapted
from propsummary.records.addresses import from_address, is_address
from propsummary.records.checking import Defect, RecordsReport, TableReport, check_records
from propsummary.records.clusters import Spark, from_spark
from propsummary.records.databases import Database, from_connection
from propsummary.records.failing import RecordsError
from propsummary.records.files import DuckDB, from_files, from_frames
from propsummary.records.mapping import MappedColumn, MappedTable, Mapping
from propsummary.records.measuring import measure, statements
from propsummary.records.sources import Row, Source

__all__ = [
    "Adapter",
    "Database",
    "Defect",
    "DuckDB",
    "MappedColumn",
    "MappedTable",
    "Mapping",
    "RecordsError",
    "RecordsReport",
    "Row",
    "Source",
    "Spark",
    "TableReport",
    "adapted",
    "check_records",
    "from_address",
    "from_connection",
    "from_files",
    "from_frames",
    "from_spark",
    "is_address",
    "measure",
    "statements",
]
