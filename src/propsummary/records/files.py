"""Records in files and frames, read in this process by DuckDB."""

from __future__ import annotations

import contextlib
import pathlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from propsummary.errors import MissingExtraError
from propsummary.records.failing import RecordsError
from propsummary.records.sources import Row

if TYPE_CHECKING:
    import duckdb

__all__ = ["SUFFIXES", "DuckDB", "from_files", "from_frames"]

# How a file is read; what a CSV file says is turned into the canonical types by name, never guessed from its first rows.
_READERS = {
    ".parquet": "read_parquet({files}, union_by_name = true)",
    ".csv": "read_csv({files}, all_varchar = true, header = true, union_by_name = true)",
    ".json": "read_json({files})",
    ".jsonl": "read_json({files}, format = 'newline_delimited')",
}

#: Endings of the files that can be read.
SUFFIXES = tuple(_READERS)


@attrs.frozen(kw_only=True)
class DuckDB:
    """
    Tables that a DuckDB connection can read.

    Attributes:
        connection: The connection, which is used by one thread at a time.

        relations: What stands for each table behind FROM.
    """

    name: str
    connection: duckdb.DuckDBPyConnection
    relations: Mapping[str, str] = attrs.field(hash=False)

    @property
    def dialect(self) -> str:
        """DuckDB's own."""
        return "duckdb"

    def tables(self) -> tuple[str, ...]:
        """Names of the tables: of files without their endings."""
        return tuple(self.relations)

    def columns(self, table: str) -> tuple[str, ...]:
        """Names of the columns of *table*."""
        if table not in self.relations:
            return ()
        return tuple(row[0] for row in self.rows(f"SELECT column_name FROM (DESCRIBE SELECT * FROM {self.relations[table]})"))

    def relation(self, table: str) -> str:
        """What stands for *table* behind FROM."""
        return self.relations[table]

    def snapshot(self) -> contextlib.AbstractContextManager[None]:
        """Files are read as they are: a file that is written meanwhile is an error of its reader."""
        return contextlib.nullcontext()

    def rows(self, sql: str) -> Iterable[Row]:
        """The answer to *sql*."""
        import duckdb

        try:
            return self.connection.execute(sql).fetchall()
        except duckdb.Error as error:
            said = str(error).partition("\n")[0]
            raise RecordsError(f"the records cannot be read: {said}", f"读不了记录：{said}") from error


def from_files(path: pathlib.Path) -> DuckDB:
    """
    The tables in the folder *path*, or in one file.

    Every file is a table of its name; a folder in the folder is one table in parts. Nothing outside can be read.

    Raises:
        RecordsError: There is no table there.

        OSError: *path* cannot be opened.
    """
    path.stat()
    found = dict(_tables(path))
    if not found:
        kinds = "、".join(SUFFIXES)
        raise RecordsError(f"there are no records in {path} ({', '.join(SUFFIXES)})", f"{path} 里没有记录文件（{kinds}）")
    return DuckDB(name=path.resolve().name, connection=_connection(path), relations=found)


def from_frames(frames: Mapping[str, Any], *, name: str = "") -> DuckDB:
    """
    Tables handed in as pandas, Polars or Arrow frames, by their names.

    Args:
        name: What people call them.
    """
    connection = _connection(None)
    for table, frame in frames.items():
        connection.register(table, frame)
    return DuckDB(name=name, connection=connection, relations={table: _quoted(table) for table in frames})


def _connection(path: pathlib.Path | None) -> duckdb.DuckDBPyConnection:
    """A connection to a database in memory that can read *path* and nothing else."""
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtraError("measuring records", "data") from error
    connection = duckdb.connect(":memory:")
    if path is not None:
        kind = "allowed_directories" if path.is_dir() else "allowed_paths"
        connection.execute(f"SET {kind} = [{_literal(str(path.resolve()))}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _tables(path: pathlib.Path) -> Iterator[tuple[str, str]]:
    for item in sorted(path.iterdir()) if path.is_dir() else [path]:
        parts = sorted(item.rglob("*")) if item.is_dir() else [item]
        files = [part for part in parts if part.is_file() and part.suffix.lower() in _READERS]
        for suffix in SUFFIXES:
            if alike := [str(file.resolve()) for file in files if file.suffix.lower() == suffix]:
                yield item.stem, _READERS[suffix].format(files=f"[{', '.join(map(_literal, alike))}]")


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
