"""The command: arguments in, exit code out."""

from __future__ import annotations

from propsummary.cli._main import COMMANDS, main

__all__ = ["COMMANDS", "main"]
