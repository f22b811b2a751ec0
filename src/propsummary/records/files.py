"""Records in files and frames, read in this process by DuckDB."""

from __future__ import annotations

import contextlib
import os
import pathlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from propsummary.errors import MissingExtraError, expect_path
from propsummary.records.copies import COPIED, encoding_of, take_over
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
SUFFIXES = tuple(sorted({*_READERS, *COPIED}))


@attrs.frozen(kw_only=True)
class DuckDB:
    """
    Tables that a DuckDB connection can read.

    Attributes:
        connection: The connection, which is used by one thread at a time.

        relations: What stands for each table behind FROM.

        files: The files that are read each time; what was taken over into memory is not among them.
    """

    name: str
    connection: duckdb.DuckDBPyConnection
    relations: Mapping[str, str] = attrs.field(hash=False)
    files: tuple[pathlib.Path, ...] = ()

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

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """See that no file is written while answers come from it."""
        before = [_stamp(file) for file in self.files]
        yield
        if changed := [file.name for file, stamp in zip(self.files, before, strict=True) if _stamp(file) != stamp]:
            raise RecordsError(
                f"written while it was read: {', '.join(changed)}; measure again",
                f"{'、'.join(changed)} 在计算的时候被改写了，请重新计算",
            )

    def rows(self, sql: str) -> Iterable[Row]:
        """The answer to *sql*."""
        import duckdb

        try:
            return self.connection.execute(sql).fetchall()
        except duckdb.Error as error:
            said = " ".join(re.sub(r"^[\w ]*Error: ", "", str(error).partition("\n\n")[0]).split())
            if isinstance(error, duckdb.ConversionException):
                en, zh = f"a value is of the wrong type: {said}", f"有的值类型不对：{said}"
                raise RecordsError(f"{en}; see records check", f"{zh}。请用 records check 查看") from error
            raise RecordsError(f"the records cannot be read: {said}", f"读不了记录：{said}") from error


def from_files(path: str | os.PathLike[str]) -> DuckDB:
    """
    The tables in the folder *path*, or in one file.

    Every file is a table of its name, and a folder in the folder is one table in parts; a workbook of several sheets and a SQLite
    database hold tables of their own. Nothing outside can be read.

    Raises:
        RecordsError: There is no table there, one is there twice, or a file is broken.

        MissingExtraError: DuckDB is not installed, or what a file needs to be read.

        OSError: *path* cannot be opened.
    """
    path = expect_path("from_files", path)
    path.stat()
    connection, relations, files = _connection(), dict[str, str](), list[pathlib.Path]()
    for name, relation, parts in _tables(connection, path):
        if name in relations:
            raise RecordsError(f"the table {name} is there twice in {path}", f"{path} 里的表 {name} 有两份")
        relations[name] = relation
        files += parts
    if not relations:
        kinds = "、".join(SUFFIXES)
        raise RecordsError(f"there are no records in {path} ({', '.join(SUFFIXES)})", f"{path} 里没有记录文件（{kinds}）")
    kind = "allowed_directories" if path.is_dir() else "allowed_paths"
    connection.execute(f"SET {kind} = [{_literal(str(path.resolve()))}]")
    return DuckDB(name=path.resolve().name, connection=_shut(connection), relations=relations, files=tuple(files))


def from_frames(frames: Mapping[str, Any], *, name: str = "") -> DuckDB:
    """
    Tables handed in as pandas, Polars or Arrow frames, by their names.

    Args:
        name: What people call them.

    Raises:
        MissingExtraError: DuckDB is not installed.
    """
    connection = _connection()
    for table, frame in frames.items():
        connection.register(table, frame)
    return DuckDB(name=name, connection=_shut(connection), relations={table: _quoted(table) for table in frames})


def _connection() -> duckdb.DuckDBPyConnection:
    """A connection to a database in memory."""
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtraError("measuring records", "data") from error
    return duckdb.connect(":memory:")


def _shut(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """*connection*, which from now on reads nothing but what it was allowed to."""
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _tables(connection: duckdb.DuckDBPyConnection, path: pathlib.Path) -> Iterator[tuple[str, str, list[pathlib.Path]]]:
    """Each table's name, what stands for it behind FROM, and the files that are read for that."""
    for item in _meant(path.iterdir()) if path.is_dir() else [path]:
        parts = _meant(item.rglob("*")) if item.is_dir() else [item]
        by_suffix: dict[str, list[pathlib.Path]] = {}
        for part in parts:
            if part.is_file():
                by_suffix.setdefault(part.suffix.lower(), []).append(part)
        for suffix in sorted(by_suffix.keys() & set(SUFFIXES)):
            yield from _read(connection, item.stem, suffix, [_inside(part, path) for part in by_suffix[suffix]])


def _inside(part: pathlib.Path, path: pathlib.Path) -> pathlib.Path:
    """What *part* leads to, which must be in *path*."""
    found = part.resolve()
    if not found.is_relative_to(path.resolve()):
        raise RecordsError(f"{part.name} leads out of the folder of the records", f"{part.name} 指向记录文件夹外面的文件")
    return found


def _meant(items: Iterable[pathlib.Path]) -> list[pathlib.Path]:
    """*items* without those that are hidden, or an office program's own."""
    return sorted(item for item in items if not item.name.startswith((".", "~")))


def _read(
    connection: duckdb.DuckDBPyConnection, name: str, suffix: str, files: list[pathlib.Path]
) -> Iterator[tuple[str, str, list[pathlib.Path]]]:
    if suffix not in _READERS or (suffix == ".csv" and not all(encoding_of(file).startswith("utf-8") for file in files)):
        yield from ((table, _quoted(table), []) for table in take_over(connection, name, files))
        return
    yield name, _READERS[suffix].format(files=f"[{', '.join(_literal(str(file)) for file in files)}]"), files


def _stamp(file: pathlib.Path) -> tuple[int, ...]:
    """What is another when *file* has been written, or is gone."""
    try:
        told = file.stat()
    except OSError:
        return ()
    return told.st_ino, told.st_size, told.st_mtime_ns


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
