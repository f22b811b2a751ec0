"""Drafts of older formats, brought up to date before they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from propsummary.model import SCHEMA_VERSION

__all__ = ["MIGRATIONS", "Migration", "migrate"]

#: Turns the tree of one version into that of the next; must not change the tree it is given.
Migration: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]

#: By the version that they start from. Version 1 is the first.
MIGRATIONS: Mapping[int, Migration] = MappingProxyType({})


def migrate(
    tree: dict[str, Any], version: int, *, target: int = SCHEMA_VERSION, migrations: Mapping[int, Migration] = MIGRATIONS
) -> dict[str, Any]:
    """
    Bring *tree* from *version* up to *target*.

    Args:
        version: What the draft says; 1 if it says nothing.
    """
    for step in range(version, target):
        if step in migrations:
            tree = migrations[step](tree)
    return tree
