"""
Straight code for objects whose keys stand as those of others did: no key is looked up twice, and no question asked that is settled.

Reading a summary is mostly asking, of each of its thousand values, which field it belongs to. The objects of a list have the same
keys in the same order, so that this is asked once for all of them, and the answer kept as a function, in the manner of attrs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from propsummary.problems import Path
from propsummary.serde._reading import MISSING, Reader, Reading

__all__ = ["Field", "ReadObject", "straight"]

#: Reads the mapping that stands at a path; its keys are known to be those that the function was made for.
ReadObject: TypeAlias = Callable[[dict[str, Any], Reading, Path], Any]


@attrs.frozen(eq=False)
class Field:
    """
    How a field of a class is read.

    Attributes:
        name: Its name.

        read: Reads its values.

        known: Texts that need no reading, as for `Shape`.

        default: Its value where none was written, or what makes one; `MISSING` if there must be one.
    """

    name: str
    read: Reader
    known: Mapping[str, Any] | None
    default: Any

    @property
    def makes_default(self) -> bool:
        """Whether every object needs a default value of its own."""
        return isinstance(self.default, attrs.Factory)  # type: ignore[arg-type]

    def value(self, raw: Any, reading: Reading, here: Path) -> Any:
        """The value that *raw* stands for; the default one where it says nothing or cannot be read."""
        found = MISSING if raw is None or raw == "" else self.read(raw, reading, here, self.name)
        if found is MISSING:
            return self.default.factory() if self.makes_default else self.default
        return found


def straight(
    cls: type,
    make: Callable[[], Any],
    given: Sequence[Field],
    others: Sequence[Field],
    either: Sequence[str],
    odd: Callable[..., Any],
) -> ReadObject:
    """
    The function that reads objects of *cls* with these keys.

    Args:
        make: Gives an object without any values that is not frozen yet.

        given: The fields whose keys they have, in their order.

        others: All other fields of the class.

        either: Fields of which one must say something.

        odd: Is handed, with the reading and the path, an object that lacks one that it must have, and gives what becomes of it.
    """
    scope: dict[str, Any] = {"cls": cls, "make": make, "odd": odd, "MISSING": MISSING}
    lines = ["def read(raw, reading, here):", "made = make()"]
    if given:
        lines.append(f"{''.join(f'raw{at}, ' for at in range(len(given)))} = raw.values()")
    for at, field in enumerate(given):
        scope[f"value{at}"] = field.value
        otherwise = f"value{at}(raw{at}, reading, here)"
        if field.known is None:
            found = f"raw{at} if type(raw{at}) is str and raw{at} and raw{at}.isprintable() else {otherwise}"
        else:
            scope[f"known{at}"] = field.known.get
            found = f"type(raw{at}) is str and known{at}(raw{at}) or {otherwise}"
        lines.append(f"made.{field.name} = {found}")
    for field in others:
        scope[f"default_{field.name}"] = field.default.factory if field.makes_default else field.default
        lines.append(f"made.{field.name} = default_{field.name}{'()' if field.makes_default else ''}")
    doubts = [f"made.{field.name} is MISSING" for field in (*given, *others) if field.default is MISSING]
    if either:
        doubts.append(f"not ({' or '.join(f'made.{name}' for name in either)})")
    if doubts:
        lines.append(f"if {' or '.join(doubts)}: return odd(made, reading, here)")
    lines += ["made.__class__ = cls", "return made"]
    exec("\n ".join(lines), scope)  # names of the model and numbers; nothing in it comes from a draft
    read: ReadObject = scope["read"]
    return read
