"""Standard input, which has no name that would say what is in it."""

from __future__ import annotations

import re

import attrs

__all__ = ["told_by_content"]

_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*(?::(?:\s|$)|=)", re.MULTILINE)  # 部门: 秩序部; department = "order"
_ENTRY = re.compile(r"\s*- +[{\"']?[\w-]+[\"']?\s*[:：]", re.MULTILINE)
_MARKDOWN = re.compile(r"#{1,6}\s+\S|\|.+\|\s*$", re.MULTILINE)
_PACKAGES = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")


def told_by_content(data: bytes) -> str | None:
    """
    ``text`` or ``markdown`` where *data* is prose; None where it is data of ours, a package, or nothing at all.

    A draft in YAML, TOML or JSON has keys that summaries have; in prose nobody writes them before a colon of ASCII.
    """
    if data.startswith(_PACKAGES) or not data.strip():
        return None
    from propsummary.serde._source import Refused
    from propsummary.serde.encodings import decode

    try:
        text = decode(data)[0].lstrip("\ufeff")
    except Refused:
        return None  # reading it tells what it is instead
    if _is_data(text):
        return None
    return "markdown" if _MARKDOWN.search(text) else "text"


def _is_data(text: str) -> bool:
    from propsummary.model import Summary, zh_key

    if text.lstrip().startswith(("{", "---")) or _ENTRY.search(text):
        return True
    keys = {key for field in attrs.fields(Summary) for key in (field.name, zh_key(field))}
    return any(match[1] in keys for match in map(_KEY.match, text.splitlines()) if match)
