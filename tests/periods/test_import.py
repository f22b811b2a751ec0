"""Importing the room stays cheap."""

from __future__ import annotations

import subprocess
import sys


def test_dateutil_loads_on_use() -> None:
    """Importing the room loads no part of dateutil."""
    code = "import sys, propsummary.periods; print([m for m in sys.modules if m.startswith('dateutil')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
