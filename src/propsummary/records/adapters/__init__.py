"""Adapters: a mapping and the views that it needs, for systems that many have, and for one's own in a folder of the same form."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Mapping as Dictionary
from types import MappingProxyType

import attrs

from propsummary.errors import MissingExtraError, UnknownNameError, expect_path
from propsummary.records.functions import foreign
from propsummary.records.mapping import Mapping
from propsummary.records.sources import Source
from propsummary.records.views import Views
from propsummary.serde.toml_settings import refusal

__all__ = ["ADAPTERS", "Adapter", "adapted"]

_HOME = pathlib.Path(__file__).parent

#: Names of the adapters that come with the package: ``microcommunity`` is HC小区 (MicroCommunity).
ADAPTERS = ("microcommunity",)


@attrs.frozen(kw_only=True)
class Adapter:
    """
    How the records of a system are read: a folder with ``mapping.toml`` and a file of SQL for each view.

    Attributes:
        mapping: What its tables and columns are called.

        views: A SELECT for each view that joins tables of the system, by the view's name, in the mapping's dialect.

    .. versionadded:: 0.1.0
    """

    mapping: Mapping
    views: Dictionary[str, str] = attrs.field(factory=dict, hash=False)

    @classmethod
    def named(cls, name: str) -> Adapter:
        """
        The adapter called *name* that comes with the package.

        Raises:
            UnknownNameError: There is none of that name.
        """
        if name not in ADAPTERS:
            raise UnknownNameError("adapter", name, ADAPTERS)
        return cls.from_folder(_HOME / name)

    @classmethod
    def from_folder(cls, folder: str | os.PathLike[str]) -> Adapter:
        """
        The adapter in *folder*: ``mapping.toml``, and ``NAME.sql`` for each view.

        Raises:
            ConfigurationError: The mapping says something that cannot be followed, or a view is no SELECT with named columns.

            OSError: There is no mapping in it.
        """
        folder = expect_path("Adapter.from_folder", folder)
        mapping = Mapping.from_file(folder / "mapping.toml")
        views = {file.stem: _view(file, mapping.dialect or "duckdb") for file in sorted(folder.glob("*.sql"))}
        return cls(mapping=mapping, views=MappingProxyType(views))

    def on(self, source: Source) -> Source:
        """*source* with the views, to be measured with the mapping."""
        return Views(source=source, queries=self._spoken(source.dialect)) if self.views else source

    def _spoken(self, dialect: str) -> Dictionary[str, str]:
        """The views in *dialect*."""
        from sqlglot import transpile

        own = self.mapping.dialect or "duckdb"
        spoken = {name: transpile(text, read=own, write=dialect, comments=False)[0] for name, text in self.views.items()}
        return MappingProxyType(spoken)


def adapted(source: Source, name: str | pathlib.Path) -> tuple[Source, Mapping]:
    """
    What is to be measured, and with which mapping, where *name* is an adapter, an adapter's folder or a mapping file.

    Raises:
        ConfigurationError: It says something that cannot be followed.

        OSError: It is none of them.

    .. versionadded:: 0.1.0
    """
    path = pathlib.Path(name)
    if str(name) not in ADAPTERS and not path.is_dir():
        return source, Mapping.from_file(path)
    adapter = Adapter.named(str(name)) if str(name) in ADAPTERS else Adapter.from_folder(path)
    return adapter.on(source), adapter.mapping


def _view(file: pathlib.Path, dialect: str) -> str:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise refusal(str(file), "不是 UTF-8，请另存为 UTF-8", "not UTF-8: save it as UTF-8") from error
    names = _columns(text, dialect)
    if "*" in names or not all(names):
        raise refusal(
            str(file), f"要写成 {dialect} 的一句 SELECT，每一列都有名字", f"must be one SELECT of {dialect} that names its columns"
        )
    from sqlglot import parse_one

    if (why := foreign(parse_one(text, dialect=dialect), rows=True)) is not None:
        raise refusal(str(file), why.zh, why.en)
    return text


def _columns(text: str, dialect: str) -> list[str]:
    """Names of the columns of the SELECT *text*; one without a name if it is something else."""
    try:
        from sqlglot import exp, parse_one
        from sqlglot.errors import SqlglotError
    except ImportError as error:
        raise MissingExtraError("measuring records", "data") from error
    from propsummary.records.dialects import is_read_only

    try:
        query = parse_one(text, dialect=dialect) if is_read_only(text, dialect) else None
    except SqlglotError:
        query = None
    return query.named_selects if isinstance(query, exp.Select) else [""]
