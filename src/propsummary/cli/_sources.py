"""Records, as the command is given them."""

from __future__ import annotations

import pathlib
import re
from typing import TYPE_CHECKING, Any

from propsummary.cli._failure import Misuse
from propsummary.cli._parser import FILE, Parser
from propsummary.cli._voice import Voice

if TYPE_CHECKING:
    from propsummary.records import Mapping, Source

__all__ = ["add_source", "mapping_of", "source_of"]

# The package that opens a connection, by the scheme of the address.
_DRIVERS = {"postgresql": "psycopg", "postgres": "psycopg", "mysql": "pymysql", "mariadb": "pymysql"}


def add_source(parser: Parser, say: Voice) -> None:
    """Let the command take ``--records`` and ``--mapping``."""
    text = say("记录所在的文件夹、文件或数据库地址", "folder, file or database address of the records")
    records = parser.options.add_argument("--records", metavar="PLACE", required=True, help=text)
    said = say("表和列的对应关系；不写就是用统一的名字", "how tables and columns are called; the canonical names if left out")
    mapping = parser.options.add_argument("--mapping", metavar="TOML", help=said)
    records.complete = mapping.complete = FILE  # type: ignore[attr-defined]


def mapping_of(name: str | None) -> Mapping | None:
    """The mapping in the file called *name*."""
    from propsummary.records import Mapping

    return Mapping.from_file(pathlib.Path(name)) if name else None


def source_of(place: str, say: Voice) -> Source:
    """
    The records at *place*.

    Raises:
        Misuse: It is the address of a database that cannot be opened.

        RecordsError, OSError: There are no records there.
    """
    from propsummary.records import from_connection, from_files

    address = re.match(r"([a-z]+)://", place)
    if address is None:
        return from_files(pathlib.Path(place))
    return from_connection(_connected(address[1], place, say))


def _connected(scheme: str, address: str, say: Voice) -> Any:
    import importlib

    driver = _DRIVERS.get(scheme)
    if driver is None:
        known = ", ".join(f"{name}://" for name in _DRIVERS)
        raise Misuse(say(f"--records 不认识 {scheme}://，可以是 {known}", f"--records: {scheme}:// is none of {known}"))
    try:
        module = importlib.import_module(driver)
    except ImportError as error:
        raise Misuse(say(f"连接数据库要先安装：pip install {driver}", f"a database needs: pip install {driver}")) from error
    try:
        return module.connect(address) if driver == "psycopg" else module.connect(**_parts(address))
    except module.Error as error:
        said = " ".join(str(error).split())
        raise Misuse(say(f"连不上数据库：{said}", f"cannot connect to the database: {said}")) from error


def _parts(address: str) -> dict[str, Any]:
    """The arguments of a connection that *address* stands for."""
    from urllib.parse import unquote, urlsplit

    told = urlsplit(address)
    found = {"host": told.hostname, "port": told.port, "user": told.username, "password": told.password}
    found["database"] = told.path.strip("/") or None
    return {name: unquote(value) if isinstance(value, str) else value for name, value in found.items() if value}
