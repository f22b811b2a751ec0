"""``python -m propsummary`` and the command ``propsummary``."""

from __future__ import annotations

import sys

from propsummary.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
