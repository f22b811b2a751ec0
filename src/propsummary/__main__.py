"""``python -m propsummary`` and the command ``propsummary``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]

_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """
    Run the command; whoever presses Ctrl-C while it is still being loaded gets no traceback either.

    Args:
        argv: As for `propsummary.cli.main`, which does everything and gives the exit code.
    """
    try:
        from propsummary.cli import main as run

        return run(argv)
    except KeyboardInterrupt:
        return _INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
