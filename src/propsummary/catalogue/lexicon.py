"""Lists of words and set phrases that rules look for, and finding all of them in one pass over a text."""

from __future__ import annotations

import functools
import pathlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import compress, pairwise
from typing import Any

import attrs

from propsummary._text import nearest
from propsummary.catalogue._reader import DATA, build, read_toml, refuse
from propsummary.errors import UnknownNameError

__all__ = ["Hit", "Lexicon", "lexicon", "lexicon_from_toml"]


@attrs.frozen
class Hit:
    """
    One occurrence of a word.

    Attributes:
        start, end: Where, in code points of the text, *end* not included.

        word: The word, as the lexicon has it.
    """

    start: int
    end: int
    word: str


class Lexicon:
    """
    A list of words of two characters or more.

    Words are looked up by their first two characters, so that a search takes as long for twenty thousand words as for twenty.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_by_pair", "_others", "_words")

    def __init__(self, words: Iterable[str], *, others: Iterable[str] = ()) -> None:
        """
        Args:
            words: What is looked for; blanks, case and width count.

            others: Longer words that contain one of *words* and mean something else (明显位置); what they cover is passed over.

        Raises:
            ValueError: A word has fewer than two characters.
        """
        self._words = frozenset(words)
        self._others = frozenset(others)
        by_pair: dict[tuple[str, str], set[str]] = defaultdict(set)
        for word in self._words | self._others:
            if len(word) < 2:
                raise ValueError(f"a word of a lexicon has two characters or more, not {word!r}")
            by_pair[word[0], word[1]].add(word)
        # Asking a set for each length beats trying the words one by one, however many share their first two characters.
        self._by_pair: Mapping[tuple[str, str], tuple[tuple[int, ...], frozenset[str]]] = {
            pair: (tuple(sorted({len(word) for word in sharing}, reverse=True)), frozenset(sharing))
            for pair, sharing in by_pair.items()
        }

    def find(self, text: str) -> Iterator[Hit]:
        """
        The words in *text*, from left to right: of those that overlap the one that begins first, of those the longest.

        An English word counts where it stands alone, not inside another one.
        """
        may_begin = map(self._by_pair.__contains__, pairwise(text))
        passed = 0
        for start in compress(range(len(text)), may_begin):  # no Python code runs where no word begins
            if start < passed:
                continue
            lengths, words = self._by_pair[text[start], text[start + 1]]
            for length in lengths:
                word = text[start : start + length]
                if word in words and not _inside_another(word, text, start):
                    passed = start + len(word)  # shorter than *length* at the end of the text
                    if word not in self._others:
                        yield Hit(start, passed, word)
                    break

    def found_in(self, text: str) -> bool:
        """Whether *text* holds any of the words."""
        return next(self.find(text), None) is not None

    def joined(self, other: Lexicon) -> Lexicon:
        """This lexicon together with *other*: a word is passed over where either of them says so."""
        others = self._others | other._others
        return Lexicon((self._words | other._words) - others, others=others)


def _inside_another(word: str, text: str, start: int) -> bool:
    """Whether *word* begins or ends in the middle of an English word."""
    end = start + len(word)
    begins_inside = _latin(word[0]) and start > 0 and _latin(text[start - 1])
    return begins_inside or (_latin(word[-1]) and end < len(text) and _latin(text[end]))


def _latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


@attrs.frozen(kw_only=True)
class _Words:
    """A lexicon's file: what it is for, its words by language, and longer words that mean something else."""

    about: str
    zh: tuple[str, ...]
    en: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@functools.cache
def lexicon(name: str) -> Lexicon:
    """
    The lexicon called *name* that comes with the package: ``result_words``, ``vague_owners`` …

    Raises:
        UnknownNameError: There is no such lexicon.
    """
    path = DATA / "lexicons" / f"{name}.toml"
    names = sorted(file.stem for file in path.parent.glob("*.toml"))
    if name not in names:
        raise UnknownNameError("lexicon", name, nearest(name, names))
    return lexicon_from_toml(path)


def lexicon_from_toml(path: pathlib.Path) -> Lexicon:
    """
    Read a lexicon from a file of the same form as those of the package: ``about``, ``zh``, and if need be ``en`` and ``others``.

    Raises:
        ConfigurationError: The file cannot be followed; the message names file and key.
    """
    raw: dict[str, Any] = read_toml(path)
    words = build(_Words, raw, str(path))
    english = [form for word in words.en for form in (word, word.capitalize())]
    try:
        return Lexicon((*words.zh, *english), others=words.others)
    except ValueError as error:
        raise refuse(str(path), "", str(error)) from error
