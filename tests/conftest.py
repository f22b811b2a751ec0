"""What all tests share."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

# What decides whether a change may land tries the same examples each time; at a desk new ones are tried at every run.
settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing with them")


@pytest.fixture(autouse=True, scope="session")
def _plain_locale() -> Iterator[None]:
    """The command speaks Chinese, whatever the locale of those who run the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def golden(update_golden: bool) -> Callable[[pathlib.Path, str], None]:
    """Compares a text with a golden file."""

    def compare(path: pathlib.Path, text: str) -> None:
        if update_golden:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.read_bytes().decode() == text

    return compare
