"""Tables in files that DuckDB cannot read by itself: taken over into its memory, every value as a text."""

from __future__ import annotations

import csv
import datetime
import pathlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from propsummary.errors import MissingExtraError
from propsummary.records.failing import RecordsError

if TYPE_CHECKING:
    import duckdb

__all__ = ["COPIED", "encoding_of", "take_over"]

#: A table's name, empty where it is that of the file, and its rows, the first of which names the columns.
_Table: TypeAlias = tuple[str, Iterable[Sequence[Any]]]

# By so much of a text its encoding can be told.
_HEAD = 2**20

# Rows may be shorter than the head, and values of several lines; DuckDB takes both only one part of a file after the other.
_CSV = (
    "read_csv(?, all_varchar = true, header = true, union_by_name = true, delim = ',', quote = '\"', "
    "null_padding = true, parallel = false)"
)


def take_over(connection: duckdb.DuckDBPyConnection, name: str, files: Iterable[pathlib.Path]) -> Iterator[str]:
    """
    Copy every table of *files* into *connection*, and tell its name; what has one name in several files is one table.

    Args:
        name: What a table is called that has no name of its own.

    Raises:
        RecordsError: A file is broken.

        MissingExtraError: openpyxl is not installed.
    """
    with tempfile.TemporaryDirectory() as folder:
        copies: dict[str, list[str]] = {}
        for file in files:
            for table, rows in COPIED[file.suffix.lower()](file):
                copy = pathlib.Path(folder, f"{sum(map(len, copies.values()))}.csv")
                with copy.open("w", encoding="utf-8", newline="") as written:
                    csv.writer(written).writerows([_text(value) for value in row] for row in rows)
                if copy.stat().st_size:
                    copies.setdefault(table or name, []).append(str(copy))
        for table, parts in copies.items():
            quoted = table.replace('"', '""')
            connection.execute(f'CREATE OR REPLACE TABLE "{quoted}" AS FROM {_CSV}', [parts])
            yield table


def encoding_of(file: pathlib.Path) -> str:
    """
    The encoding of the text in *file*: ``utf-8``, or ``gb18030`` as Excel writes it in China.

    Raises:
        RecordsError: It is no text.
    """
    from propsummary.serde._source import Refused
    from propsummary.serde.encodings import decode

    with file.open("rb") as opened:
        head = opened.read(_HEAD)
    try:
        return decode(head if len(head) < _HEAD else head[: head.rfind(b"\n") + 1])[1]
    except Refused as error:
        raise _broken(file, "no text in a known encoding", "看不出用的是什么编码，请另存为“CSV UTF-8”") from error


def _sheets(file: pathlib.Path) -> Iterator[_Table]:
    """The sheets of a workbook; of one alone the file's name says what is in it."""
    try:
        import openpyxl
    except ImportError as error:
        raise MissingExtraError("reading Excel files", "xlsx") from error
    try:
        workbook = openpyxl.load_workbook(file, read_only=True, data_only=True)
    except Exception as error:  # openpyxl lets pass whatever happens in a broken archive
        raise _broken(file, "no workbook", "不是能打开的Excel文件") from error
    try:
        for sheet in workbook.worksheets:
            rows = (row for row in sheet.iter_rows(values_only=True) if any(value is not None for value in row))
            yield (sheet.title if len(workbook.worksheets) > 1 else ""), rows
    finally:
        workbook.close()


def _sqlite(file: pathlib.Path) -> Iterator[_Table]:
    """The tables and views of a SQLite database, in one state of it."""
    import sqlite3

    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
    try:
        connection.execute("BEGIN")
        listed = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' ORDER BY name"
        for (name,) in connection.execute(listed).fetchall():
            rows = connection.execute('SELECT * FROM "{}"'.format(name.replace('"', '""')))
            yield name, _with_head([column[0] for column in rows.description], rows)
    except sqlite3.Error as error:
        raise _broken(file, f"no SQLite database: {error}", f"不是能打开的SQLite数据库：{error}") from error
    finally:
        connection.close()


def _decoded(file: pathlib.Path) -> Iterator[_Table]:
    """A CSV file that is not in UTF-8."""
    try:
        with file.open(encoding=encoding_of(file), newline="") as opened:
            yield "", csv.reader(opened)
    except (UnicodeError, csv.Error) as error:
        raise _broken(file, str(error), "看不出用的是什么编码，请另存为“CSV UTF-8”") from error


def _with_head(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    yield head
    yield from rows


def _text(value: Any) -> str:
    """A value as DuckDB reads it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ")
    return "" if value is None else str(value)


def _broken(file: pathlib.Path, en: str, zh: str) -> RecordsError:
    return RecordsError(f"{file.name} cannot be read: {en}", f"读不了 {file.name}：{zh}")


#: How files are read whose tables are taken over, by their endings.
COPIED: Mapping[str, Callable[[pathlib.Path], Iterator[_Table]]] = MappingProxyType(
    {".xlsx": _sheets, ".sqlite": _sqlite, ".sqlite3": _sqlite, ".db": _sqlite, ".csv": _decoded}
)
