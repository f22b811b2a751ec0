"""Folders for servers that tests start: they refuse to run as root, so somebody else does."""

from __future__ import annotations

import contextlib
import os
import pathlib
import shutil
import tempfile
from collections.abc import Iterator

#: Who runs a server: whoever runs the tests, unless that is root.
USER = "nobody" if os.geteuid() == 0 else None


@contextlib.contextmanager
def server_folder() -> Iterator[pathlib.Path]:
    """
    A folder that belongs to `USER`.

    Not one of pytest's, which are root's alone, and whose long names are too long for a socket.
    """
    with tempfile.TemporaryDirectory(prefix="records") as name:
        folder = pathlib.Path(name)
        if USER:
            folder.chmod(0o755)
            shutil.chown(folder, USER)
        yield folder
