"""The language in which the command speaks."""

from __future__ import annotations

import itertools
import os
from collections.abc import Mapping, Sequence

import attrs

from propsummary.problems import Language

__all__ = ["Voice", "voice_for"]


@attrs.frozen
class Voice:
    """
    Picks, of a sentence in Chinese and in English, the one in *language*.

    Attributes:
        traditional: Whether documents print their own words in traditional characters; messages never do.
    """

    language: Language
    traditional: bool = False

    def __call__(self, zh: str, en: str) -> str:
        return en if self.language == "en" else zh

    @property
    def document(self) -> Language:
        """The language that documents are laid out in."""
        return "zh-Hant" if self.traditional else self.language

    def listed(self, names: Sequence[str]) -> str:
        """The names in a row."""
        return self("、", ", ").join(names)


def voice_for(arguments: Sequence[str]) -> Voice:
    """
    The voice that the last ``--lang`` among *arguments* asks for, wherever it stands: help and complaints need it early.

    Without one it is Chinese, unless the locale is English.
    """
    options = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    words = [value for option, value in itertools.pairwise(options) if option == "--lang"]
    words += [option.removeprefix("--lang=") for option in options if option.startswith("--lang=")]
    english = words[-1:] == ["en"] or (not words and _is_english(os.environ))
    return Voice("en" if english else "zh", traditional=words[-1:] == ["zh-Hant"])


def _is_english(environment: Mapping[str, str]) -> bool:
    """Whether the locale for messages is ``en``, ``en_US.UTF-8`` or the like."""
    said = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    return said.lower().startswith("en")
