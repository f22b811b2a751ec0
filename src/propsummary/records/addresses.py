"""Databases by their addresses: ``postgresql://user:password@host/name``."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from propsummary.records.databases import Database, from_connection
from propsummary.records.failing import RecordsError

__all__ = ["from_address", "is_address"]

# What a database's name is called among the arguments of the package that opens a connection, by the scheme of the address.
_DRIVERS = {
    "postgresql": ("psycopg", "dbname"),
    "postgres": ("psycopg", "dbname"),
    "mysql": ("pymysql", "database"),
    "mariadb": ("pymysql", "database"),
}

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")  # one letter is a drive


def is_address(place: str) -> bool:
    """Whether *place* is the address of something on a server rather than a file."""
    return _ADDRESS.match(place) is not None


def from_address(address: str) -> Database:
    """
    The tables of the database at *address*: ``postgresql://`` or ``mysql://``, with user, password, host, port and name.

    What stands behind a question mark goes to the driver: ``?sslmode=require``, ``?unix_socket=/run/mysqld.sock``.

    The connection is the caller's to close (``database.connection.close()``), if not by the end of the program.

    The password is never repeated in a message, nor is any of the address in the source of a figure.

    Raises:
        RecordsError: There is no such kind of database, its package is not installed, or it cannot be connected to.
    """
    told = _split(address)
    scheme = told.scheme.lower()
    if scheme not in _DRIVERS:
        known = "、".join(f"{name}://" for name in _DRIVERS)
        raise RecordsError(f"no kind of database: {scheme}:// (known: {known})", f"不认识 {scheme}://，可以是 {known}")
    driver, database = _DRIVERS[scheme]
    try:
        connect: Callable[..., Any] = importlib.import_module(driver).connect
    except ImportError as error:
        raise RecordsError(f"this database needs: pip install {driver}", f"连接这种数据库要先安装：pip install {driver}") from error
    arguments = _arguments(told, database)
    try:
        return from_connection(connect(**arguments))
    except Exception as error:  # drivers have exceptions of their own, and let those of sockets and codecs pass
        said = _without(" ".join(str(error).split()), arguments.get("password"))
    raise RecordsError(f"cannot connect to the database: {said}", f"连不上数据库：{said}")


def _split(address: str) -> SplitResult:
    try:
        told = urlsplit(address)
        _ = told.port  # which is only looked at when it is asked for
    except ValueError:
        en, zh = "the address of the database cannot be read", "看不懂数据库的地址"
        raise RecordsError(f"{en}: write user:password@host:port/name", f"{zh}，请写成 mysql://用户:密码@主机:端口/库名") from None
    return told


def _arguments(told: SplitResult, database: str) -> dict[str, Any]:
    """The arguments of a connection; what is left out is left to the driver."""
    found = {"host": told.hostname, "user": told.username, "password": told.password, database: told.path.strip("/")}
    written = {name: unquote(value) for name, value in found.items() if value}
    return written | ({"port": told.port} if told.port else {}) | dict(parse_qsl(told.query))


def _without(said: str, password: object) -> str:
    return said.replace(password, "***") if isinstance(password, str) else said
