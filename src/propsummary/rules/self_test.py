"""Rules held against their own examples: a rule that can never fire reports clean files for years."""

from __future__ import annotations

import contextlib
import pathlib
import tempfile
from collections.abc import Iterator
from typing import Literal, TypeAlias

import attrs

from propsummary.problems import Problem, Report
from propsummary.rules.base import Rule
from propsummary.rules.examples import examples, try_example

__all__ = ["Fault", "FaultKind", "example_folder", "faults"]

#: What can be wrong: no example of one kind, a bad one that is not reported, a good one that is, one that cannot be read, a crash.
FaultKind: TypeAlias = Literal["no-bad", "no-good", "bad-not-reported", "good-reported", "unreadable", "crashed"]

# The smallest files that are JPEGs to whoever looks at their markers; the second says in its XMP where it was taken.
_PLAIN = b"\xff\xd8\xff\xd9"
_XMP = b'http://ns.adobe.com/xap/1.0/\x00<rdf:Description exif:GPSLatitude="36,40.2N" exif:GPSLongitude="117,0.5E"/>'
_LOCATED = b"\xff\xd8\xff\xe1" + (len(_XMP) + 2).to_bytes(2, "big") + _XMP + b"\xff\xd9"


@attrs.frozen
class Fault:
    """
    What is wrong with a rule's examples.

    Attributes:
        code: The rule's.

        kind: What is wrong.

        number: Which of its examples of that kind, counted from 1; 0 for none in particular.

        text: That example; empty for none.

        crash: What the engine said of the crash, if it was one.
    """

    code: str
    kind: FaultKind
    number: int = 0
    text: str = ""
    crash: Problem | None = None


@contextlib.contextmanager
def example_folder() -> Iterator[pathlib.Path]:
    """A folder with the photos that examples may name: ``photos/演练.jpg`` and, taken at a known place, ``photos/带定位.jpg``."""
    with tempfile.TemporaryDirectory(prefix="propsummary-") as name:
        photos = pathlib.Path(name, "photos")
        photos.mkdir()
        (photos / "演练.jpg").write_bytes(_PLAIN)
        (photos / "带定位.jpg").write_bytes(_LOCATED)
        yield pathlib.Path(name)


def faults(rule: Rule, folder: pathlib.Path) -> Iterator[Fault]:
    """
    What is wrong with the examples of *rule*.

    What readers and the engine report by themselves may have none, if its docstring says why.

    Args:
        rule: The rule.

        folder: Where the photos are that examples name.
    """
    shown = examples(rule)
    if rule.on is None and not (shown.bad or shown.good) and rule.doc.strip():
        return
    if not shown.bad:
        yield Fault(rule.code, "no-bad")
    if not shown.good:
        yield Fault(rule.code, "no-good")
    for bad, texts in ((True, shown.bad), (False, shown.good)):
        for number, text in enumerate(texts, 1):
            report = try_example(rule, text, folder=folder)
            crash = next((problem for problem in report if problem.code == "PSE900" != rule.code), None)
            if kind := "crashed" if crash else _wrong_with(rule, report, bad=bad):
                yield Fault(rule.code, kind, number, text, crash)


def _wrong_with(rule: Rule, report: Report, *, bad: bool) -> FaultKind | None:
    found = {problem.code for problem in report}
    if rule.code in found:
        return None if bad else "good-reported"
    if rule.info.family != "SHP" and any(code.startswith("SHP") for code in found):
        return "unreadable"
    return "bad-not-reported" if bad else None
