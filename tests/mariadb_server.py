"""A MariaDB server of its own, in a folder of its own, for a test to fill."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import pymysql

from server_folders import USER, server_folder


@contextlib.contextmanager
def mariadb() -> Iterator[Any]:
    """A connection to an empty database on a server that listens on a socket in its folder and nowhere else."""
    with server_folder() as folder:
        place = ["--no-defaults", f"--datadir={folder}/data"]
        install = [_program("mariadb-install-db"), *place, "--auth-root-authentication-method=normal", "--skip-test-db"]
        subprocess.run(install, check=True, user=USER, cwd=folder, stdout=subprocess.DEVNULL, timeout=120)
        listen = [f"--socket={folder}/socket", "--skip-networking", "--character-set-server=utf8mb4"]
        with subprocess.Popen([_program("mariadbd"), *place, *listen], user=USER, cwd=folder, stderr=subprocess.DEVNULL) as server:
            try:
                connection = _connected(f"{folder}/socket")
                with connection.cursor() as cursor:
                    cursor.execute("CREATE DATABASE records")
                connection.select_db("records")
                yield connection
            finally:
                server.terminate()


def _program(name: str) -> str:
    """Where it is: servers are often not on the path of people, and whoever runs them may not look into all folders of it."""
    found = shutil.which(name, path=os.pathsep.join((os.environ["PATH"], "/usr/local/sbin", "/usr/sbin")))
    assert found, f"{name} is not installed"
    return found


def _connected(socket: str) -> Any:
    """A connection, once the server is ready."""
    for _ in range(300):
        if os.path.exists(socket):
            try:
                return pymysql.connect(unix_socket=socket, user="root", charset="utf8mb4")
            except pymysql.err.OperationalError:
                pass
        time.sleep(0.1)
    raise TimeoutError(socket)
