"""
Parts that other distributions bring along, found by entry point and loaded on use.

Installing a plugin changes nothing: it is looked for only when somebody asks for its name.
"""

from __future__ import annotations

from typing import Any

from propsummary.errors import PluginError

__all__ = ["distribution_of", "load", "names"]


def _entries(group: str) -> dict[str, list[Any]]:
    from importlib.metadata import entry_points  # takes tens of milliseconds: only for those who ask

    found: dict[str, list[Any]] = {}
    for entry in entry_points(group=group):
        found.setdefault(entry.name, []).append(entry)
    return found


def names(group: str) -> tuple[str, ...]:
    """The names that installed distributions offer in *group*, sorted."""
    return tuple(sorted(_entries(group)))


def load(group: str, name: str) -> Any:
    """
    What an installed distribution offers as *name* in *group*, or None if none does.

    Raises:
        PluginError: Two distributions offer that name, or the one that does cannot be loaded.
    """
    entries = _entries(group).get(name, [])
    if not entries:
        return None
    if len(entries) > 1:
        owners = ", ".join(sorted(entry.dist.name if entry.dist else entry.value for entry in entries))
        raise PluginError(
            f"{group}: “{name}” is offered by more than one distribution: {owners}", f"不止一个包提供“{name}”（{group}）：{owners}"
        )
    try:
        return entries[0].load()
    except Exception as error:
        place = f"{group}, {entries[0].value}"
        raise PluginError(f"“{name}” ({place}) cannot be loaded: {error}", f"“{name}”（{place}）装不进来：{error}") from error


def distribution_of(module: str) -> str:
    """The installed distribution that *module* belongs to; its top-level package if none says so."""
    from importlib.metadata import packages_distributions

    top = module.partition(".")[0]
    return next(iter(packages_distributions().get(top, ())), top)
